// Where something was said, and by whom, read from the platform's own shapes.
import type { Actor } from "./command.ts";

/** Where a reader speaks from, as far as the bot cares. */
export interface Place {
  readonly chat: number;
  readonly thread: number | null;
  readonly kind: "private" | "group" | "channel";
  readonly languageCode?: string;
}

interface ChatShape {
  readonly id: number;
  readonly type: string;
}

interface MessageShape {
  readonly chat: ChatShape;
  readonly from?: { readonly id: number; readonly language_code?: string | undefined } | undefined;
  readonly sender_chat?: { readonly id: number } | undefined;
}

export function toPlace(chat: ChatShape, languageCode: string | undefined, thread: number | null): Place {
  const kind = chat.type === "private" ? "private" : chat.type === "channel" ? "channel" : "group";
  return { chat: chat.id, thread, kind, ...(languageCode === undefined ? {} : { languageCode }) };
}

/** The forum topic of a message, null outside of topics: replies have thread ids too. */
export function threadOf(message: object): number | null {
  const isTopic = "is_topic_message" in message && message.is_topic_message === true;
  return isTopic && "message_thread_id" in message ? Number(message.message_thread_id) : null;
}

/**
 * Who wrote. A group's own name is worn by its anonymous administrators, a channel's by whoever may post in it; the name
 * of another chat (a linked channel, a channel that comments) proves nothing.
 */
export function actorOf(message: MessageShape, adminIds: readonly number[]): Actor {
  const { chat, from, sender_chat: as } = message;
  const isPost = chat.type === "channel";
  const user = as === undefined && !isPost ? from?.id : undefined;
  return {
    user,
    isAnonymous: isPost || as?.id === chat.id,
    isOperator: chat.type === "private" && user !== undefined && adminIds.includes(user),
  };
}

export interface Addressed {
  /** Without the bot's name at its front or end. */
  readonly text: string;
  /** In a group: the bot was named, or this answers one of its messages. */
  readonly isAddressed: boolean;
}

/** `self` is the bot's own id and name. */
export function readAddress(
  text: string,
  message: object,
  self: { readonly id: number | undefined; readonly username: string },
): Addressed {
  const answered = "reply_to_message" in message ? message.reply_to_message : undefined;
  const isAnswer =
    typeof answered === "object" &&
    answered !== null &&
    "from" in answered &&
    typeof answered.from === "object" &&
    answered.from !== null &&
    "id" in answered.from &&
    answered.from.id === self.id;
  if (self.username === "") return { text, isAddressed: isAnswer };
  const name = new RegExp(`(?:^\\s*@${self.username}\\b[\\s:،,]*|[\\s،,]*@${self.username}\\s*$)`, "i");
  return { text: text.replace(name, ""), isAddressed: isAnswer || name.test(text) };
}
