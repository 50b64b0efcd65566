// Chats as text and back: what of the world outlives a restart.
import type { Chat, GroupChat, Member, Message, PrivateChat } from "./chat.ts";
import { userWithId } from "./users.ts";

type SavedPrivate = Omit<PrivateChat, "user" | "kind">;
type SavedGroup = Omit<GroupChat, "topics" | "members"> & {
  readonly topics: readonly (readonly [number, string])[];
  readonly members: readonly (readonly [number, Member])[];
};

interface Saved {
  readonly version: 1;
  readonly nextUpdate: number;
  readonly chats: readonly SavedPrivate[];
  readonly groups?: readonly SavedGroup[];
}

export function toSaved(chats: Iterable<Chat>, nextUpdate: number): string {
  const all = [...chats];
  const saved: Saved = {
    version: 1,
    nextUpdate,
    chats: all.flatMap((chat) => {
      if (chat.kind !== "private") return [];
      const { user: _, kind: __, ...rest } = chat;
      return [rest];
    }),
    groups: all.flatMap((chat) =>
      chat.kind === "private" ? [] : [{ ...chat, topics: [...chat.topics], members: [...chat.members] }],
    ),
  };
  return JSON.stringify(saved);
}

/** Throws on text that is none of ours. */
export function fromSaved(state: string, botId: number): { chats: readonly Chat[]; nextUpdate: number } {
  const { chats, groups = [], nextUpdate } = JSON.parse(state) as Saved;
  // Transcripts of older versions do not say who sent a message.
  const withSender = (chat: number) => (message: Message) => ({
    ...message,
    senderId: message.senderId ?? (message.from === "bot" ? botId : chat),
  });
  const people = chats.flatMap((saved): Chat[] => {
    const user = userWithId(saved.id);
    if (user === undefined) return [];
    const messages = saved.messages.map(withSender(saved.id));
    return [{ ...saved, pinned: saved.pinned ?? [], kind: "private", user, messages }];
  });
  const rooms = groups.map(
    (saved): Chat => ({ ...saved, topics: new Map(saved.topics), members: new Map(saved.members) }),
  );
  return { chats: [...people, ...rooms], nextUpdate };
}
