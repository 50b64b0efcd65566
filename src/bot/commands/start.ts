// /start: says in three lines what Mujaz is and offers the first steps; a link's payload opens what it names.
import { command as commandText } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Command, Reply, Request } from "../command.ts";
import { nextWords } from "../next.ts";
import type { ScreenNeeds } from "../settings/screen.ts";
import { readPayload } from "../start/payload.ts";
import { firstSteps, welcomeScreen } from "../start/screens.ts";
import { type ArticleNeeds, createArticle } from "./article.ts";
import { createLatest, type LatestNeeds } from "./latest.ts";

export type StartNeeds = ScreenNeeds &
  LatestNeeds &
  ArticleNeeds & {
    readonly revive: (number: number, subscriber: Subscriber) => Promise<Subscriber>;
    /** Counts a start under the ref of its link; nobody is named. */
    readonly isFull: () => Promise<boolean>;
    readonly countRef: (ref: string) => Promise<void>;
  };

export function createStart(needs: StartNeeds): Command {
  return {
    name: "start",
    isListed: true,
    async run(request) {
      // Blocked once and back again: the subscription that the block had ended goes on.
      const subscriber = await needs.revive(request.reader.number, request.reader.subscriber);
      const revived = { ...request, reader: { ...request.reader, subscriber } };
      const payload = readPayload(request.argument);
      if (payload?.kind === "topic") return openTopic(needs, revived, payload.topic);
      if (payload?.kind === "article") {
        const article = await createArticle(needs).run({ ...revived, argument: String(payload.number) });
        return subscriber.status === "inactive" ? [...article, greet(needs, revived)] : article;
      }
      if (payload?.kind === "ref") await needs.countRef(payload.ref);
      // Who has no subscription is not offered one that cannot be had.
      if (subscriber.status === "inactive" && (await needs.isFull())) {
        return [{ html: needs.messages.say(request.voice, "full", { latest: commandText("latest") }) }];
      }
      return [greet(needs, revived)];
    },
  };
}

function greet(needs: StartNeeds, { reader, voice, now }: Request): Reply {
  const { messages, nextDue } = needs;
  const { subscriber } = reader;
  const { kind } = subscriber;
  // In a group nobody is asked to subscribe himself: who may reads how.
  if (subscriber.status === "inactive" && kind !== "private") {
    const [digest, subscribe] = [commandText("digest"), commandText("subscribe")];
    return { html: messages.say(voice, "group-start", { digest, subscribe }) };
  }
  if (subscriber.status === "inactive") return welcomeScreen(needs, subscriber, now);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const settings = commandText("settings");
  const state = {
    html:
      next === undefined
        ? messages.say(voice, "subscribed-no-time", { settings, kind })
        : messages.say(voice, "state-active", { next, kind }),
  };
  const html = messages.say(voice, kind === "private" ? "start-again" : "group-start-again", { state });
  return { html, keyboard: firstSteps(messages, voice) };
}

/** The topic's newest stories, and an offer to have it every day for who does not have it yet. */
async function openTopic(needs: StartNeeds, request: Request, id: string): Promise<readonly Reply[]> {
  const { messages, topics, nextDue } = needs;
  const { reader, voice, now } = request;
  const { subscriber } = reader;
  const topic = (await topics.all()).includes(id) ? id : await topics.find(id.replaceAll(/[-_]/g, " "));
  if (topic === undefined) return [greet(needs, request)];
  const replies = await createLatest(needs).run({ ...request, argument: topic });
  const isActive = subscriber.status !== "inactive";
  const hasIt = subscriber.topics.length === 0 || subscriber.topics.includes(topic);
  const data = `begin:o.${topic}`;
  if ((isActive && hasIt) || Buffer.byteLength(data) > 64) return replies;
  const name = topics.name(voice.locale, topic);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const html = isActive
    ? messages.say(voice, "offer-add", { topic: name })
    : next === undefined
      ? messages.say(voice, "offer-topic", { topic: name })
      : messages.say(voice, "offer-topic-next", { topic: name, next });
  const button = messages.plain(voice, isActive ? "button-add-topic" : "button-subscribe-topic", {
    topic: name,
  });
  const choose = { text: messages.plain(voice, "button-choose"), data: "begin:topics" };
  return [...replies, { html, keyboard: [[{ text: button, data }], ...(isActive ? [] : [[choose]])] }];
}
