// Puts a pending slot off: its next attempt composes anew, so that it tells what has come in meanwhile.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { readPend, wake } from "./lua.ts";

/** With an instant (epoch seconds) the slot is claimed again then; null leaves that as it is. Nothing for a stale slot. */
export type Postpone = (member: number, slot: number, at: number | null) => Promise<void>;

/** KEYS: due, pend. ARGV: member, slot, instant or "". Where parts were sent, the rest of the same digest follows them. Claimed again it has a job of its own. */
const lua = `${readPend}${wake}
local slot, parts, up_to, carrier = pending(ARGV[1])
if slot ~= ARGV[2] then return 0 end
if parts == "0" then up_to = "" end
if ARGV[3] ~= "" then
  carrier = ""
  wake(ARGV[1], ARGV[3])
end
hold(ARGV[1], slot, parts, up_to, carrier)
return 1
`;

export function createPostpone(redis: Redis, prefix: string): Postpone {
  const run = defineScript(redis, "agenda_postpone", { keys: 2, lua });
  return async (member, slot, at) => {
    await run(`{${prefix}}:due`, `{${prefix}}:pend`, member, slot, at ?? "");
  };
}
