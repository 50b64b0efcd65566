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

/** `first` is the operator's language: its menu is also that of all other languages. */
export function menusOf(commands: readonly Command[], messages: Messages, first: string): readonly Menu[] {
  const listed = commands.filter(({ isListed, audience }) => isListed && audience !== "operators");
  const inGroups = listed.filter(({ isPrivate }) => isPrivate !== true);
  const scopes = [
    ["default", listed],
    ["all_private_chats", listed],
    ["all_group_chats", inGroups.filter(({ audience }) => audience !== "admins")],
    ["all_chat_administrators", inGroups],
  ] as const;
  return scopes.flatMap(([type, these]) =>
    [undefined, ...messages.locales].map((language) => ({
      scope: { type },
      ...(language === undefined ? {} : { language }),
      commands: these.map(({ name }) => ({
        command: name,
        description: messages.plain({ locale: language ?? first, digits: "latin" }, `command-${name}`),
      })),
    })),
  );
}
