// Handles the updates of one chat in their order, and those of different chats side by side.
import type { Update } from "telegraf/types";

/** Wraps a handler so that updates of the same chat wait for each other. The handler must not throw. */
export function createInbox(handle: (update: Update) => Promise<void>): (update: Update) => Promise<void> {
  const lines = new Map<string, Promise<void>>();
  return (update) => {
    const chat = chatOf(update);
    const turn = (lines.get(chat) ?? Promise.resolve()).then(() => handle(update));
    const line = turn.catch(() => undefined);
    lines.set(chat, line);
    void line.then(() => {
      if (lines.get(chat) === line) lines.delete(chat);
    });
    return turn;
  };
}

function chatOf(update: Update): string {
  if ("message" in update) return String(update.message.chat.id);
  if ("callback_query" in update) {
    return String(update.callback_query.message?.chat.id ?? update.callback_query.from.id);
  }
  if ("channel_post" in update) return String(update.channel_post.chat.id);
  // The newest letters of one person are asked for in their order.
  if ("inline_query" in update) return `inline ${update.inline_query.from.id}`;
  if ("my_chat_member" in update) return String(update.my_chat_member.chat.id);
  return `update ${update.update_id}`;
}
