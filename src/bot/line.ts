// In which line an update waits: one chat's updates are done in their order, and those of different chats side by side.
import type { Update } from "telegraf/types";

/**
 * The line of an update: that of its chat, or of its person where it comes from no chat (an inline query, a
 * button under a message that was sent through inline mode). Of kinds that are not invented yet, too: all of Telegram's
 * updates name their chat and their person alike.
 */
export function lineOf(update: Update): string {
  const [, content] = Object.entries(update).find(([name]) => name !== "update_id") ?? [];
  const { chat, message, from, user, voter_chat, actor_chat } = (content ?? {}) as Content;
  const one = chat ?? message?.chat ?? from ?? user ?? voter_chat ?? actor_chat;
  return one === undefined ? `update ${update.update_id}` : String(one.id);
}

interface Numbered {
  readonly id: number;
}

/** What any kind of update may hold that says where it comes from. */
interface Content {
  readonly chat?: Numbered;
  readonly message?: { readonly chat: Numbered };
  readonly from?: Numbered;
  readonly user?: Numbered;
  readonly voter_chat?: Numbered;
  readonly actor_chat?: Numbered;
}
