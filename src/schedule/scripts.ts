// The schedule's steps that must be one: Lua on the due index, the pending slots and the reader's record.
//
// KEYS in all of them: 1 due, 2 pend, 3 outcomes, 4 the records of all readers.
// pend holds "slot|parts sent|newest article|carrier"; the carrier is the wave (queue.ts) that serves the slot, "" where a
// job of its own does. Lists of fields in ARGV end with "--".
// A score of "due" is the slot and, behind the point, the reader's place in it (rotation.ts); a lease is whole seconds, and an
// instant that a pending slot was put off to has a half behind the point.
import { letterOf as is } from "../subscribers/fields.ts";
import { recordLua } from "../subscribers/records.ts";
import type { Script } from "../subscribers/script.ts";
import { acknowledge } from "./acknowledge.ts";
import { inBulk, place, readLines, readNow, readPend, uncarried, wake } from "./lua.ts";
import { migrate } from "./migrate.ts";

/**
 * ARGV: now ("" = Redis's own), limit, lease, the name of this claim, how many make a wave (0: jobs of their own). Gives
 * member, slot and carrier in turn: who was claimed before keeps the carrier, for it may still be under way.
 */
const claim = `${readPend}${readNow}${inBulk}
local now = instant(ARGV[1])
local due = redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", "(" .. string.format("%.0f", now + 1), "WITHSCORES", "LIMIT", 0, ARGV[2])
local members = every(due, 2, 1)
local values = many("HMGET", KEYS[2], members)
local claimed, fresh, holds, leases = {}, 0, {}, {}
for i, member in ipairs(members) do
  local slot, _, _, carrier = held(values[i])
  if not slot then
    slot = string.format("%.0f", math.floor(tonumber(due[2 * i])))
    carrier = "${uncarried}"
  end
  if carrier == "${uncarried}" then
    carrier = ""
    if tonumber(ARGV[5]) > 0 then
      carrier = string.format("%s-%d", ARGV[4], math.floor(fresh / tonumber(ARGV[5])))
      fresh = fresh + 1
    end
    holds[#holds + 1] = member
    holds[#holds + 1] = to_hold(slot, "0", "", carrier)
  end
  leases[#leases + 1] = now + tonumber(ARGV[3])
  leases[#leases + 1] = member
  claimed[#claimed + 1] = member
  claimed[#claimed + 1] = slot
  claimed[#claimed + 1] = carrier
end
many("HSET", KEYS[2], holds)
many("ZADD", KEYS[1], leases)
return claimed
`;

/**
 * ARGV: now ("" = Redis's own), seconds, then member and slot in turn. Holds claims that are still pending under a lease: a
 * quick worker may have put one off already, to an instant that stays.
 */
const confirm = `${readPend}${readNow}${inBulk}
local until_then = instant(ARGV[1]) + tonumber(ARGV[2])
local members, slots = every(ARGV, 2, 3), every(ARGV, 2, 4)
local values = many("HMGET", KEYS[2], members)
local leases = {}
for i, member in ipairs(members) do
  local score = held(values[i]) == slots[i] and redis.call("ZSCORE", KEYS[1], member)
  if score and tonumber(score) % 1 == 0 then
    leases[#leases + 1] = until_then
    leases[#leases + 1] = member
  end
end
many("ZADD", KEYS[1], leases)
return 1
`;

/**
 * ARGV, a line for each: member, slot, parts or "", newest article or "", parted by tabs. The first newest article stays, the
 * parts only rise (a worker thought dead may still speak). Gives "parts|newest article" in force for each, false for a slot
 * that is not pending.
 */
const note = `${readPend}${inBulk}${readLines}
local notes, members = lines_of(4)
local values = many("HMGET", KEYS[2], members)
local answers, holds, at_hand = {}, {}, {}
for i, member in ipairs(members) do
  local _, noted_slot, noted_parts, noted_up_to = unpack(notes[i])
  local slot, parts, up_to, carrier = held(at_hand[member] or values[i])
  local answer = false
  if slot == noted_slot then
    if noted_parts ~= "" and tonumber(noted_parts) > tonumber(parts) then parts = noted_parts end
    if up_to == "" then up_to = noted_up_to end
    at_hand[member] = to_hold(slot, parts, up_to, carrier)
    holds[#holds + 1] = member
    holds[#holds + 1] = at_hand[member]
    answer = parts .. "|" .. up_to
  end
  answers[i] = answer
end
many("HSET", KEYS[2], holds)
return answers
`;

/** ARGV: member and slot in turn. From now on a job of its own serves each, where it is still pending. */
const alone = `${readPend}
for i = 1, #ARGV, 2 do
  local slot, parts, up_to = pending(ARGV[i])
  if slot == ARGV[i + 1] then hold(ARGV[i], slot, parts, up_to, "") end
end
return 1
`;

/**
 * ARGV: member, next or "", "active" or "", now, then fields as they were read (letter and value in turn, "" = absent),
 * "--", then fields to write, "--", letters that go. Gives 0 and changes nothing when one of them is different now, or the
 * reader is gone. A pending slot keeps its lease, its end will place the reader; a slot that is due and not yet claimed is
 * not lost. Where the next slot has been served already, ahead of its time, it gives that slot as text and changes nothing.
 */
const change = `${recordLua}${place}
local member = ARGV[1]
local record = read(member)
if not record then return 0 end
local i = 5
while ARGV[i] ~= "--" do
  if (record[ARGV[i]] or "") ~= ARGV[i + 1] then return 0 end
  i = i + 2
end
local last_slot = record.${is("lastSlot")}
if ARGV[2] ~= "" and last_slot and tonumber(last_slot) >= tonumber(ARGV[2]) then return last_slot end
i = i + 1
while ARGV[i] ~= "--" do
  record[ARGV[i]] = ARGV[i + 1]
  i = i + 2
end
for j = i + 1, #ARGV do record[ARGV[j]] = nil end
if ARGV[3] ~= "active" then
  record.${is("planned")} = nil
  redis.call("HDEL", KEYS[2], member)
  redis.call("ZREM", KEYS[1], member)
elseif redis.call("HEXISTS", KEYS[2], member) == 1 then
  record.${is("planned")} = ARGV[2] == "" and "none" or ARGV[2]
else
  local due = redis.call("ZSCORE", KEYS[1], member)
  if not due or math.floor(tonumber(due)) > tonumber(ARGV[4]) then place(member, ARGV[2]) end
end
keep(member, record)
return 1
`;

/** ARGV: member, cursor and carry expected (as stored, "" = absent), cursor and carry to write. */
const advance = `${recordLua}
local member = ARGV[1]
if redis.call("HEXISTS", KEYS[2], member) == 1 then return "pending" end
local record = read(member)
if not record then return "changed" end
for i, letter in ipairs({ "${is("cursor")}", "${is("carry")}" }) do
  if (record[letter] or "") ~= ARGV[1 + i] then return "changed" end
  record[letter] = ARGV[3 + i]
  if ARGV[3 + i] == "" then record[letter] = nil end
end
keep(member, record)
return "done"
`;

/** ARGV: member, slot, instant. Lets a pending slot be claimed again then: by a job of its own. */
const release = `${readPend}${wake}
local slot, parts, up_to = pending(ARGV[1])
if slot ~= ARGV[2] then return 0 end
hold(ARGV[1], slot, parts, up_to, "")
wake(ARGV[1], ARGV[3])
return 1
`;

/**
 * ARGV: member, reason. Counted once; who is inactive already keeps the older reason, so that one who unsubscribed
 * and then blocked the bot is not taken for one whom only the block keeps away.
 */
const retire = `${recordLua}
local member = ARGV[1]
redis.call("HDEL", KEYS[2], member)
redis.call("ZREM", KEYS[1], member)
local record = read(member)
if not record then return 0 end
local was_inactive = record.${is("status")} == "inactive"
record.${is("planned")} = nil
if not was_inactive then
  record.${is("status")} = "inactive"
  record.${is("reason")} = ARGV[2]
  redis.call("HINCRBY", KEYS[3], "gone", 1)
end
keep(member, record)
return was_inactive and 0 or 1
`;

/** ARGV: member, instant. Only who is active is made due: nobody would ever end another's slot. */
const dueNow = `${recordLua}
local record = read(ARGV[1])
if not record or (record.${is("status")} or "active") ~= "active" then return 0 end
redis.call("ZADD", KEYS[1], ARGV[2], ARGV[1])
return 1
`;

/** The scripts by name; each takes KEYS due, pend, outcomes, records. */
export const scripts = {
  claim: { keys: 4, lua: claim },
  confirm: { keys: 4, lua: confirm },
  note: { keys: 4, lua: note },
  alone: { keys: 4, lua: alone },
  acknowledge: { keys: 4, lua: acknowledge },
  change: { keys: 4, lua: change },
  advance: { keys: 4, lua: advance },
  release: { keys: 4, lua: release },
  retire: { keys: 4, lua: retire },
  migrate: { keys: 4, lua: migrate },
  dueNow: { keys: 4, lua: dueNow },
} satisfies Record<string, Script>;
