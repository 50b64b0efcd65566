// Counts how often a reader wrote to the operators on one day: how often, and nothing of what was written.
import type { Redis } from "ioredis";

export interface FeedbackCounts {
  /** Counts one message of a reader today and gives how many there are; -1 takes one back. */
  count(reader: number, now: Date, by: 1 | -1): Promise<number>;
  forget(reader: number, now: Date): Promise<void>;
}

const dayMs = 24 * 3_600_000;

/** Days are those of UTC; a count is kept for a day after the last message. */
export function createFeedbackCounts(
  redis: Pick<Redis, "incrby" | "expire" | "del">,
  prefix: string,
): FeedbackCounts {
  const key = (reader: number, now: Date): string =>
    `{${prefix}}:feedback:${now.toISOString().slice(0, 10)}:${reader}`;
  return {
    async count(reader, now, by) {
      const count = await redis.incrby(key(reader, now), by);
      await redis.expire(key(reader, now), dayMs / 1000);
      return count;
    },
    async forget(reader, now) {
      await redis.del(key(reader, now), key(reader, new Date(now.getTime() - dayMs)));
    },
  };
}
