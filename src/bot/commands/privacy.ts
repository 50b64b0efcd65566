// /privacy: what is kept of a reader, for how long, and how to see and remove it. What it says is what Redis holds.
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Command } from "../command.ts";
import { dialogueMinutes } from "../dialogues.ts";
import { mostSearches, searchDays } from "../searches.ts";

export interface PrivacyNeeds {
  readonly messages: Messages;
  /** Inactive readers are erased after so many days. */
  readonly eraseAfterDays: number;
}

export function createPrivacy({ messages, eraseAfterDays }: PrivacyNeeds): Command {
  return {
    name: "privacy",
    isListed: true,
    async run({ voice }) {
      const values = {
        searches: messages.plain(voice, "privacy-searches", { count: mostSearches }),
        days: messages.plain(voice, "privacy-days", { count: searchDays }),
        erase: messages.plain(voice, "privacy-days", { count: eraseAfterDays }),
        minutes: messages.plain(voice, "privacy-minutes", { count: dialogueMinutes }),
        settings: commandText("settings"),
        mydata: commandText("mydata"),
        forget: commandText("forget"),
      };
      return [{ html: messages.say(voice, "privacy", values) }];
    },
  };
}
