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

/** What is kept, a line each, in this order: `privacy-…` in the messages, and `told` in the table of keys (a test compares). */
export const privacyLines = [
  "chat",
  "settings",
  "told",
  "searched",
  "begun",
  "managed",
  "undelivered",
  "counted",
  "inactive",
] as const;

/** Days that alerts are remembered, and announcements after their end: see the table of keys. */
const [alertDays, announcementDays] = [2, 7];

export function createPrivacy({ messages, eraseAfterDays }: PrivacyNeeds): Command {
  return {
    name: "privacy",
    isListed: true,
    async run({ voice }) {
      const days = (count: number): string => messages.plain(voice, "privacy-days", { count });
      const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        settings: { settings: commandText("settings") },
        told: { days: days(alertDays), week: days(announcementDays) },
        searched: {
          searches: messages.plain(voice, "privacy-searches", { count: mostSearches }),
          days: days(searchDays),
        },
        begun: { minutes: messages.plain(voice, "privacy-minutes", { count: dialogueMinutes }) },
        inactive: { days: days(eraseAfterDays) },
        ways: { mydata: commandText("mydata"), forget: commandText("forget") },
      };
      const say = (line: string): string => messages.say(voice, `privacy-${line}`, values[line] ?? {});
      const kept = ["title", ...privacyLines, "backups"].map(say).join("\n");
      return [{ html: [kept, say("not-kept"), say("ways")].join("\n\n") }];
    },
  };
}
