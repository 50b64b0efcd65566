// Counts which topics are opened and saved on a day: how often, and nothing of who did it.
import type { Redis } from "ioredis";

export type Reading = "opened" | "saved";

export interface Readings {
  /** Counts an article of these topics; `day` as "2026-11-27". */
  count(reading: Reading, topics: readonly string[], day: string): Promise<void>;
  /** Topic → how often, over these days. */
  over(reading: Reading, days: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

const keptSeconds = 60 * 86_400;

export function createReadings(redis: Pick<Redis, "pipeline">, prefix: string): Readings {
  const keyOf = (reading: Reading, day: string): string => `{${prefix}}:readings:${reading}:${day}`;
  return {
    async count(reading, topics, day) {
      const key = keyOf(reading, day);
      const steps = redis.pipeline();
      for (const topic of topics) steps.hincrby(key, topic, 1);
      await steps.expire(key, keptSeconds).exec();
    },
    async over(reading, days) {
      const asked = redis.pipeline();
      for (const day of days) asked.hgetall(keyOf(reading, day));
      const sums = new Map<string, number>();
      for (const [, counts] of (await asked.exec()) ?? []) {
        for (const [topic, count] of Object.entries((counts ?? {}) as Record<string, string>))
          sums.set(topic, (sums.get(topic) ?? 0) + Number(count));
      }
      return sums;
    },
  };
}
