// Chooses the stories of one digest: what is eligible, the best of it, and what is carried to the next.
import type { Story } from "../articles/article.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { stems } from "../text/stem.ts";

/** What of a subscriber decides the choice. */
export type Wish = Pick<Subscriber, "topics" | "mutedTopics" | "follow" | "block" | "items">;

export interface Choice {
  /** Best first. */
  readonly chosen: readonly Story[];
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

/**
 * `fresh` are stories first seen after the reader's cursor (or the newest of all for a first digest), `carried`
 * those that did not fit before and are not too old. Stories in both count once. Ties go to the newer number.
 */
export function chooseStories(
  fresh: readonly Story[],
  carried: readonly Story[],
  wish: Wish,
  now: Date,
): Choice {
  const unique = [...new Map([...carried, ...fresh].map((story) => [story.id, story])).values()];
  const blocked = wish.block.map(phrase).filter((words) => words !== "");
  const followed = wish.follow.map(phrase).filter((words) => words !== "");
  const eligible = unique.filter((story) => isWanted(story, wish) && !mentions(story, blocked));
  const ranked = rank(eligible, followed, now);
  return {
    chosen: ranked.slice(0, wish.items),
    carry: ranked.slice(wish.items, wish.items + carryLimit).map((story) => story.number),
    considered: unique.length,
  };
}

function isWanted({ lead }: Story, { topics, mutedTopics }: Wish): boolean {
  if (lead.hidden) return false;
  if (lead.topics.some((topic) => mutedTopics.includes(topic))) return false;
  return topics.length === 0 || lead.topics.some((topic) => topics.includes(topic));
}

function rank(stories: readonly Story[], followed: readonly string[], now: Date): Story[] {
  const left = stories
    .map((story) => ({ story, worth: worthOf(story, followed, now) }))
    .sort((a, b) => b.worth - a.worth || b.story.number - a.story.number);
  const seen = new Map<string, number>();
  const ranked: Story[] = [];
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
    ranked.push(taken.story);
    seen.set(topicOf(taken.story), (seen.get(topicOf(taken.story)) ?? 0) + 1);
  }
  return ranked;
}

/** A pin outweighs everything, a followed word all but a pin; then more outlets, then recency (0..1). */
function worthOf(story: Story, followed: readonly string[], now: Date): number {
  const ageHours = Math.max(0, now.getTime() - Date.parse(story.lead.published)) / hourMs;
  const recency = 2 ** (-ageHours / halfLifeHours);
  const outlets = 0.5 * Math.log2(story.sources.length || 1);
  return (story.lead.pinned ? 100 : 0) + (mentions(story, followed) ? 10 : 0) + outlets + recency;
}

function topicOf(story: Story): string {
  return story.lead.topics[0] ?? "general";
}

function phrase(words: string): string {
  const stemmed = stems(words).join(" ");
  return stemmed === "" ? "" : ` ${stemmed} `;
}

function mentions({ lead }: Story, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return false;
  const told = [lead.title, ...lead.summary.sentences.map((sentence) => sentence.text)].join(" . ");
  const text = ` ${stems(told).join(" ")} `;
  return phrases.some((words) => text.includes(words));
}
