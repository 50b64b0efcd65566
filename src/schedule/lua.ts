// What the schedule's scripts share: Lua functions on the due index and the pending slots. KEYS as in scripts.ts.
import { scoreLua } from "../subscribers/place.ts";

/** The carrier of a slot that is pending ahead of its claim: the claim gives it a wave. */
export const uncarried = "?";

/**
 * `pending(member)` gives slot, parts, newest article and carrier, nil for no pending slot; `hold` writes them. `held(value)`
 * and `to_hold` are the same for a value that was read, or is to be written, together with others.
 */
export const readPend = `
local function held(value)
  if not value then return nil end
  return string.match(value, "^(%d+)|([%d.]+)|(%d*)|?(.*)$")
end
local function pending(member) return held(redis.call("HGET", KEYS[2], member)) end
local function to_hold(slot, parts, up_to, carrier)
  return slot .. "|" .. parts .. "|" .. up_to .. "|" .. carrier
end
local function hold(member, slot, parts, up_to, carrier)
  redis.call("HSET", KEYS[2], member, to_hold(slot, parts, up_to, carrier))
end
`;

/**
 * One command for many readers: `many(command, key, arguments)`, an empty table for no arguments. `every(list, step, first)`
 * takes each so manieth of a list. Lua passes no more than some 8,000 arguments: a question holds 100 readers
 * (runtime/gather.ts), a claim 1,000.
 */
export const inBulk = `
local function many(command, key, arguments)
  if #arguments == 0 then return {} end
  return redis.call(command, key, unpack(arguments))
end
local function every(list, step, first)
  local taken = {}
  for i = first, #list, step do taken[#taken + 1] = list[i] end
  return taken
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

/**
 * `lines_of(columns)`: ARGV as lists of so many texts, which tabs part, and the first of each by itself. A line is one
 * argument where its texts would be ten: both ends of the connection work less.
 */
export const readLines = `
local function lines_of(columns)
  local pattern = "^" .. string.rep("([^\\t]*)\\t", columns - 1) .. "([^\\t]*)$"
  local lines, firsts = {}, {}
  for i, line in ipairs(ARGV) do
    lines[i] = { string.match(line, pattern) }
    firsts[i] = lines[i][1]
  end
  return lines, firsts
end
`;
