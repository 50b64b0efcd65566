// The order of readers who are due in one instant: it turns from day to day, so that no one is always last.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";

/**
 * A reader's place among those of a slot, 0 (first) up to but not 1, by the reader's number and the slot's day. Multiples of
 * an irrational number fill the circle evenly (Weyl): √2 keeps readers apart, and the golden ratio moves everyone by
 * 0.618 of the circle each day, so that over any few days each reader's mean place is the middle. Kept to six digits,
 * which a score of epoch seconds holds exactly enough to be told from the next second.
 */
export function placeOf(member: number, slot: number): number {
  const turn = member * Math.SQRT2 + Math.floor(slot / 86_400) * goldenRatio;
  return Math.floor((turn % 1) * 1e6) / 1e6;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * The same in Lua, for the scripts that write scores: `score(member, slot)`, as text. The slot is the score's whole part:
 * nobody is due before it, and who is due at it stands in the order of these places.
 */
export const scoreLua = `
local function score(member, slot)
  local turn = tonumber(member) * ${Math.SQRT2} + math.floor(tonumber(slot) / 86400) * ${goldenRatio}
  return string.format("%.6f", math.floor(tonumber(slot)) + math.floor((turn % 1) * 1e6) / 1e6)
end
`;

/** The due instant (epoch seconds) of a score as Redis gives it. */
export const slotOf = (score: string | number): number => Math.floor(Number(score));

export interface EarlyStart {
  /** How many are due in each of the whole minutes after `now` (epoch seconds): the first is the next minute. */
  dueByMinute(now: number, minutes: number): Promise<readonly number[]>;
  /**
   * Makes up to `count` readers of the minute that begins at `minute` due at `now`, first places first, with the slots
   * that they have: what follows is still worked out from those. Gives how many.
   */
  begin(minute: number, count: number, now: number): Promise<number>;
}

/** KEYS: due, pend. ARGV: from, before, how many, now. Who is being served is left alone: that score is no slot. */
const begin = `
local due = redis.call("ZRANGEBYSCORE", KEYS[1], ARGV[1], "(" .. ARGV[2], "WITHSCORES", "LIMIT", 0, ARGV[3])
local begun = 0
for i = 1, #due, 2 do
  if redis.call("HEXISTS", KEYS[2], due[i]) == 0 then
    local at = tonumber(due[i + 1])
    local slot = math.floor(at)
    redis.call("HSET", KEYS[2], due[i], string.format("%.0f|0|", slot))
    redis.call("ZADD", KEYS[1], string.format("%.6f", tonumber(ARGV[4]) + at - slot), due[i])
    begun = begun + 1
  end
end
return begun
`;

export function createEarlyStart(redis: Redis, prefix: string): EarlyStart {
  const [due, pend] = [`{${prefix}}:due`, `{${prefix}}:pend`];
  const run = defineScript(redis, "agenda_beginEarly", { keys: 2, lua: begin });
  return {
    async dueByMinute(now, minutes) {
      return countByMinute(redis, due, (Math.floor(now / 60) + 1) * 60, minutes);
    },
    async begin(minute, count, now) {
      return Number(await run(due, pend, minute, minute + 60, count, now));
    },
  };
}

/** Readers whose score lies in each minute from `from` on: one question, each part of it as long as the index is deep. */
export async function countByMinute(
  redis: Pick<Redis, "pipeline">,
  due: string,
  from: number,
  minutes: number,
): Promise<readonly number[]> {
  const counts = redis.pipeline();
  for (let minute = 0; minute < minutes; minute += 1) {
    counts.zcount(due, from + minute * 60, `(${from + (minute + 1) * 60}`);
  }
  return ((await counts.exec()) ?? []).map(([, count]) => Number(count ?? 0));
}
