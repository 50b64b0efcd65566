// /help: the commands that this person can use in this chat, with a line about each, as in Telegram's menu.
import { command as commandText, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Actor, Command, Reader } from "../command.ts";
import { isMeantFor } from "../menus.ts";

export interface HelpNeeds {
  readonly messages: Messages;
  readonly rights: { mayChange(chat: number, actor: Actor): Promise<boolean> };
}

export function createHelp({ messages, rights }: HelpNeeds, commands: () => readonly Command[]): Command {
  async function placeOf({ subscriber: { kind, chat } }: Reader, actor: Actor) {
    if (kind === "private") return "private";
    return (await rights.mayChange(chat, actor)) ? "administrator" : "member";
  }
  return {
    name: "help",
    isListed: true,
    async run({ reader, actor, voice }) {
      const place = await placeOf(reader, actor);
      const lines = commands()
        .filter((command) => isMeantFor(command, place))
        .map(({ name }) => {
          const about = messages.plain(voice, `command-${name}`);
          return sided(voice, messages.say(voice, "help-line", { command: commandText(name), about }));
        });
      return [{ html: [`<b>${messages.say(voice, "help-title")}</b>`, ...lines].join("\n") }];
    },
  };
}
