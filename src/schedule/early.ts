// Looks at a reader's next slot before it is due, and brings it forward: for digests that operators see first.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { readPend, wake } from "./lua.ts";
import { slotOf } from "./rotation.ts";

export interface Early {
  /** The slot that is served now, or else the next one (epoch seconds); null for none. */
  slotOf(member: number): Promise<number | null>;
  /** Makes this very slot due at an earlier instant: the next one is still worked out from its own time. False for a stale one. */
  bringForward(member: number, slot: number, at: number): Promise<boolean>;
}

/** KEYS: due, pend. ARGV: member, slot, instant. */
const bringForward = `${readPend}${wake}
local slot = pending(ARGV[1])
if slot then
  if slot ~= ARGV[2] then return 0 end
else
  local due = redis.call("ZSCORE", KEYS[1], ARGV[1])
  if not due or string.format("%.0f", math.floor(tonumber(due))) ~= ARGV[2] then return 0 end
  hold(ARGV[1], ARGV[2], "0", "", "")
end
wake(ARGV[1], ARGV[3])
return 1
`;

export function createEarly(redis: Redis, prefix: string): Early {
  const [due, pend] = [`{${prefix}}:due`, `{${prefix}}:pend`];
  const run = defineScript(redis, "agenda_bringForward", { keys: 2, lua: bringForward });
  return {
    async slotOf(member) {
      const [pending, score] = await Promise.all([
        redis.hget(pend, String(member)),
        redis.zscore(due, String(member)),
      ]);
      const slot = pending?.split("|")[0] ?? score;
      return slot === null || slot === undefined ? null : slotOf(slot);
    },
    async bringForward(member, slot, at) {
      return (await run(due, pend, member, slot, at)) === 1;
    },
  };
}
