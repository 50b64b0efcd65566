// /help: every listed command with a line about it, from the same table as Telegram's menu.
import { command as commandText, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Command } from "../command.ts";

export function createHelp(messages: Messages, listed: () => readonly string[]): Command {
  return {
    name: "help",
    isListed: true,
    async run({ voice }) {
      const lines = listed().map((name) =>
        sided(
          voice,
          messages.say(voice, "help-line", {
            command: commandText(name),
            about: messages.plain(voice, `command-${name}`),
          }),
        ),
      );
      return [{ html: [`<b>${messages.say(voice, "help-title")}</b>`, ...lines].join("\n") }];
    },
  };
}
