// Knows a tap on a button from others: a second one that comes before the first was answered meant the same.
import type { Update } from "telegraf/types";

export interface Tap {
  /** The same for the same person, message and button. */
  readonly key: string;
  /** The query that waits for an answer. */
  readonly query: string;
}

/** Undefined for an update that is no tap on a message of a chat. Once the first has changed the screen, a tap is a new wish. */
export function tapOf(update: Update): Tap | undefined {
  if (!("callback_query" in update) || !("data" in update.callback_query)) return undefined;
  const { id, from, message, data } = update.callback_query;
  if (message === undefined) return undefined;
  return { key: [from.id, message.chat.id, message.message_id, data].join(" "), query: id };
}
