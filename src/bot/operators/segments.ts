// Whom a broadcast is for: the buttons, what a button's data means, and the question before it is sent.

import { createHash } from "node:crypto";
import type { Segment } from "../../delivery/broadcast.ts";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button } from "../../delivery/outcome.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import { button, turns } from "../buttons.ts";
import type { Reply, Request } from "../command.ts";
import { rows } from "../settings/screen.ts";
import type { Topics } from "../shelf.ts";

export interface SegmentNeeds {
  readonly messages: Messages;
  readonly topics: Pick<Topics, "all" | "name">;
  /** How many readers a segment has, and the highest reader's number there is. */
  readonly countReaders: (segment: Segment, now: Date) => Promise<{ total: number; last: number }>;
  /** What a message to so many costs in Telegram Stars; 0 where sending is free. */
  readonly starsFor: (readers: number) => number;
}

const topicsPerPage = 12;

/** A topic's id may be longer than a button's data. */
const topicKey = (topic: string): string => createHash("sha256").update(topic).digest("hex").slice(0, 12);

/** Reads `all`, `private`, `groups`, `lang-ar`, `topic-1f…`; undefined for what names no segment of ours. */
export async function segmentOf(
  { messages, topics }: SegmentNeeds,
  value: string,
): Promise<Segment | undefined> {
  if (value === "all" || value === "private" || value === "groups") return { kind: value };
  const locale = messages.locales.find((code) => value === `lang-${code}`);
  if (locale !== undefined) return { kind: "locale", locale };
  const topic = (await topics.all()).find((id) => value === `topic-${topicKey(id)}`);
  return topic === undefined ? undefined : { kind: "topic", topic };
}

function segmentWords({ messages, topics }: SegmentNeeds, voice: Voice, segment: Segment): string {
  switch (segment.kind) {
    case "locale":
      return messages.plain(voice, "segment-locale", {
        language: messages.plain({ ...voice, locale: segment.locale }, "language-name"),
      });
    case "topic":
      return messages.plain(voice, "segment-topic", { topic: topics.name(voice.locale, segment.topic) });
    default:
      return messages.plain(voice, `segment-${segment.kind}`);
  }
}

/** Under the preview: for whom is it? */
export function segmentScreen(needs: SegmentNeeds, { voice }: Request, id: number): Reply {
  const { messages } = needs;
  const to = (segment: Segment, value: string): Button => ({
    text: segmentWords(needs, voice, segment),
    data: `bc:for.${id}.${value}`,
  });
  const languages = messages.locales.map((locale) => to({ kind: "locale", locale }, `lang-${locale}`));
  return {
    html: messages.say(voice, "broadcast-preview"),
    keyboard: [
      [to({ kind: "all" }, "all")],
      inReadingOrder(voice, [to({ kind: "private" }, "private"), to({ kind: "groups" }, "groups")]),
      ...rows(voice, languages, 2),
      [button(messages, voice, "broadcast-topics", `bc:topics.${id}.0`)],
      [button(messages, voice, "broadcast-drop", `bc:drop.${id}`)],
    ],
  };
}

/** One topic of those there are. */
export async function topicScreen(
  { messages, topics }: SegmentNeeds,
  { voice }: Request,
  id: number,
  wanted: number,
): Promise<Reply> {
  const all = await topics.all();
  const pages = Math.max(1, Math.ceil(all.length / topicsPerPage));
  const page = Math.min(wanted, pages - 1);
  const shown = all.slice(page * topicsPerPage, (page + 1) * topicsPerPage).map((topic) => ({
    text: topics.name(voice.locale, topic),
    data: `bc:for.${id}.topic-${topicKey(topic)}`,
  }));
  return {
    html: messages.say(voice, "broadcast-choose-topic"),
    keyboard: [
      ...rows(voice, shown, 2),
      ...turns(messages, voice, { page, pages, to: (other) => `bc:topics.${id}.${other}` }),
      inReadingOrder(voice, [
        button(messages, voice, "back", `bc:to.${id}`),
        button(messages, voice, "broadcast-drop", `bc:drop.${id}`),
      ]),
    ],
  };
}

/** The last question: how many will get it. */
export function confirmScreen(
  needs: SegmentNeeds,
  { voice }: Request,
  chosen: { readonly id: number; readonly value: string; readonly segment: Segment; readonly total: number },
): Reply {
  const { messages } = needs;
  const { id, value, segment, total } = chosen;
  const words = segmentWords(needs, voice, segment);
  const wayBack = inReadingOrder(voice, [
    button(messages, voice, "back", `bc:to.${id}`),
    button(messages, voice, "broadcast-drop", `bc:drop.${id}`),
  ]);
  const question = messages.say(voice, "broadcast-confirm", { segment: words, count: total });
  const stars = needs.starsFor(total);
  return {
    html: stars > 0 ? `${question}\n${messages.say(voice, "broadcast-stars", { count: stars })}` : question,
    keyboard: [
      ...(total > 0 ? [[button(messages, voice, "broadcast-go", `bc:go.${id}.${value}`)]] : []),
      wayBack,
    ],
  };
}
