// Knows a second tap on a button that comes before the first was answered: the reader meant one.
import type { Update } from "telegraf/types";

export type Tap =
  | { readonly isRepeated: true; readonly query: string }
  | { readonly isRepeated: false; end(): void };

export interface Taps {
  /** Of an update that is no tap: never a repeated one. Call `end` when it was handled. */
  begin(update: Update): Tap;
}

/** The same person, message and button; once the first has changed the screen, a tap is a new wish. */
export function createTaps(): Taps {
  const open = new Set<string>();
  const nothing = { isRepeated: false, end: () => undefined } as const;
  return {
    begin(update) {
      if (!("callback_query" in update) || !("data" in update.callback_query)) return nothing;
      const { id, from, message, data } = update.callback_query;
      const key = JSON.stringify([from.id, message?.chat.id, message?.message_id, data]);
      if (message === undefined) return nothing;
      if (open.has(key)) return { isRepeated: true, query: id };
      open.add(key);
      return { isRepeated: false, end: () => void open.delete(key) };
    },
  };
}
