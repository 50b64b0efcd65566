// Chooses the stories of one digest: what is eligible, the best of it, and what is carried to the next.
import type { Story } from "../articles/article.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { createPhraseFinder } from "../text/phrases.ts";
import { toldStems } from "./telling.ts";

/** What of a subscriber decides the choice. */
export type Wish = Pick<Subscriber, "topics" | "mutedTopics" | "follow" | "block" | "items">;

/**
 * A story as one reader is told it. An update of a story that the reader follows has its newest article for a lead, and
 * that article's number.
 */
export type Told = Story & { readonly isUpdate?: true };

export interface Choice {
  /** Best first. */
  readonly chosen: readonly Told[];
  /** Numbers of the best that did not fit, at most 8, best first. */
  readonly carry: readonly number[];
  /** How many stories were new before the reader's topics and blocked words were asked. */
  readonly considered: number;
}

export const carryLimit = 8;

const hourMs = 3_600_000;

/** Hours after which a story's recency is worth half. A day: yesterday's news loses to today's equal. */
const halfLifeHours = 24;

/** What a story loses for each one already chosen of the same topic, so that one topic does not fill a digest. */
const sameTopicPenalty = 0.25;

/** A story, and what speaks for and against it. */
export interface Weighed {
  readonly story: Told;
  readonly verdict: Verdict;
  /** Its place among those that may come, from 1; absent where something speaks against it. */
  readonly place?: number;
  /** What it lost for stories of its topic with better places. */
  readonly repeats: number;
}

/**
 * `fresh` are stories first seen after the reader's cursor (or the newest of all for a first digest), `carried`
 * those that did not fit before and are not too old. Stories in both count once. Ties go to the newer number.
 */
export function chooseStories(
  fresh: readonly Told[],
  carried: readonly Told[],
  wish: Wish,
  now: Date,
): Choice {
  return choiceOf(weighStories(fresh, carried, wish, now), wish.items);
}

/** All of them with their reasons: the best first, then those that may not come. */
export function weighStories(
  fresh: readonly Told[],
  carried: readonly Told[],
  wish: Omit<Wish, "items">,
  now: Date,
): readonly Weighed[] {
  const unique = [...new Map([...carried, ...fresh].map((story) => [story.id, story])).values()];
  const judge = createJudge(wish, now);
  const judged = unique.map((story): Judged => ({ story, verdict: judge(story) }));
  const barred = judged.filter(({ verdict }) => verdict.against !== undefined);
  return [
    ...rank(judged.filter(({ verdict }) => verdict.against === undefined)),
    ...barred.map((one) => ({ ...one, repeats: 0 })),
  ];
}

/** What a digest of so many stories takes of the weighed ones, and what is carried. */
export function choiceOf(weighed: readonly Weighed[], items: number): Choice {
  const ranked = weighed.flatMap(({ story, place }) => (place === undefined ? [] : [story]));
  return {
    chosen: ranked.slice(0, items),
    carry: ranked.slice(items, items + carryLimit).map((story) => story.number),
    considered: weighed.length,
  };
}

/** Why a story does not come to a reader. */
export type Against =
  | { readonly kind: "hidden" }
  | { readonly kind: "muted"; readonly topic: string }
  | { readonly kind: "not-chosen" }
  | { readonly kind: "blocked"; readonly words: string };

export interface Verdict {
  readonly against?: Against;
  /** The followed words that it mentions, as the reader wrote them. */
  readonly followed: readonly string[];
  readonly parts: WorthParts;
}

/** What a story is worth, by where it comes from: their sum decides. */
export interface WorthParts {
  readonly pinned: number;
  readonly update: number;
  readonly followed: number;
  readonly outlets: number;
  readonly recency: number;
}

/** Judges each story by one reader's wish. An update of a followed story comes whatever its topic. */
export function createJudge(wish: Omit<Wish, "items">, now: Date): (story: Told) => Verdict {
  const findBlocked = createPhraseFinder(wish.block);
  const findFollowed = createPhraseFinder(wish.follow);
  return (story) => {
    const told = toldStems(story.lead);
    const followed = findFollowed(told).flatMap((index) => wish.follow[index] ?? []);
    const blocked = wish.block[findBlocked(told)[0] ?? -1];
    const against = whyNot(story, wish, blocked);
    return {
      ...(against !== undefined && { against }),
      followed,
      parts: partsOf(story, followed.length > 0, now),
    };
  };
}

function whyNot(
  { lead, isUpdate }: Told,
  wish: Omit<Wish, "items">,
  blocked: string | undefined,
): Against | undefined {
  if (lead.hidden) return { kind: "hidden" };
  const muted = lead.topics.find((topic) => wish.mutedTopics.includes(topic));
  if (muted !== undefined && !isUpdate) return { kind: "muted", topic: muted };
  const isChosen = wish.topics.length === 0 || lead.topics.some((topic) => wish.topics.includes(topic));
  if (!isChosen && !isUpdate) return { kind: "not-chosen" };
  return blocked === undefined ? undefined : { kind: "blocked", words: blocked };
}

/**
 * A pin outweighs everything, an update of a followed story all but a pin, a followed word all but these; then more
 * outlets, then recency (0..1).
 */
function partsOf(story: Told, isFollowed: boolean, now: Date): WorthParts {
  const ageHours = Math.max(0, now.getTime() - Date.parse(story.lead.published)) / hourMs;
  return {
    pinned: story.lead.pinned ? 100 : 0,
    update: story.isUpdate ? 30 : 0,
    followed: isFollowed ? 10 : 0,
    outlets: 0.5 * Math.log2(story.sources.length || 1),
    recency: 2 ** (-ageHours / halfLifeHours),
  };
}

/** The sum of the parts. */
export function worthOf({ pinned, update, followed, outlets, recency }: WorthParts): number {
  return pinned + update + followed + outlets + recency;
}

type Judged = Pick<Weighed, "story" | "verdict">;

function rank(eligible: readonly Judged[]): Weighed[] {
  const valued = eligible.map((one) => ({ ...one, worth: worthOf(one.verdict.parts) }));
  const left = valued.toSorted((a, b) => b.worth - a.worth || b.story.number - a.story.number);
  const seen = new Map<string, number>();
  const ranked: Weighed[] = [];
  while (left.length > 0) {
    let best = 0;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (const [index, { story, worth }] of left.entries()) {
      const net = worth - sameTopicPenalty * (seen.get(topicOf(story)) ?? 0);
      if (net > bestWorth) {
        best = index;
        bestWorth = net;
      }
    }
    const [taken] = left.splice(best, 1);
    if (taken === undefined) break;
    const { story, verdict } = taken;
    const before = seen.get(topicOf(story)) ?? 0;
    ranked.push({ story, verdict, place: ranked.length + 1, repeats: sameTopicPenalty * before });
    seen.set(topicOf(story), before + 1);
  }
  return ranked;
}

function topicOf(story: Story): string {
  return story.lead.topics[0] ?? "general";
}
