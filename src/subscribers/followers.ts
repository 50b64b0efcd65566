// Who is to be told at once of a word or a story: from each to its readers, so that no article asks all subscribers.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { phraseStems } from "../text/phrases.ts";
import type { Subscriber } from "./subscriber.ts";

/** What of a subscriber decides where it is kept. */
type Following = Pick<Subscriber, "status" | "alerts" | "follow" | "followStories">;

/**
 * An entry says that a reader may follow, not that it does: who is found is asked again before anything is sent. So a
 * change that came by another way does no harm.
 */
export interface Followers {
  /** Keeps a reader where `after` wants it, and no longer where only `before` did. */
  note(reader: number, before: Following | undefined, after: Following | undefined): Promise<void>;
  /** Numbers of readers that may follow a story or one of these stems, each once, ascending. */
  of(storyId: string, stems: Iterable<string>): Promise<readonly number[]>;
}

export function createFollowers(redis: Redis, prefix: string): Followers {
  const key = (name: string): string => `{${prefix}}:followers:${name}`;
  return {
    async note(reader, before, after) {
      const [old, wanted] = [placesOf(before), placesOf(after)];
      const pipeline = redis.pipeline();
      for (const place of old) if (!wanted.has(place)) pipeline.srem(key(place), reader);
      for (const place of wanted) if (!old.has(place)) pipeline.sadd(key(place), reader);
      if (pipeline.length > 0) await pipeline.exec();
    },
    async of(storyId, stems) {
      const places = [storyId, ...new Set(stems)].map((name, at) => (at === 0 ? name : wordPlace(name)));
      const pipeline = redis.pipeline();
      for (const place of places) pipeline.smembers(key(place));
      const found = new Set<number>();
      for (const [error, members] of (await pipeline.exec()) ?? []) {
        if (error !== null) throw error;
        for (const member of members as string[]) found.add(Number(member));
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** Each phrase is kept under its first word; whether the others follow is for the text itself to tell. */
function placesOf(one: Following | undefined): ReadonlySet<string> {
  if (one === undefined || !one.alerts || one.status !== "active") return new Set();
  const words = one.follow.flatMap((phrase) => phraseStems(phrase)[0] ?? []);
  return new Set([...one.followStories, ...words.map(wordPlace)]);
}

/** No word of a reader's stands in a key. */
function wordPlace(stem: string): string {
  return `w:${createHash("sha256").update(stem).digest("base64url").slice(0, 16)}`;
}
