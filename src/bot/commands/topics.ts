// /topics: what topics there are, how many stories each holds, and how to choose among them.
import { command as commandText, sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Command } from "../command.ts";
import type { Shelf, Topics } from "../shelf.ts";

export interface TopicsNeeds {
  readonly messages: Messages;
  readonly shelf: Pick<Shelf, "topicsInUse" | "maxNumber">;
  readonly topics: Topics;
}

/** Shortcuts in the list: `/t_economy` lists a topic with one tap. Only ids that a command may hold have one. */
export const topicCommand = (topic: string): string => `t_${topic}`;

export function createTopics({ messages, shelf, topics }: TopicsNeeds): Command {
  return {
    name: "topics",
    isListed: true,
    async run({ voice }) {
      if ((await shelf.maxNumber()) === 0) return [{ html: messages.say(voice, "topics-empty") }];
      const counts = await shelf.topicsInUse();
      const lines = (await topics.all()).map((topic) =>
        sided(
          voice,
          messages.say(voice, "topics-line", {
            topic: topics.name(voice.locale, topic),
            count: counts.get(topic) ?? 0,
            command: /^[a-z0-9_]{1,30}$/.test(topic)
              ? commandText(topicCommand(topic))
              : commandText("latest"),
          }),
        ),
      );
      const title = `<b>${sided(voice, messages.say(voice, "topics-title"))}</b>`;
      const choose = messages.say(voice, "topics-choose", { settings: commandText("settings") });
      return [{ html: [title, lines.join("\n"), choose].join("\n\n") }];
    },
  };
}
