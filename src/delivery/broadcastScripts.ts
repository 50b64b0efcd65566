// The steps of a broadcast's record that must be one: Lua over its hash and the set of readers who are done.
import type { Script } from "../subscribers/script.ts";

/** The mark goes on to the last number below which no reader is open. */
const moveMark = `
local function move_mark(mark)
  while redis.call("SREM", KEYS[2], string.format("%d", mark + 1)) == 1 do mark = mark + 1 end
  redis.call("HSET", KEYS[1], "mark", mark)
end
`;

/**
 * KEYS: the record, the numbers settled beyond its mark, those who rest. ARGV: the count that rises or "", then readers'
 * numbers. Each is settled once; who rests was passed over by the mark. Gives how many were not settled yet.
 */
const settle = `${moveMark}
if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
local mark = tonumber(redis.call("HGET", KEYS[1], "mark") or "0")
local fresh = 0
for i = 2, #ARGV do
  if redis.call("ZREM", KEYS[3], ARGV[i]) == 1 then
    fresh = fresh + 1
  elseif tonumber(ARGV[i]) > mark then
    fresh = fresh + redis.call("SADD", KEYS[2], ARGV[i])
  end
end
if ARGV[1] ~= "" and fresh > 0 then redis.call("HINCRBY", KEYS[1], ARGV[1], fresh) end
move_mark(mark)
return fresh
`;

/**
 * KEYS as above. ARGV: instant and reader's number in turn. Puts readers aside until then, and lets the mark pass them,
 * so that they hold up nobody. Who is settled stays so.
 */
const rest = `${moveMark}
if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
local mark = tonumber(redis.call("HGET", KEYS[1], "mark") or "0")
for i = 1, #ARGV, 2 do
  local number = ARGV[i + 1]
  local is_resting = redis.call("ZSCORE", KEYS[3], number)
  if is_resting or (tonumber(number) > mark and redis.call("SADD", KEYS[2], number) == 1) then
    redis.call("ZADD", KEYS[3], ARGV[i], number)
  end
end
move_mark(mark)
return 1
`;

/** KEYS as above. ARGV: after which number, how many at most, how far beyond the mark. Gives numbers that are not settled. */
const open = `
local mark = tonumber(redis.call("HGET", KEYS[1], "mark") or "0")
local last = tonumber(redis.call("HGET", KEYS[1], "last") or "0")
local number = math.max(mark, tonumber(ARGV[1]))
local most, stop = tonumber(ARGV[2]), math.min(last, mark + tonumber(ARGV[3]))
local found = {}
while number < stop and #found < most do
  number = number + 1
  if redis.call("SISMEMBER", KEYS[2], string.format("%d", number)) == 0 then found[#found + 1] = number end
end
return found
`;

/** KEYS: the record, the set of those under way. ARGV: id, new status, statuses it may have now, "--", names and values. */
const move = `
local status = redis.call("HGET", KEYS[1], "status")
local i, may = 3, false
while ARGV[i] ~= "--" do
  if ARGV[i] == status then may = true end
  i = i + 1
end
if not may then return 0 end
redis.call("HSET", KEYS[1], "status", ARGV[2])
for j = i + 1, #ARGV, 2 do redis.call("HSET", KEYS[1], ARGV[j], ARGV[j + 1]) end
if ARGV[2] == "running" then
  redis.call("PERSIST", KEYS[1])
  redis.call("SADD", KEYS[2], ARGV[1])
end
return 1
`;

export const broadcastScripts = {
  settle: { keys: 3, lua: settle },
  rest: { keys: 3, lua: rest },
  open: { keys: 2, lua: open },
  move: { keys: 2, lua: move },
} satisfies Record<string, Script>;
