// Where somebody speaks from, read from what Telegram says of a message and its chat.

/** Where a reader speaks from, as far as the bot cares. */
export interface Place {
  readonly chat: number;
  readonly thread: number | null;
  readonly kind: "private" | "group" | "channel";
  readonly languageCode?: string;
}

export function toPlace(
  chat: { id: number; type: string },
  languageCode: string | undefined,
  thread: number | null,
): Place {
  const kind = chat.type === "private" ? "private" : chat.type === "channel" ? "channel" : "group";
  return { chat: chat.id, thread, kind, ...(languageCode === undefined ? {} : { languageCode }) };
}

/** The topic of a forum that a message stands in, null for none. */
export function threadOf(message: object): number | null {
  const isTopic = "is_topic_message" in message && message.is_topic_message === true;
  return isTopic && "message_thread_id" in message ? Number(message.message_thread_id) : null;
}
