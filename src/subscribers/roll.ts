// The roll of all readers by number: read in pieces of any size, however many there are.
import type { Redis } from "ioredis";
import { usual } from "./defaults.ts";
import { fromFields } from "./fields.ts";
import { type KnownReader, subscriberKeys } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

export interface Roll {
  /** The highest number ever given to a reader, 0 at first. */
  last(): Promise<number>;
  /** The readers of these numbers; one who is gone is left out. */
  some(numbers: readonly number[]): Promise<readonly KnownReader[]>;
  /** Every reader up to and with `upTo` once, in outline, by number, in pieces that fit the memory. */
  walk(upTo: number): AsyncGenerator<readonly Outline[]>;
}

const outlined = ["status", "kind", "locale", "topics", "mutedTopics", "pausedUntil"] as const;

/** What counting readers looks at: a fraction of the record. */
export type Outline = Pick<Subscriber, (typeof outlined)[number]>;

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
        const pipeline = redis.pipeline();
        for (let number = first; number < first + piece && number <= upTo; number += 1) {
          pipeline.hmget(keys.reader(number), "chat", ...outlined);
        }
        yield ((await pipeline.exec()) ?? []).flatMap(([error, values]) => {
          if (error) throw error;
          return toOutline(values as (string | null)[]) ?? [];
        });
      }
    },
  };
}

/** Undefined where there is no reader. A field at its default is not stored; the others were written by toFields alone. */
function toOutline(values: readonly (string | null)[]): Outline | undefined {
  const [chat, status, kind, locale, topics, mutedTopics, pausedUntil] = values;
  if (chat === null || chat === undefined) return undefined;
  return {
    status: (status as Outline["status"] | null) ?? usual.status,
    kind: (kind as Outline["kind"] | null) ?? usual.kind,
    locale: locale ?? usual.locale,
    topics: topics ? (JSON.parse(topics) as string[]) : usual.topics,
    mutedTopics: mutedTopics ? (JSON.parse(mutedTopics) as string[]) : usual.mutedTopics,
    pausedUntil: pausedUntil ?? usual.pausedUntil,
  };
}
