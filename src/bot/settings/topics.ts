// The topics that are wanted, and those that are not: two screens of switches.
import type { Button } from "../../delivery/outcome.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request } from "../command.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";

/** `topic:` shows the topics, `topic:+economy` takes one, `topic:-economy` gives it up, `topic:*` takes all. */
export function createTopic(needs: ScreenNeeds): Action {
  return createTopicSwitches(needs, "topic", "topics");
}

/** `mute:` shows the topics, `mute:+economy` keeps one away, `mute:-economy` lets it in, `mute:*` lets all in. */
export function createMute(needs: ScreenNeeds): Action {
  return createTopicSwitches(needs, "mute", "mutedTopics");
}

type TopicList = "topics" | "mutedTopics";

function createTopicSwitches(needs: ScreenNeeds, name: "topic" | "mute", list: TopicList): Action {
  const { messages, topics, change } = needs;
  async function screen({ reader, voice }: Request): Promise<Reply> {
    const chosen = reader.subscriber[list];
    const none = choice(messages.plain(voice, `button-${name}-none`), chosen.length === 0, `${name}:*`);
    const buttons = await topicButtons(needs, voice.locale, chosen, `${name}:`);
    return {
      html: messages.say(voice, `${list.toLowerCase()}-title-choose`),
      keyboard: [
        [none],
        ...rows(voice, buttons, 2),
        wayBack(messages, voice, list === "topics" ? "settings:" : "settings:what"),
      ],
    };
  }
  return {
    name,
    audience: "admins",
    async run(request) {
      const { reader, argument, now } = request;
      if (argument === "") return { edit: await screen(request) };
      const patch = switchTopic(reader.subscriber, list, argument, await topics.all());
      if (patch === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      const subscriber = await change(reader.number, patch, now);
      return { edit: await screen({ ...request, reader: { ...reader, subscriber } }) };
    },
  };
}

/** A button a topic, chosen ones marked, its data `prefix` and "+id" or "-id"; also for a chosen topic that is gone, which can only be given up. */
export async function topicButtons(
  { topics }: Pick<ScreenNeeds, "topics">,
  locale: string,
  chosen: readonly string[],
  prefix: string,
): Promise<readonly Button[]> {
  const ids = [...new Set([...(await topics.all()), ...chosen])];
  const data = (topic: string): string => `${prefix}${chosen.includes(topic) ? "-" : "+"}${topic}`;
  return (
    ids
      // Callback data holds 64 bytes at the most: a topic with a longer id has no button.
      .filter((topic) => Buffer.byteLength(data(topic)) <= 64)
      .map((topic) => choice(topics.name(locale, topic), chosen.includes(topic), data(topic)))
  );
}

/**
 * What pressing a topic's button changes: "+id", "-id", "*" for none, or an id alone, which is switched. What is
 * wanted cannot be kept away too: the later word counts. Undefined for a topic that there is not.
 */
export function switchTopic(
  reader: Subscriber,
  list: TopicList,
  wish: string,
  all: readonly string[],
): Partial<Subscriber> | undefined {
  if (wish === "*") return { [list]: [] };
  const chosen = reader[list];
  const sign = /^[+-]/.exec(wish)?.[0];
  const topic = sign === undefined ? wish : wish.slice(1);
  const isOn = chosen.includes(topic);
  // A topic that is gone can be given up, but not chosen.
  if (!isOn && !all.includes(topic)) return sign === "-" ? {} : undefined;
  const isWanted = sign === undefined ? !isOn : sign === "+";
  if (!isWanted) return { [list]: chosen.filter((each) => each !== topic) };
  const other = list === "topics" ? "mutedTopics" : "topics";
  return {
    [list]: isOn ? chosen : [...chosen, topic],
    ...(reader[other].includes(topic) && { [other]: reader[other].filter((each) => each !== topic) }),
  };
}
