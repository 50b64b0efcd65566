// Composes one reader's digest from the store, once for all readers whose settings and past are the same.
import type { Story } from "../articles/article.ts";
import { type Choice, chooseStories } from "../digest/choose.ts";
import { type Look, renderDigest } from "../digest/digest.ts";
import { voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

/** What composing needs of the article store. */
export interface Shelf {
  maxNumber(): Promise<number>;
  /** Visible stories with a number over the cursor, newest first. */
  newStoriesSince(cursor: number): Promise<readonly Story[]>;
  /** Stories by their numbers; a number without a story is left out. */
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  /** Rises with every change of the store. */
  version(): Promise<number>;
}

export interface Composition {
  /** Messages of Telegram HTML; none when there is nothing to say. */
  readonly parts: readonly string[];
  readonly cursor: number;
  readonly carry: readonly number[];
  /** Why there are no parts. */
  readonly nothing?: "empty" | "no-match" | "nothing-new";
  readonly stories: readonly Story[];
}

export interface ComposeAt {
  readonly now: Date;
  readonly upTo?: number;
  /** The stories were chosen before, as in a review: these, and what then is carried. */
  readonly fixed?: {
    readonly upTo: number;
    readonly stories: readonly number[];
    readonly carry: readonly number[];
  };
}

export type Compose = (reader: Subscriber, at: ComposeAt) => Promise<Composition>;

export interface ComposeNeeds {
  readonly shelf: Shelf;
  readonly messages: Messages;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
  readonly topicName: (locale: string, topic: string) => string;
  readonly carryHours: number;
}

/** Compositions kept: segments of readers in one wave; the oldest goes first. */
const cached = 2000;

/** Ages are worded to this step, so that a wave of readers shares one composition. */
const stepMs = 5 * 60_000;

export function createCompose({
  shelf,
  messages,
  sentences,
  hijriShift,
  topicName,
  carryHours,
}: ComposeNeeds): Compose {
  const cache = new Map<string, Promise<Composition>>();

  async function compose(reader: Subscriber, now: Date, upTo: number): Promise<Composition> {
    const all = await shelf.newStoriesSince(reader.cursor);
    const fresh = all.filter((story) => (story.freshNumber ?? story.number) <= upTo);
    const oldest = now.getTime() - carryHours * 3_600_000;
    const carried = (await shelf.stories(reader.carry)).filter(
      (story) => Date.parse(story.firstSeen) >= oldest,
    );
    const choice = chooseStories(fresh, carried, reader, now);
    return {
      parts: renderDigest(messages, choice.chosen, lookOf(reader, now)),
      cursor: Math.max(reader.cursor, upTo),
      carry: choice.carry,
      stories: choice.chosen,
      ...(choice.chosen.length === 0 ? { nothing: whyNothing(choice, upTo) } : {}),
    };
  }

  async function composeFixed(
    reader: Subscriber,
    now: Date,
    { upTo, stories, carry }: NonNullable<ComposeAt["fixed"]>,
  ): Promise<Composition> {
    const chosen = await shelf.stories(stories);
    const parts = renderDigest(messages, chosen, lookOf(reader, now));
    const nothing = chosen.length === 0 ? { nothing: "nothing-new" as const } : {};
    return { parts, cursor: Math.max(reader.cursor, upTo), carry, stories: chosen, ...nothing };
  }

  function lookOf(reader: Subscriber, now: Date): Look {
    return {
      voice: voiceOf(reader),
      zone: reader.zone,
      calendar: reader.calendar,
      hijriShift,
      length: reader.length,
      now,
      sentences,
      topicName: (topic) => topicName(reader.locale, topic),
    };
  }

  return async (reader, at) => {
    const now = new Date(Math.floor(at.now.getTime() / stepMs) * stepMs);
    if (at.fixed !== undefined) return composeFixed(reader, now, at.fixed);
    const upTo = at.upTo ?? (await shelf.maxNumber());
    const key = shapeOf(reader, upTo, now, await shelf.version());
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = compose(reader, now, upTo);
    cache.set(key, made);
    made.catch(() => cache.delete(key));
    const oldest = cache.size > cached ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return made;
  };
}

function whyNothing({ considered }: Choice, upTo: number): "empty" | "no-match" | "nothing-new" {
  if (upTo === 0) return "empty";
  return considered === 0 ? "nothing-new" : "no-match";
}

/** Everything that shapes a digest, and nothing else: two readers alike in it get the same messages. */
function shapeOf(reader: Subscriber, upTo: number, now: Date, version: number): string {
  const { locale, zone, digits, calendar, length, items, cursor, carry } = reader;
  const { topics, mutedTopics, follow, block } = reader;
  const lists = [topics, mutedTopics, follow, block].map((list) => list.toSorted());
  return JSON.stringify([
    [locale, zone, digits, calendar, length, items],
    [cursor, carry, upTo, now.getTime(), version],
    lists,
  ]);
}
