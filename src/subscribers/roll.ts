// The roll of all readers by number: read in pieces of any size, however many there are.
import type { Redis } from "ioredis";
import { subscriberOf } from "./fields.ts";
import { subscriberKeys } from "./records.ts";
import type { KnownReader } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

export interface Roll {
  /** The highest number ever given to a reader, 0 at first. */
  last(): Promise<number>;
  /** The readers of these numbers; one who is gone is left out. */
  some(numbers: readonly number[]): Promise<readonly KnownReader[]>;
  /** Every reader up to and with `upTo` once, in outline, by number, in pieces that fit the memory. */
  walk(upTo: number): AsyncGenerator<readonly Outline[]>;
}

/** What counting readers looks at. */
export type Outline = Pick<
  Subscriber,
  "status" | "kind" | "locale" | "topics" | "mutedTopics" | "pausedUntil"
>;

const piece = 500;

export function createRoll(redis: Pick<Redis, "get" | "hmget">, prefix: string): Roll {
  const keys = subscriberKeys(prefix);

  async function some(numbers: readonly number[]): Promise<readonly KnownReader[]> {
    if (numbers.length === 0) return [];
    const records = await redis.hmget(keys.records, ...numbers.map(String));
    return numbers.flatMap((number, index) => {
      const subscriber = subscriberOf(records[index]);
      return subscriber === undefined ? [] : [{ number, subscriber }];
    });
  }

  return {
    last: async () => Number((await redis.get(keys.next)) ?? 0),
    some,
    async *walk(upTo) {
      for (let first = 1; first <= upTo; first += piece) {
        const count = Math.min(piece, upTo - first + 1);
        const known = await some(Array.from({ length: count }, (_, index) => first + index));
        yield known.map(({ subscriber }) => subscriber);
      }
    },
  };
}
