// Remembers which stories a reader's last digest told, by their numbers, to show them again.
import type { Redis } from "ioredis";

export interface LastDigests {
  remember(reader: number, stories: readonly { readonly number: number }[]): Promise<void>;
  /** Best first; none where there was no digest in the last two days. */
  last(reader: number): Promise<readonly number[]>;
}

const seconds = 48 * 3_600;

export function createLastDigests(redis: Pick<Redis, "set" | "get">, prefix: string): LastDigests {
  const key = (reader: number): string => `{${prefix}}:last:${reader}`;
  return {
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
