// How often a reader may be alerted: three times a local day, half an hour apart, and of one story once in a while.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { localDate } from "./localTime.ts";

export const mostAlerts = 3;
export const cooldownSeconds = 30 * 60;

/** Outlets tell one event within hours of each other; what is new in it after that is news again. */
export const sameStorySeconds = 6 * 3_600;

/** One alert: of an article, which is of a story, to a reader in a zone. */
export interface AlertAbout {
  readonly article: number;
  readonly storyId: string;
  readonly zone: string;
  readonly now: Date;
  /** An operator sends it again: it counts, but nothing holds it back. */
  readonly isForced?: boolean;
}

export interface AlertLimits {
  /**
   * Takes one of the day's alerts; false when none may be sent now. What is taken stays open until it is settled or given
   * back: who takes it for the same article meanwhile (after the death of a worker) may go on, and it counts once.
   */
  take(reader: number, about: AlertAbout): Promise<boolean>;
  /** The alert was sent. */
  settle(reader: number, article: number): Promise<void>;
  /** The alert was not and will not be sent: it counts no more. Does nothing once it is settled. */
  giveBack(reader: number, article: number): Promise<void>;
  /** Forgets when the reader was alerted, and of what. */
  forget(reader: number): Promise<void>;
}

// KEYS: the reader's hash. ARGV: now (s), cooldown, same story, most, seconds the hash is kept, field of the story, field of
// the day, article, "1" to be held back by nothing. Times are given, not those of Redis: a key that expires by another clock
// would be right in no test. "open" holds the article, then the two fields that count it.
const takeScript = `
local now = tonumber(ARGV[1])
local open = redis.call("HGET", KEYS[1], "open")
if open and string.match(open, "^%d+") == ARGV[8] then return 1 end
local function at(field) return tonumber(redis.call("HGET", KEYS[1], field) or "-1000000") end
if ARGV[9] ~= "1" then
  if now - at("last") < tonumber(ARGV[2]) or now - at(ARGV[6]) < tonumber(ARGV[3]) then return 0 end
  if tonumber(redis.call("HGET", KEYS[1], ARGV[7]) or "0") >= tonumber(ARGV[4]) then return 0 end
end
local all = redis.call("HGETALL", KEYS[1])
for index = 1, #all, 2 do
  local field, value = all[index], tonumber(all[index + 1])
  local is_old_story = string.sub(field, 1, 6) == "story:" and now - value >= tonumber(ARGV[3])
  local is_old_day = string.sub(field, 1, 4) == "day:" and field ~= ARGV[7]
  if is_old_story or is_old_day then redis.call("HDEL", KEYS[1], field) end
end
local opened = ARGV[8] .. "|" .. ARGV[7] .. "|" .. ARGV[6]
redis.call("HSET", KEYS[1], "last", ARGV[1], ARGV[6], ARGV[1], "open", opened)
redis.call("HINCRBY", KEYS[1], ARGV[7], 1)
redis.call("EXPIRE", KEYS[1], ARGV[5])
return 1
`;

// KEYS: the reader's hash. ARGV: article, "1" to give back what was counted.
const closeScript = `
local open = redis.call("HGET", KEYS[1], "open") or ""
local article, day, story = string.match(open, "^(%d+)|([^|]*)|(.*)$")
if article ~= ARGV[1] then return 0 end
redis.call("HDEL", KEYS[1], "open")
if ARGV[2] == "1" then
  redis.call("HDEL", KEYS[1], "last", story)
  redis.call("HINCRBY", KEYS[1], day, -1)
end
return 1
`;

/** Longer than any local day. */
const keptSeconds = 2 * 24 * 3_600;

/** One hash a reader, so that all of it is found when the reader wishes to be forgotten. */
export function createAlertLimits(redis: Redis, prefix: string): AlertLimits {
  const run = defineScript(redis, "alerts_take", { keys: 1, lua: takeScript });
  const close = defineScript(redis, "alerts_close", { keys: 1, lua: closeScript });
  const key = (reader: number): string => `{${prefix}}:alerted:${reader}`;
  return {
    async take(reader, { article, storyId, zone, now, isForced = false }) {
      const { year, month, day } = localDate(zone, now.getTime());
      const seconds = Math.floor(now.getTime() / 1000);
      const limits = [seconds, cooldownSeconds, sameStorySeconds, mostAlerts, keptSeconds];
      const counted = [`story:${storyId}`, `day:${year}-${month}-${day}`];
      return (await run(key(reader), ...limits, ...counted, article, isForced ? 1 : 0)) === 1;
    },
    async settle(reader, article) {
      await close(key(reader), article, 0);
    },
    async giveBack(reader, article) {
      await close(key(reader), article, 1);
    },
    async forget(reader) {
      await redis.del(key(reader));
    },
  };
}
