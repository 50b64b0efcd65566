// The menus of commands: another for private chats, for members of groups, and for their administrators; in each language.
import type { Messages } from "../messages/messages.ts";
import type { Command } from "./command.ts";

export interface Menu {
  readonly scope: {
    readonly type: "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators";
  };
  /** Absent for who has a language that is none of ours. */
  readonly language?: string;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** Where someone looks at a menu. */
export type MenuPlace = "private" | "member" | "administrator";

/** Whether a command stands in the menu of such a place. */
export function isMeantFor({ isListed, audience, isPrivate }: Command, place: MenuPlace): boolean {
  if (!isListed || audience === "operators") return false;
  if (place === "private") return true;
  return isPrivate !== true && (place === "administrator" || audience !== "admins");
}

/** `first` is the operator's language: its menu is also that of all other languages. */
export function menusOf(commands: readonly Command[], messages: Messages, first: string): readonly Menu[] {
  const scopes = [
    ["default", "private"],
    ["all_private_chats", "private"],
    ["all_group_chats", "member"],
    ["all_chat_administrators", "administrator"],
  ] as const;
  return scopes.flatMap(([type, place]) =>
    [undefined, ...messages.locales].map((language) => ({
      scope: { type },
      ...(language === undefined ? {} : { language }),
      commands: commands
        .filter((command) => isMeantFor(command, place))
        .map(({ name }) => ({
          command: name,
          description: messages.plain({ locale: language ?? first, digits: "latin" }, `command-${name}`),
        })),
    })),
  );
}
