// What is due when, by the scores of the index, and the readers of a full minute begun ahead of it.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { readPend, uncarried } from "./lua.ts";

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
const begin = `${readPend}
local due = redis.call("ZRANGEBYSCORE", KEYS[1], ARGV[1], "(" .. ARGV[2], "WITHSCORES", "LIMIT", 0, ARGV[3])
local begun = 0
for i = 1, #due, 2 do
  if redis.call("HEXISTS", KEYS[2], due[i]) == 0 then
    local at = tonumber(due[i + 1])
    local slot = math.floor(at)
    hold(due[i], string.format("%.0f", slot), "0", "", "${uncarried}")
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
