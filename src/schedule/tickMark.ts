// When a clock last looked who is due: noted by the clocks, read by whoever asks whether one is alive.
import type { Redis } from "ioredis";

export interface TickMark {
  /** A clock has looked, now. */
  note(): Promise<void>;
  /** Epoch seconds by the time of Redis, and how long ago that is; null where no clock ever looked. */
  last(): Promise<{ readonly at: number; readonly ageSeconds: number } | null>;
}

/** The time of Redis is everybody's: the clocks of two machines may differ. */
export function createTickMark(redis: Redis, prefix: string): TickMark {
  const key = `{${prefix}}:clock:tick`;
  const now = async (): Promise<number> => Number((await redis.time())[0]);
  return {
    async note() {
      await redis.set(key, await now());
    },
    async last() {
      const [noted, at] = await Promise.all([redis.get(key), now()]);
      if (noted === null) return null;
      return { at: Number(noted), ageSeconds: Math.max(0, at - Number(noted)) };
    },
  };
}
