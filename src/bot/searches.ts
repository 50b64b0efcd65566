// Remembers what a reader searched for under short ids: a button's data holds 64 bytes, a search may be longer.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

export interface Searches {
  /** The id of a reader's search; the same words have the same id. */
  keep(reader: number, words: string): Promise<string>;
  /** What this reader searched for; undefined for an id of nobody's, of another reader's, or of long ago. */
  find(reader: number, id: string): Promise<string | undefined>;
  /** What is remembered of a reader, the newest first. */
  list(reader: number): Promise<readonly string[]>;
  forget(reader: number): Promise<void>;
}

/** Days after the last search of a reader until all of them are forgotten. */
export const searchDays = 7;

/** Searches of one reader: the buttons of older ones are seldom pressed. */
export const mostSearches = 20;

/** One list a reader, so that all of it is found when the reader wishes to be forgotten. */
export function createSearches(redis: Pick<Redis, "lrange" | "multi" | "del">, prefix: string): Searches {
  const key = (reader: number): string => `{${prefix}}:searches:${reader}`;
  const list = (reader: number): Promise<string[]> => redis.lrange(key(reader), 0, -1);
  return {
    list,
    async keep(reader, words) {
      await redis
        .multi()
        .lrem(key(reader), 0, words)
        .lpush(key(reader), words)
        .ltrim(key(reader), 0, mostSearches - 1)
        .expire(key(reader), searchDays * 24 * 3_600)
        .exec();
      return idOf(words);
    },
    async find(reader, id) {
      return (await list(reader)).find((words) => idOf(words) === id);
    },
    async forget(reader) {
      await redis.del(key(reader));
    },
  };
}

function idOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}
