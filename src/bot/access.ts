// Who may use the bot at all: the operator's lists, by Telegram ids of people, groups and channels.

export interface AccessLists {
  /** Empty: everybody may. Else these chats alone; in a group that is named its members may. */
  readonly allow: readonly number[];
  /** Never, also as members of a group that may. */
  readonly deny: readonly number[];
}

/** `user` is who speaks in the chat, where that is a person. Operators always may in their own chats. */
export type Admits = (chat: number, user?: number) => boolean;

export function createAdmits({ allow, deny }: AccessLists, adminIds: readonly number[]): Admits {
  const [allowed, denied, operators] = [new Set(allow), new Set(deny), new Set(adminIds)];
  return (chat, user) => {
    if (operators.has(chat)) return true;
    if (denied.has(chat) || (user !== undefined && denied.has(user))) return false;
    return allowed.size === 0 || allowed.has(chat);
  };
}

/** A wish to subscribe that is not granted: the bot has as many subscribers as its operator wants. */
export class SubscribersFull extends Error {
  override name = "SubscribersFull";
}
