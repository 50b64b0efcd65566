// What readers are like, reckoned from some of them: all where there are few, else a few thousand drawn by chance.
import type { Redis } from "ioredis";
import { subscriberKeys } from "./records.ts";
import { createRoll } from "./roll.ts";
import type { KnownReader } from "./store.ts";

export interface Census {
  readonly readers: readonly KnownReader[];
  /** Readers of whom there is a record. */
  readonly known: number;
  /** Everybody was read: what follows from it is exact. */
  readonly isWhole: boolean;
}

/**
 * Readers who are drawn: of 5,000 a share of one half is right within 1.4 percentage points, 19 times in 20; smaller
 * shares more closely.
 */
export const drawn = 5_000;

const piece = 250;

/**
 * One reader out of each of `size` stretches of the numbers given, so that old and new ones are there as they are in the
 * whole. `chance` gives 0 to 1, 1 excluded. Redis is asked in pieces, each done within a millisecond.
 */
export async function takeCensus(
  redis: Pick<Redis, "get" | "hmget" | "hlen">,
  prefix: string,
  { size = drawn, chance = Math.random }: { readonly size?: number; readonly chance?: () => number } = {},
): Promise<Census> {
  const roll = createRoll(redis, prefix);
  const [last, known] = await Promise.all([roll.last(), redis.hlen(subscriberKeys(prefix).records)]);
  const isWhole = last <= size;
  const numbers = Array.from({ length: Math.min(last, size) }, (_, index) =>
    isWhole ? index + 1 : 1 + Math.floor(((index + chance()) * last) / size),
  );
  const readers: KnownReader[] = [];
  for (let at = 0; at < numbers.length; at += piece)
    readers.push(...(await roll.some(numbers.slice(at, at + piece))));
  return { readers, known, isWhole };
}
