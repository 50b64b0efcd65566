// How often a reader may be alerted: three times a local day, half an hour apart, and of one story once in a while.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { localDate } from "./localTime.ts";

export const mostAlerts = 3;
export const cooldownSeconds = 30 * 60;

/** Outlets tell one event within hours of each other; what is new in it after that is news again. */
export const sameStorySeconds = 6 * 3_600;

export interface AlertLimits {
  /** Takes one of the day's alerts; undefined when none may be sent now. What is taken can be given back. */
  take(reader: number, about: { storyId: string; zone: string; now: Date }): Promise<Taken | undefined>;
}

export interface Taken {
  /** For an alert that was not sent. */
  giveBack(): Promise<void>;
}

// KEYS: last alert (s), story (s), count of the day. ARGV: now (s), cooldown, same story, most, seconds a day's count is kept.
// Times are given, not those of Redis: a key that expires by another clock would be right in no test.
const takeScript = `
local now = tonumber(ARGV[1])
local last = tonumber(redis.call("GET", KEYS[1]) or "-1000000")
local told = tonumber(redis.call("GET", KEYS[2]) or "-1000000")
if now - last < tonumber(ARGV[2]) or now - told < tonumber(ARGV[3]) then return 0 end
if tonumber(redis.call("GET", KEYS[3]) or "0") >= tonumber(ARGV[4]) then return 0 end
redis.call("SET", KEYS[1], ARGV[1], "EX", ARGV[2])
redis.call("SET", KEYS[2], ARGV[1], "EX", ARGV[3])
redis.call("INCR", KEYS[3])
redis.call("EXPIRE", KEYS[3], ARGV[5])
return 1
`;

/** Longer than any local day. */
const dayKeptSeconds = 2 * 24 * 3_600;

export function createAlertLimits(redis: Redis, prefix: string): AlertLimits {
  const run = defineScript(redis, "alerts_take", { keys: 3, lua: takeScript });
  return {
    async take(reader, { storyId, zone, now }) {
      const { year, month, day } = localDate(zone, now.getTime());
      const base = `{${prefix}}:alerted:${reader}`;
      const [last, story, count] = [base, `${base}:${storyId}`, `${base}:${year}-${month}-${day}`];
      const seconds = Math.floor(now.getTime() / 1000);
      const limits = [seconds, cooldownSeconds, sameStorySeconds, mostAlerts, dayKeptSeconds];
      if ((await run(last, story, count, ...limits)) !== 1) return undefined;
      return {
        async giveBack() {
          await redis.pipeline().del(last, story).decr(count).exec();
        },
      };
    },
  };
}
