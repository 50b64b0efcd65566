// Where a request of the chat page stands: who looks, at which chat, in which topic of it.
import { privateChatOf } from "./acts/private.ts";
import type { Chat, GroupChat, Message, PrivateChat } from "./chat.ts";
import { isPresent, may } from "./rights.ts";
import type { World } from "./world.ts";

/** What the page says of it, in an address or a body. */
export interface PlaceAsked {
  readonly user?: string | number;
  readonly lang?: string;
  /** A short name or an id; none for the person's own chat with the bot. */
  readonly chat?: string;
  readonly thread?: string | number;
}

export interface Place {
  /** The chat with the bot of the person who looks; its id is the person's. */
  readonly own: PrivateChat;
  readonly chat: Chat;
  /** The topic; undefined for "General", and where there are none. */
  readonly thread?: number;
}

/** The person's own chat where the one asked for is not there, or not theirs to see. */
export function placeOf(world: World, asked: PlaceAsked): Place {
  const own = privateChatOf(world, Number(asked.user), asked.lang);
  const chat = groupsOf(world, own).find(
    (each) => keyOf(each) === asked.chat || String(each.id) === asked.chat,
  );
  if (chat === undefined) return { own, chat: own };
  const thread = Number(asked.thread);
  return chat.topics.has(thread) ? { own, chat, thread } : { own, chat };
}

/** How the page names a chat: "" for the person's own. */
export function keyOf(chat: Chat): string {
  return chat.kind === "private" ? "" : (chat.name ?? String(chat.id));
}

/** The groups and channels that the person is in. */
export function groupsOf(world: World, own: PrivateChat): readonly GroupChat[] {
  return world.chats().flatMap((chat) => {
    if (chat.kind === "private" || chat.migratedTo !== undefined) return [];
    return isPresent(chat.members.get(own.id)) ? [chat] : [];
  });
}

/** Is the message seen there? A forum shows one topic at a time. */
export function isSeen({ chat, thread }: Place, message: Message): boolean {
  return chat.kind === "private" || !chat.isForum || message.thread === thread;
}

/** May the person write there? Channels are read on the page. */
export function canWrite({ own, chat }: Place): boolean {
  return chat.kind === "private" || (chat.kind !== "channel" && may(chat, own.id, "can_send_messages"));
}
