// Remembers what was searched for under a short id: a button's data holds 64 bytes, a search may be longer.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

export interface Searches {
  /** The id of a search; the same words have the same id. */
  keep(words: string): Promise<string>;
  /** What was searched for; undefined for an id that nobody gave, or a week ago. */
  find(id: string): Promise<string | undefined>;
}

const seconds = 7 * 24 * 3_600;

export function createSearches(redis: Pick<Redis, "set" | "get">, prefix: string): Searches {
  const key = (id: string): string => `{${prefix}}:search:${id}`;
  return {
    async keep(words) {
      const id = createHash("sha256").update(words).digest("hex").slice(0, 16);
      await redis.set(key(id), words, "EX", seconds);
      return id;
    },
    async find(id) {
      return /^[0-9a-f]{16}$/.test(id) ? ((await redis.get(key(id))) ?? undefined) : undefined;
    },
  };
}
