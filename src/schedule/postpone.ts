// Puts a pending slot off: its next attempt composes anew, so that it tells what has come in meanwhile.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";

/** With an instant (epoch seconds) the slot is claimed again then; null leaves that as it is. Nothing for a stale slot. */
export type Postpone = (member: number, slot: number, at: number | null) => Promise<void>;

/** KEYS: due, pend. ARGV: member, slot, instant or "". Where parts were sent, the rest of the same digest follows them. */
const lua = `
local value = redis.call("HGET", KEYS[2], ARGV[1])
if not value then return 0 end
local slot, parts = string.match(value, "^(%d+)|(%d+)|")
if slot ~= ARGV[2] then return 0 end
if parts == "0" then redis.call("HSET", KEYS[2], ARGV[1], slot .. "|0|") end
if ARGV[3] ~= "" then redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1]) end
return 1
`;

export function createPostpone(redis: Redis, prefix: string): Postpone {
  const run = defineScript(redis, "agenda_postpone", { keys: 2, lua });
  return async (member, slot, at) => {
    await run(`{${prefix}}:due`, `{${prefix}}:pend`, member, slot, at ?? "");
  };
}
