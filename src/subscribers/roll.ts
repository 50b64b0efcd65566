// The roll of all readers by number: read in pieces of any size, however many there are.
import type { Redis } from "ioredis";
import { fromFields } from "./fields.ts";
import { type KnownReader, subscriberKeys } from "./store.ts";

export interface Roll {
  /** The highest number ever given to a reader, 0 at first. */
  last(): Promise<number>;
  /** The readers of these numbers; one who is gone is left out. */
  some(numbers: readonly number[]): Promise<readonly KnownReader[]>;
  /** Every reader up to and with `upTo` once, by number, in pieces that fit the memory. */
  walk(upTo: number): AsyncGenerator<readonly KnownReader[]>;
}

const piece = 500;

export function createRoll(redis: Pick<Redis, "get" | "pipeline">, prefix: string): Roll {
  const keys = subscriberKeys(prefix);

  async function some(numbers: readonly number[]): Promise<readonly KnownReader[]> {
    if (numbers.length === 0) return [];
    const pipeline = redis.pipeline();
    for (const number of numbers) pipeline.hgetall(keys.reader(number));
    const answers = (await pipeline.exec()) ?? [];
    return numbers.flatMap((number, index) => {
      const [error, hash] = answers[index] ?? [];
      if (error) throw error;
      const subscriber = fromFields((hash ?? {}) as Record<string, string>);
      return subscriber === undefined ? [] : [{ number, subscriber }];
    });
  }

  return {
    last: async () => Number((await redis.get(keys.next)) ?? 0),
    some,
    async *walk(upTo) {
      for (let first = 1; first <= upTo; first += piece) {
        const count = Math.min(piece, upTo - first + 1);
        yield await some(Array.from({ length: count }, (_, index) => first + index));
      }
    },
  };
}
