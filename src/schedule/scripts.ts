// The schedule's steps that must be one: Lua on the due index, the pending slots and the reader's record.
//
// KEYS in all of them: 1 due, 2 pend, 3 outcomes, 4 the reader (in claim and confirm: none; in migrate: readers).
// pend holds "slot|parts sent|newest article". Lists of fields in ARGV end with "--".
// A score of "due" is the slot and, behind the point, the reader's place in it (rotation.ts); a lease is whole seconds.
import type { Script } from "../subscribers/script.ts";
import { scoreLua } from "./rotation.ts";

const readPend = `
local function pending(member)
  local value = redis.call("HGET", KEYS[2], member)
  if not value then return nil end
  return string.match(value, "^(%d+)|(%d+)|(%d*)$")
end
`;

const readNow = `
local function instant(given)
  if given == "" then return tonumber(redis.call("TIME")[1]) end
  return tonumber(given)
end
`;

/** Writes fields from ARGV[first] on: name and value in turn, "--", names that go. */
const writeFields = `
local function write(reader, first)
  local i = first
  while ARGV[i] and ARGV[i] ~= "--" do
    redis.call("HSET", reader, ARGV[i], ARGV[i + 1])
    i = i + 2
  end
  for j = i + 1, #ARGV do redis.call("HDEL", reader, ARGV[j]) end
end
`;

const place = `${scoreLua}
local function place(member, at)
  if at == "" then redis.call("ZREM", KEYS[1], member)
  else redis.call("ZADD", KEYS[1], score(member, at), member) end
end
`;

/** ARGV: now ("" = Redis's own), limit, lease. Gives member, slot, member, slot … */
const claim = `${readPend}${readNow}
local now = instant(ARGV[1])
local due = redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", "(" .. string.format("%.0f", now + 1), "WITHSCORES", "LIMIT", 0, ARGV[2])
local claimed = {}
for i = 1, #due, 2 do
  local member = due[i]
  local slot = pending(member)
  if not slot then
    slot = string.format("%.0f", math.floor(tonumber(due[i + 1])))
    redis.call("HSET", KEYS[2], member, slot .. "|0|")
  end
  redis.call("ZADD", KEYS[1], now + tonumber(ARGV[3]), member)
  claimed[#claimed + 1] = member
  claimed[#claimed + 1] = slot
end
return claimed
`;

/** ARGV: now ("" = Redis's own), seconds, then member and slot in turn. Holds claims that are still pending. */
const confirm = `${readPend}${readNow}
local until_then = instant(ARGV[1]) + tonumber(ARGV[2])
for i = 3, #ARGV, 2 do
  if pending(ARGV[i]) == ARGV[i + 1] then redis.call("ZADD", KEYS[1], "XX", until_then, ARGV[i]) end
end
return 1
`;

/**
 * ARGV: member, slot, parts or "", newest article or "". The first newest article stays, the parts only rise (a
 * worker thought dead may still speak). Gives the newest article in force, false for a slot that is not pending.
 */
const note = `${readPend}
local slot, parts, up_to = pending(ARGV[1])
if slot ~= ARGV[2] then return false end
if ARGV[3] ~= "" and tonumber(ARGV[3]) > tonumber(parts) then parts = ARGV[3] end
if up_to == "" then up_to = ARGV[4] end
redis.call("HSET", KEYS[2], ARGV[1], slot .. "|" .. parts .. "|" .. up_to)
return up_to
`;

/**
 * ARGV: member, slot, next or "", outcome, now ("" = Redis's own), how many further slots this end answers for and the
 * name they are counted under, then fields to write. Ends the slot if it is still the pending one. A plan that was changed meanwhile ("planned") goes before the next
 * instant that the caller worked out from the older plan, unless it has passed: missed slots are one.
 */
const acknowledge = `${readPend}${readNow}${writeFields}${place}
local member, reader = ARGV[1], KEYS[4]
if pending(member) ~= ARGV[2] then return 0 end
redis.call("HDEL", KEYS[2], member)
redis.call("HSET", reader, "lastSlot", ARGV[2])
redis.call("HINCRBY", KEYS[3], ARGV[4], 1)
if ARGV[4] == "sent" then redis.call("HINCRBY", reader, "sent", 1) end
if tonumber(ARGV[6]) > 0 then redis.call("HINCRBY", KEYS[3], ARGV[7], ARGV[6]) end
write(reader, 8)
local next_due = ARGV[3]
local planned = redis.call("HGET", reader, "planned")
if planned then
  redis.call("HDEL", reader, "planned")
  local passed = math.max(tonumber(ARGV[2]), instant(ARGV[5]))
  if planned == "none" then next_due = "" elseif tonumber(planned) > passed then next_due = planned end
end
place(member, next_due)
return 1
`;

/**
 * ARGV: member, next or "", "active" or "", now, then fields as they were read (name and value in turn, "" = absent),
 * "--", then fields to write. Gives 0 and changes nothing when one of them is different now, or the reader is gone.
 * A pending slot keeps its lease, its end will place the reader; a slot that is due and not yet claimed is not lost.
 * Where the next slot has been served already, ahead of its time, it gives that slot as text and changes nothing.
 */
const change = `${writeFields}${place}
local member, reader = ARGV[1], KEYS[4]
if redis.call("EXISTS", reader) == 0 then return 0 end
local i = 5
while ARGV[i] ~= "--" do
  if (redis.call("HGET", reader, ARGV[i]) or "") ~= ARGV[i + 1] then return 0 end
  i = i + 2
end
local last_slot = redis.call("HGET", reader, "lastSlot")
if ARGV[2] ~= "" and last_slot and tonumber(last_slot) >= tonumber(ARGV[2]) then return last_slot end
write(reader, i + 1)
if ARGV[3] ~= "active" then
  redis.call("HDEL", reader, "planned")
  redis.call("HDEL", KEYS[2], member)
  redis.call("ZREM", KEYS[1], member)
elseif redis.call("HEXISTS", KEYS[2], member) == 1 then
  redis.call("HSET", reader, "planned", ARGV[2] == "" and "none" or ARGV[2])
else
  local due = redis.call("ZSCORE", KEYS[1], member)
  if not due or math.floor(tonumber(due)) > tonumber(ARGV[4]) then place(member, ARGV[2]) end
end
return 1
`;

/** ARGV: member, cursor and carry expected (as stored, "" = absent), cursor and carry to write. */
const advance = `
local member, reader = ARGV[1], KEYS[4]
if redis.call("HEXISTS", KEYS[2], member) == 1 then return "pending" end
for i, name in ipairs({ "cursor", "carry" }) do
  if (redis.call("HGET", reader, name) or "") ~= ARGV[1 + i] then return "changed" end
end
if redis.call("EXISTS", reader) == 0 then return "changed" end
for i, name in ipairs({ "cursor", "carry" }) do
  local value = ARGV[3 + i]
  if value == "" then redis.call("HDEL", reader, name) else redis.call("HSET", reader, name, value) end
end
return "done"
`;

/** ARGV: member, slot, instant. Lets a pending slot be claimed again then. */
const release = `${readPend}
if pending(ARGV[1]) ~= ARGV[2] then return 0 end
redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1])
return 1
`;

/**
 * ARGV: member, reason. Counted once; who is inactive already keeps the older reason, so that one who unsubscribed
 * and then blocked the bot is not taken for one whom only the block keeps away.
 */
const retire = `
local member, reader = ARGV[1], KEYS[4]
redis.call("HDEL", KEYS[2], member)
redis.call("ZREM", KEYS[1], member)
if redis.call("EXISTS", reader) == 0 then return 0 end
redis.call("HDEL", reader, "planned")
if redis.call("HGET", reader, "status") == "inactive" then return 0 end
redis.call("HSET", reader, "status", "inactive", "reason", ARGV[2])
redis.call("HINCRBY", KEYS[3], "gone", 1)
return 1
`;

/**
 * KEYS 4: readers. ARGV: member, new chat, the beginning of a reader's key. The record moves with its slot. Where the
 * new chat has a reader already, one of the two stays: the active one, and of equals the older (its number is lower).
 * Gives 0 when this one did not stay, or there is none.
 */
const migrate = `
local member, chat, prefix = ARGV[1], ARGV[2], ARGV[3]
local function field(number, of)
  local thread = redis.call("HGET", prefix .. number, "thread")
  if thread then return of .. "/" .. thread end
  return of
end
local function is_active(number)
  return (redis.call("HGET", prefix .. number, "status") or "active") == "active"
end
local function forget(number)
  redis.call("HDEL", KEYS[2], number)
  redis.call("ZREM", KEYS[1], number)
  redis.call("DEL", prefix .. number)
end
local old_chat = redis.call("HGET", prefix .. member, "chat")
if not old_chat then return 0 end
if old_chat == chat then return 1 end
local old_field, new_field = field(member, old_chat), field(member, chat)
local other = redis.call("HGET", KEYS[4], new_field)
if redis.call("HGET", KEYS[4], old_field) == member then redis.call("HDEL", KEYS[4], old_field) end
-- An index that has moved already while the record was written anew with the old chat: nobody else is there.
if other and other ~= member then
  local stays = tonumber(other) < tonumber(member)
  if is_active(other) ~= is_active(member) then stays = is_active(other) end
  if stays then
    forget(member)
    return 0
  end
  forget(other)
end
redis.call("HSET", KEYS[4], new_field, member)
redis.call("HSET", prefix .. member, "chat", chat)
return 1
`;

/** ARGV: member, instant. Only who is active is made due: nobody would ever end another's slot. */
const dueNow = `
local status = redis.call("HGET", KEYS[4], "status") or "active"
if redis.call("EXISTS", KEYS[4]) == 0 or status ~= "active" then return 0 end
redis.call("ZADD", KEYS[1], ARGV[2], ARGV[1])
return 1
`;

/** The scripts by name; each takes KEYS due, pend, outcomes and, where it says so, a fourth. */
export const scripts = {
  claim: { keys: 3, lua: claim },
  confirm: { keys: 3, lua: confirm },
  note: { keys: 3, lua: note },
  acknowledge: { keys: 4, lua: acknowledge },
  change: { keys: 4, lua: change },
  advance: { keys: 4, lua: advance },
  release: { keys: 3, lua: release },
  retire: { keys: 4, lua: retire },
  migrate: { keys: 4, lua: migrate },
  dueNow: { keys: 4, lua: dueNow },
} satisfies Record<string, Script>;
