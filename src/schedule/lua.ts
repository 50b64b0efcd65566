// What the schedule's scripts share: Lua functions on the due index and the pending slots. KEYS as in scripts.ts.
import { scoreLua } from "../subscribers/place.ts";

/** The carrier of a slot that is pending ahead of its claim: the claim gives it a wave. */
export const uncarried = "?";

/** `pending(member)` gives slot, parts, newest article and carrier, nil for no pending slot; `hold` writes them. */
export const readPend = `
local function pending(member)
  local value = redis.call("HGET", KEYS[2], member)
  if not value then return nil end
  local slot, parts, up_to, carrier = string.match(value, "^(%d+)|([%d.]+)|(%d*)|?(.*)$")
  return slot, parts, up_to, carrier
end
local function hold(member, slot, parts, up_to, carrier)
  redis.call("HSET", KEYS[2], member, slot .. "|" .. parts .. "|" .. up_to .. "|" .. carrier)
end
`;

/**
 * `wake(member, at)`: the pending slot is claimed again then. The score is half a second behind: a lease ends with a whole
 * second, so a clock that confirms its claims can tell this instant from the lease that it gave.
 */
export const wake = `
local function wake(member, at) redis.call("ZADD", KEYS[1], string.format("%.1f", math.floor(tonumber(at)) + 0.5), member) end
`;

/** `instant(given)`: the time of Redis for "". */
export const readNow = `
local function instant(given)
  if given == "" then return tonumber(redis.call("TIME")[1]) end
  return tonumber(given)
end
`;

/** `place(member, at)`: off the index for "". */
export const place = `${scoreLua}
local function place(member, at)
  if at == "" then redis.call("ZREM", KEYS[1], member)
  else redis.call("ZADD", KEYS[1], score(member, at), member) end
end
`;
