// /mydata: everything that is kept of a chat, as a file that `mujaz subscribers import` takes.
import { clip } from "../../digest/digest.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { toLine } from "../../subscribers/line.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Command } from "../command.ts";
import type { Searches } from "../searches.ts";

export interface MyDataNeeds {
  readonly messages: Messages;
  /** Numbers of a chat's readers: its own and those of its topics. */
  readonly readersOf: (chat: number) => Promise<readonly number[]>;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  readonly searches: Pick<Searches, "list">;
}

/** A caption holds 1024 units: so many searches, and so many units of each, fit with what stands around them. */
const namedSearches = 10;
const unitsOfSearch = 40;

export function createMyData({ messages, readersOf, subscriberOf, searches }: MyDataNeeds): Command {
  return {
    name: "mydata",
    isListed: true,
    audience: "admins",
    async run({ reader, voice }) {
      const numbers = await readersOf(reader.subscriber.chat);
      const known = await Promise.all(numbers.map(subscriberOf));
      const lines = known.filter((each) => each !== undefined).map((each) => `${toLine(each)}\n`);
      const searched = (await Promise.all(numbers.map(searches.list))).flat().slice(0, namedSearches);
      const joint = voice.locale === "ar" ? "، " : ", ";
      const parts = [
        messages.say(voice, "mydata"),
        ...(searched.length === 0
          ? []
          : [
              messages.say(voice, "mydata-searches", {
                searches: searched
                  .map((words) => clip(words.replace(/\s+/g, " "), unitsOfSearch))
                  .join(joint),
              }),
            ]),
        messages.say(voice, "mydata-more", {
          privacy: commandText("privacy"),
          forget: commandText("forget"),
        }),
      ];
      const document = { name: "mujaz.jsonl", bytes: new TextEncoder().encode(lines.join("")) };
      return [{ html: parts.join("\n"), document }];
    },
  };
}
