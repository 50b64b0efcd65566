// Who may change what a group or a channel gets: its administrators, asked of Telegram anew each time.
import type { Actor } from "./command.ts";

/** What Telegram says of one administrator. */
export interface Administrator {
  readonly user: number;
  readonly isOwner: boolean;
  /** In a channel: may post in its name. */
  readonly canPost: boolean;
}

export interface RightsNeeds {
  /** Telegram's id of the bot itself. */
  readonly self: () => number | undefined;
  /** The chat's administrators; undefined where Telegram does not tell (the bot was removed, or there is no such chat). */
  readonly administrators: (chat: number) => Promise<readonly Administrator[] | undefined>;
}

export interface Rights {
  /** In a group or channel, as someone who is in it. */
  mayChange(chat: number, actor: Actor): Promise<boolean>;
  /** From a private chat: the person is an administrator there, and in a channel both he and the bot may post. */
  mayManage(chat: number, kind: "group" | "channel", user: number): Promise<"yes" | "not-you" | "not-me">;
}

export function createRights({ self, administrators }: RightsNeeds): Rights {
  return {
    async mayChange(chat, { user, isAnonymous }) {
      // In the name of the chat itself only its administrators speak.
      if (isAnonymous) return true;
      if (user === undefined) return false;
      return (await administrators(chat))?.some((each) => each.user === user) ?? false;
    },
    async mayManage(chat, kind, user) {
      const all = await administrators(chat);
      if (all === undefined) return "not-me";
      const can = (id: number | undefined): boolean =>
        all.some((each) => each.user === id && (kind === "group" || each.isOwner || each.canPost));
      if (!can(user)) return "not-you";
      // A group hears every member; a channel only who may post.
      return kind === "group" || can(self()) ? "yes" : "not-me";
    },
  };
}
