// How often a reader may be alerted: three times a local day, half an hour apart, and of one story once in a while.
import type { Redis } from "ioredis";
import { subscriberKeys } from "../subscribers/records.ts";
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
   * Takes one of the day's alerts; false when none may be sent now, or this one was sent. What is taken stays open until it is
   * settled or given back: who takes it for the same article meanwhile (after the death of a worker) may go on, and it counts
   * once. Several may be open at once: one that waits, and one that an operator sends again.
   */
  take(reader: number, about: AlertAbout): Promise<boolean>;
  /** The alert was sent. */
  settle(reader: number, article: number): Promise<void>;
  /** The alert was not and will not be sent: it counts no more. Does nothing once it is settled. */
  giveBack(reader: number, article: number): Promise<void>;
  /** Forgets when the reader was alerted, and of what. */
  forget(reader: number): Promise<void>;
}

// The reader's hash holds one field for each alert that counts: its article → "instant|local day|story|open or sent". All
// limits are worked out from these, so that one which is given back leaves the others as they are.

// KEYS: the reader's hash, records. ARGV: now (s), cooldown, same story, most, seconds an alert is kept, reader, article, day,
// story, "1" to be held back by nothing. Times are given, not those of Redis: a key that expires by another clock would be
// right in no test. A reader who was forgotten a moment ago is not written down again.
const takeScript = `
local now = tonumber(ARGV[1])
if redis.call("HEXISTS", KEYS[2], ARGV[6]) == 0 then return 0 end
local known = redis.call("HGET", KEYS[1], ARGV[7])
if known then return string.match(known, "|open$") and 1 or 0 end
local today, is_held, old = 0, false, {}
local all = redis.call("HGETALL", KEYS[1])
for index = 1, #all, 2 do
  local at, day, story = string.match(all[index + 1], "^(%d+)|([^|]*)|([^|]*)|")
  local age = at and now - tonumber(at)
  if not age or age >= tonumber(ARGV[5]) then
    old[#old + 1] = all[index]
  else
    if age < tonumber(ARGV[2]) or (story == ARGV[9] and age < tonumber(ARGV[3])) then is_held = true end
    if day == ARGV[8] then today = today + 1 end
  end
end
if ARGV[10] ~= "1" and (is_held or today >= tonumber(ARGV[4])) then return 0 end
if #old > 0 then redis.call("HDEL", KEYS[1], unpack(old)) end
redis.call("HSET", KEYS[1], ARGV[7], ARGV[1] .. "|" .. ARGV[8] .. "|" .. ARGV[9] .. "|open")
redis.call("EXPIRE", KEYS[1], ARGV[5])
return 1
`;

// KEYS: the reader's hash. ARGV: article, "1" to give back what was counted. Only what is open changes.
const closeScript = `
local counted = string.match(redis.call("HGET", KEYS[1], ARGV[1]) or "", "^(.*)|open$")
if not counted then return 0 end
if ARGV[2] == "1" then redis.call("HDEL", KEYS[1], ARGV[1])
else redis.call("HSET", KEYS[1], ARGV[1], counted .. "|sent") end
return 1
`;

/** Longer than any local day. */
const keptSeconds = 2 * 24 * 3_600;

/** One hash a reader, so that all of it is found when the reader wishes to be forgotten. */
export function createAlertLimits(redis: Redis, prefix: string): AlertLimits {
  const run = defineScript(redis, "alerts_take", { keys: 2, lua: takeScript });
  const close = defineScript(redis, "alerts_close", { keys: 1, lua: closeScript });
  const { records } = subscriberKeys(prefix);
  const key = (reader: number): string => `{${prefix}}:alerted:${reader}`;
  return {
    async take(reader, { article, storyId, zone, now, isForced = false }) {
      const { year, month, day } = localDate(zone, now.getTime());
      const seconds = Math.floor(now.getTime() / 1000);
      const limits = [seconds, cooldownSeconds, sameStorySeconds, mostAlerts, keptSeconds];
      const counted = [reader, article, `${year}-${month}-${day}`, storyId];
      return (await run(key(reader), records, ...limits, ...counted, isForced ? 1 : 0)) === 1;
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
