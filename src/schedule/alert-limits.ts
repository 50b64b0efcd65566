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
  /** Forgets when the reader was alerted, and of what. */
  forget(reader: number): Promise<void>;
}

export interface Taken {
  /** For an alert that was not sent. */
  giveBack(): Promise<void>;
}

// KEYS: the reader's hash. ARGV: now (s), cooldown, same story, most, seconds the hash is kept, field of the story, field of
// the day. Times are given, not those of Redis: a key that expires by another clock would be right in no test.
const takeScript = `
local now = tonumber(ARGV[1])
local function at(field) return tonumber(redis.call("HGET", KEYS[1], field) or "-1000000") end
if now - at("last") < tonumber(ARGV[2]) or now - at(ARGV[6]) < tonumber(ARGV[3]) then return 0 end
if tonumber(redis.call("HGET", KEYS[1], ARGV[7]) or "0") >= tonumber(ARGV[4]) then return 0 end
local all = redis.call("HGETALL", KEYS[1])
for index = 1, #all, 2 do
  local field, value = all[index], tonumber(all[index + 1])
  local is_old_story = string.sub(field, 1, 6) == "story:" and now - value >= tonumber(ARGV[3])
  local is_old_day = string.sub(field, 1, 4) == "day:" and field ~= ARGV[7]
  if is_old_story or is_old_day then redis.call("HDEL", KEYS[1], field) end
end
redis.call("HSET", KEYS[1], "last", ARGV[1], ARGV[6], ARGV[1])
redis.call("HINCRBY", KEYS[1], ARGV[7], 1)
redis.call("EXPIRE", KEYS[1], ARGV[5])
return 1
`;

/** Longer than any local day. */
const keptSeconds = 2 * 24 * 3_600;

/** One hash a reader, so that all of it is found when the reader wishes to be forgotten. */
export function createAlertLimits(redis: Redis, prefix: string): AlertLimits {
  const run = defineScript(redis, "alerts_take", { keys: 1, lua: takeScript });
  const key = (reader: number): string => `{${prefix}}:alerted:${reader}`;
  return {
    async take(reader, { storyId, zone, now }) {
      const { year, month, day } = localDate(zone, now.getTime());
      const [story, count] = [`story:${storyId}`, `day:${year}-${month}-${day}`];
      const seconds = Math.floor(now.getTime() / 1000);
      const limits = [seconds, cooldownSeconds, sameStorySeconds, mostAlerts, keptSeconds];
      if ((await run(key(reader), ...limits, story, count)) !== 1) return undefined;
      return {
        async giveBack() {
          await redis.multi().hdel(key(reader), "last", story).hincrby(key(reader), count, -1).exec();
        },
      };
    },
    async forget(reader) {
      await redis.del(key(reader));
    },
  };
}
