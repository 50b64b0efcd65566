// The table of methods, by their lower-case names: Telegram does not mind the case.
import type { Method } from "./method.ts";
import * as answers from "./methods/answers.ts";
import * as bot from "./methods/bot.ts";
import * as chats from "./methods/chats.ts";
import * as commands from "./methods/commands.ts";
import * as deletes from "./methods/delete.ts";
import * as edits from "./methods/edit.ts";
import * as profile from "./methods/profile.ts";
import * as sends from "./methods/send.ts";

const table = {
  ...answers,
  ...bot,
  ...chats,
  ...commands,
  ...deletes,
  ...edits,
  ...profile,
  ...sends,
} satisfies Record<string, Method>;

const byName = new Map<string, Method>(
  Object.entries(table).map(([name, method]) => [name.toLowerCase(), method]),
);

/** The method of a name in any case, undefined for one that the playground does not play. */
export function methodOf(name: string): Method | undefined {
  return byName.get(name.toLowerCase());
}
