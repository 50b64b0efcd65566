// The schedule's steps that must be one: Lua on the due index, the pending slots and the reader's record.
//
// KEYS in all of them: 1 due, 2 pend, 3 the beginning of a reader's key. pend holds "slot|parts sent|newest article".

const readPend = `
local function pending(member)
  local value = redis.call("HGET", KEYS[2], member)
  if not value then return nil end
  local slot, parts, up_to = string.match(value, "^(%d+)|(%d+)|(%d*)$")
  return slot, parts, up_to
end
`;

/** ARGV: now ("" = Redis's own), limit, lease. Gives member, slot, member, slot … */
export const claimScript = `${readPend}
local now = ARGV[1]
if now == "" then now = redis.call("TIME")[1] end
local due = redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", now, "WITHSCORES", "LIMIT", 0, ARGV[2])
local claimed = {}
for i = 1, #due, 2 do
  local member = due[i]
  local slot = pending(member)
  if not slot then
    slot = string.format("%.0f", tonumber(due[i + 1]))
    redis.call("HSET", KEYS[2], member, slot .. "|0|")
  end
  redis.call("ZADD", KEYS[1], tonumber(now) + tonumber(ARGV[3]), member)
  claimed[#claimed + 1] = member
  claimed[#claimed + 1] = slot
end
return claimed
`;

/** ARGV: now ("" = Redis's own), seconds, then member and slot in turn. Holds claims that are still pending. */
export const confirmScript = `${readPend}
local now = ARGV[1]
if now == "" then now = redis.call("TIME")[1] end
for i = 3, #ARGV, 2 do
  if pending(ARGV[i]) == ARGV[i + 1] then
    redis.call("ZADD", KEYS[1], "XX", tonumber(now) + tonumber(ARGV[2]), ARGV[i])
  end
end
return 1
`;

/** ARGV: member, slot, parts or "", newest article or "". The first newest article wins. Gives the value in force. */
export const noteScript = `${readPend}
local slot, parts, up_to = pending(ARGV[1])
if slot ~= ARGV[2] then return false end
if ARGV[3] ~= "" then parts = ARGV[3] end
if up_to == "" then up_to = ARGV[4] end
redis.call("HSET", KEYS[2], ARGV[1], slot .. "|" .. parts .. "|" .. up_to)
return up_to
`;

/**
 * ARGV: member, slot, next or "", outcome, then the fields to set in turn, "--", and the fields to unset.
 * Ends the slot if it is still the pending one.
 */
export const acknowledgeScript = `${readPend}
local member = ARGV[1]
if pending(member) ~= ARGV[2] then return 0 end
redis.call("HDEL", KEYS[2], member)
local reader = KEYS[3] .. member
redis.call("HSET", reader, "lastSlot", ARGV[2])
if ARGV[4] == "sent" then redis.call("HINCRBY", reader, "sent", 1) end
local i = 5
while ARGV[i] and ARGV[i] ~= "--" do
  redis.call("HSET", reader, ARGV[i], ARGV[i + 1])
  i = i + 2
end
for j = i + 1, #ARGV do redis.call("HDEL", reader, ARGV[j]) end
if ARGV[3] == "" then redis.call("ZREM", KEYS[1], member) else redis.call("ZADD", KEYS[1], ARGV[3], member) end
return 1
`;

/**
 * ARGV: member, next or "", "active" or "", fields to set, "--", fields to unset.
 * Writes the record and places the reader; a pending slot keeps its lease, its end will place the reader.
 */
export const changeScript = `
local member = ARGV[1]
local reader = KEYS[3] .. member
local i = 4
while ARGV[i] and ARGV[i] ~= "--" do
  redis.call("HSET", reader, ARGV[i], ARGV[i + 1])
  i = i + 2
end
for j = i + 1, #ARGV do redis.call("HDEL", reader, ARGV[j]) end
if ARGV[3] ~= "active" then
  redis.call("HDEL", KEYS[2], member)
  redis.call("ZREM", KEYS[1], member)
elseif redis.call("HEXISTS", KEYS[2], member) == 0 then
  if ARGV[2] == "" then redis.call("ZREM", KEYS[1], member) else redis.call("ZADD", KEYS[1], ARGV[2], member) end
end
return 1
`;

/** ARGV: member, cursor and carry expected (JSON, "" = default), cursor and carry to write. */
export const advanceScript = `
local member = ARGV[1]
if redis.call("HEXISTS", KEYS[2], member) == 1 then return "pending" end
local reader = KEYS[3] .. member
if (redis.call("HGET", reader, "cursor") or "") ~= ARGV[2] then return "changed" end
if (redis.call("HGET", reader, "carry") or "") ~= ARGV[3] then return "changed" end
if ARGV[4] == "" then redis.call("HDEL", reader, "cursor") else redis.call("HSET", reader, "cursor", ARGV[4]) end
if ARGV[5] == "" then redis.call("HDEL", reader, "carry") else redis.call("HSET", reader, "carry", ARGV[5]) end
return "done"
`;

/** ARGV: member, slot, instant. Lets a pending slot be claimed again then. */
export const releaseScript = `${readPend}
if pending(ARGV[1]) ~= ARGV[2] then return 0 end
redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1])
return 1
`;

/** ARGV: member, reason. */
export const retireScript = `
local reader = KEYS[3] .. ARGV[1]
redis.call("HDEL", KEYS[2], ARGV[1])
redis.call("ZREM", KEYS[1], ARGV[1])
if redis.call("EXISTS", reader) == 1 then
  redis.call("HSET", reader, "status", "inactive", "reason", ARGV[2])
end
return 1
`;

/**
 * KEYS 4: readers. ARGV: member, old field, new field, new chat. The record moves with its slot; where the new chat
 * already has a reader, that one is retired and the older settings stay.
 */
export const migrateScript = `
local member = ARGV[1]
local other = redis.call("HGET", KEYS[4], ARGV[3])
if other and other ~= member then
  redis.call("HDEL", KEYS[2], other)
  redis.call("ZREM", KEYS[1], other)
  redis.call("DEL", KEYS[3] .. other)
end
if redis.call("HGET", KEYS[4], ARGV[2]) == member then redis.call("HDEL", KEYS[4], ARGV[2]) end
redis.call("HSET", KEYS[4], ARGV[3], member)
redis.call("HSET", KEYS[3] .. member, "chat", ARGV[4])
return 1
`;
