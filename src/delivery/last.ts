// Remembers by their numbers which stories a reader was told: in the last digest, to show them again; by alert, not to.
import type { Redis } from "ioredis";

export interface LastDigests {
  remember(reader: number, stories: readonly { readonly number: number }[]): Promise<void>;
  /** Best first; none where there was no digest in the last two days. */
  last(reader: number): Promise<readonly number[]>;
  forget(reader: number): Promise<void>;
  noteAlert(reader: number, story: { readonly number: number }): Promise<void>;
  /** What alerts told in the last two days: no digest tells it once more. */
  alerted(reader: number): Promise<readonly number[]>;
}

const seconds = 48 * 3_600;

/** Alerts of two days, and some to spare. */
const mostAlerted = 20;

export function createLastDigests(
  redis: Pick<Redis, "set" | "get" | "del" | "pipeline" | "lrange">,
  prefix: string,
): LastDigests {
  const key = (reader: number): string => `{${prefix}}:last:${reader}`;
  const alertKey = (reader: number): string => `${key(reader)}:alerts`;
  return {
    async noteAlert(reader, { number }) {
      const noted = redis.pipeline().lpush(alertKey(reader), number);
      await noted
        .ltrim(alertKey(reader), 0, mostAlerted - 1)
        .expire(alertKey(reader), seconds)
        .exec();
    },
    async forget(reader) {
      await redis.del(key(reader), alertKey(reader));
    },
    async alerted(reader) {
      return (await redis.lrange(alertKey(reader), 0, -1)).map(Number);
    },
    async remember(reader, stories) {
      if (stories.length === 0) return;
      await redis.set(key(reader), stories.map(({ number }) => number).join(","), "EX", seconds);
    },
    async last(reader) {
      const kept = await redis.get(key(reader));
      return kept === null ? [] : kept.split(",").map(Number);
    },
  };
}
