// /latest [topic] [n]: the newest stories as headlines, each with a command that opens it.

import { type Look, messageLimit, renderStory } from "../../digest/digest.ts";
import { command as commandText, sided } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import { toLatinDigits } from "../../text/digits.ts";
import { escapeHtml, visibleLength } from "../../text/html.ts";
import type { Command } from "../command.ts";
import { lookOf } from "../look.ts";
import type { Shelf, Topics } from "../shelf.ts";

export interface LatestNeeds {
  readonly messages: Messages;
  readonly shelf: Pick<Shelf, "latest">;
  readonly topics: Topics;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
}

/** Stories in one list: more would not be read on a phone. */
const listed = 10;

/** Who asks for more gets what surely fits a message. */
const mostListed = 30;

export function createLatest({ messages, shelf, topics, sentences, hijriShift }: LatestNeeds): Command {
  return {
    name: "latest",
    isListed: true,
    async run({ reader, voice, argument, now }) {
      const { name, count } = await readWish(argument, topics);
      const topic = name === "" ? undefined : await topics.find(name);
      const others = { html: topicList(await topics.all(), topics, voice) };
      if (name !== "" && topic === undefined) {
        return [
          {
            html: messages.say(voice, "latest-unknown-topic", {
              topic: name.slice(0, 60),
              topics: others,
              command: commandText("topics"),
            }),
          },
        ];
      }
      const stories = await shelf.latest(topic === undefined ? { limit: count } : { topic, limit: count });
      if (stories.length === 0) {
        if (topic === undefined) return [{ html: messages.say(voice, "latest-empty") }];
        const name = topics.name(voice.locale, topic);
        return [{ html: messages.say(voice, "latest-empty-topic", { topic: name, topics: others }) }];
      }
      const title =
        topic === undefined
          ? messages.say(voice, "latest-title")
          : messages.say(voice, "latest-title-topic", { topic: topics.name(voice.locale, topic) });
      const look = {
        ...lookOf(reader.subscriber, now, topics, { sentences, hijriShift }),
        length: "headlines" as const,
      };
      const lines = [`<b>${sided(voice, title)}</b>`];
      let units = visibleLength(title);
      for (const story of stories) {
        const line = renderStory(messages, story, look);
        units += visibleLength(line) + 2;
        if (units > messageLimit - 10) break;
        lines.push(line);
      }
      return [{ html: lines.join("\n\n") }];
    },
  };
}

/** «الاقتصاد 5» (five of the economy), «5», «الاقتصاد»; what is a topic as it stands is one. */
async function readWish(
  argument: string,
  topics: Pick<Topics, "find">,
): Promise<{ name: string; count: number }> {
  const [, name = "", digits = ""] = /^(.*?)\s*(\d{1,6})$/.exec(toLatinDigits(argument)) ?? [];
  const isTopic = digits === "" || (await topics.find(argument)) !== undefined;
  if (isTopic) return { name: argument, count: listed };
  return { name, count: Math.min(Math.max(Number(digits), 1), mostListed) };
}

/** The topics' names in a row. */
export function topicList(ids: readonly string[], topics: Pick<Topics, "name">, voice: Voice): string {
  const joint = voice.locale === "ar" ? "، " : ", ";
  return ids.map((id) => escapeHtml(topics.name(voice.locale, id))).join(joint);
}
