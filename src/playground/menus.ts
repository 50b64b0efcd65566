// The bot's command menus by scope and language, and which of them a person sees in a chat.
import type { Chat } from "./chat.ts";
import { isAdministrator } from "./rights.ts";

export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** The key of a scope: its type, with the chat's and the user's id where it has them. */
export type ScopeKey = string;

/** "scope/language" → commands. */
export class Menus {
  readonly #menus = new Map<string, readonly MenuCommand[]>();

  set(scope: ScopeKey, language: string, menu: readonly MenuCommand[]): void {
    this.#menus.set(`${scope}/${language}`, menu);
  }

  delete(scope: ScopeKey, language: string): void {
    this.#menus.delete(`${scope}/${language}`);
  }

  get(scope: ScopeKey, language: string): readonly MenuCommand[] {
    return this.#menus.get(`${scope}/${language}`) ?? [];
  }

  /** The first that is set, from the narrowest scope to the widest, in each with the language first. */
  seen(chat: Chat, user: number, language: string): readonly MenuCommand[] {
    const keys = scopesOf(chat, user).flatMap((scope) => [`${scope}/${language}`, `${scope}/`]);
    const key = keys.find((each) => (this.#menus.get(each)?.length ?? 0) > 0);
    return key === undefined ? [] : (this.#menus.get(key) ?? []);
  }
}

/** The order of "Determining list of commands": https://core.telegram.org/bots/api#botcommandscope */
function scopesOf(chat: Chat, user: number): readonly ScopeKey[] {
  if (chat.kind === "private") return [`chat:${chat.id}`, "all_private_chats", "default"];
  if (chat.kind === "channel") return [];
  const administrators = isAdministrator(chat.members.get(user));
  return [
    `chat_member:${chat.id}:${user}`,
    ...(administrators ? [`chat_administrators:${chat.id}`] : []),
    `chat:${chat.id}`,
    ...(administrators ? ["all_chat_administrators"] : []),
    "all_group_chats",
    "default",
  ];
}
