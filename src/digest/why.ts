// Says in words why a story came to a reader, or did not: what decided, and what it is worth beside others.
import type { Messages, MessageValues } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { escapeHtml } from "../text/html.ts";
import { createJudge, type Told, type Verdict } from "./choose.ts";
import type { Look } from "./digest.ts";
import { agoWords, sided } from "./wording.ts";

/** Whether the reader has met the story: "last" in the last digest, "ahead" of the next one. */
export type Met = "last" | "met" | "carried" | "ahead" | "archive";

export interface WhyReader
  extends Pick<Subscriber, "topics" | "mutedTopics" | "follow" | "block" | "cursor" | "carry"> {
  readonly followStories: readonly string[];
  /** Numbers of the stories of the last digest. */
  readonly last: readonly number[];
}

/** Where the story stands to the reader's past digests. A first digest takes the newest, archive pieces too. */
export function metBy({ cursor, carry, last }: WhyReader, story: Told): Met {
  if (last.includes(story.number)) return "last";
  if (carry.includes(story.number)) return "carried";
  if (cursor === 0) return "ahead";
  if (story.freshNumber === undefined) return "archive";
  return story.freshNumber > cursor || story.isUpdate ? "ahead" : "met";
}

/** Lines of HTML: the verdict first, then each reason with what it counts. */
export function renderWhy(messages: Messages, story: Told, reader: WhyReader, look: Look): string {
  const { voice, now } = look;
  const verdict = createJudge(reader, now)(story);
  const met = metBy(reader, story);
  const line = (id: string, values: MessageValues = {}): string =>
    sided(voice, messages.say(voice, id, values));
  const head = verdict.against === undefined ? line(`why-${met}`) : line("why-not");
  const topics = story.lead.topics.map((topic) => look.topicName(topic));
  const joint = voice.locale === "ar" ? "، " : ", ";
  const reasons = [
    ...againstLines(verdict, look, line),
    ...(verdict.against === undefined
      ? [line(reader.topics.length === 0 ? "why-all-topics" : "why-topic", { topic: topics.join(joint) })]
      : []),
    ...(verdict.followed.length > 0 ? [line("why-followed", { words: verdict.followed.join(joint) })] : []),
    ...(reader.followStories.includes(story.id) ? [line("why-story-followed")] : []),
    ...(story.lead.pinned ? [line("why-pinned")] : []),
    line("why-sources", { count: Math.max(1, story.sources.length) }),
    line("why-age", { age: agoWords(messages, voice, new Date(story.lead.published), now, look) }),
  ];
  const weights = weightWords(messages, look, verdict);
  return [
    `<b>${head}</b>`,
    reasons.join("\n"),
    `${sided(voice, escapeHtml(messages.plain(voice, "why-weights")))}\n${weights}`,
  ].join("\n\n");
}

function againstLines(
  { against }: Verdict,
  look: Look,
  line: (id: string, values?: MessageValues) => string,
): readonly string[] {
  if (against === undefined) return [];
  switch (against.kind) {
    case "muted":
      return [line("why-muted", { topic: look.topicName(against.topic) })];
    case "blocked":
      return [line("why-blocked", { words: against.words })];
    default:
      return [line(`why-${against.kind}`)];
  }
}

/** What weighs, the heaviest first: in words, for nobody can do anything with a number of points. */
function weightWords(messages: Messages, { voice }: Look, { parts }: Verdict): string {
  const named = Object.entries(parts).filter(([, worth]) => worth >= 0.05);
  const heaviest = named.toSorted(([, a], [, b]) => b - a);
  const lines = heaviest.map(([name, worth]) => {
    const degree = worth >= 5 ? "decisive" : worth >= 0.75 ? "high" : worth >= 0.3 ? "middle" : "low";
    const values = {
      part: messages.plain(voice, `weight-${name}`),
      degree: messages.plain(voice, `weight-degree-${degree}`),
    };
    return sided(voice, messages.say(voice, "weight-line", values));
  });
  return lines.length === 0 ? sided(voice, messages.say(voice, "weight-none")) : lines.join("\n");
}
