// The end of slots as one step of Lua: KEYS as in scripts.ts. Thousands of digests a second end by it, so what is common to many
// is one command, and of a record only those lines are taken apart that change.
import { letterOf as is } from "../subscribers/fields.ts";
import { scoreLua } from "../subscribers/place.ts";
import { inBulk, readLines, readNow, readPend } from "./lua.ts";

/**
 * ARGV, a line for each: member, slot, next or "", outcome, now ("" = Redis's own), how many further slots this end answers
 * for and the name they are counted under, cursor and carry (as stored, "" = absent), what was told ("" = nothing), parted by
 * tabs. Ends the slot if it is still the pending one. A plan that was changed meanwhile ("planned") goes before the next
 * instant that the caller worked out from the older plan. Where what it planned has passed, nothing ends: the caller is to work
 * the next one out from the plan as it is now, for missed slots are one. Gives 0 for a slot that is not pending, 1 for an
 * end, 2 for that.
 */
export const acknowledge = `${readPend}${readNow}${scoreLua}${inBulk}${readLines}
local ends, members = lines_of(10)
local pendings, records = many("HMGET", KEYS[2], members), many("HMGET", KEYS[4], members)
local answers, keeps, gone, places, leavers, counts = {}, {}, {}, {}, {}, {}
local function add(outcome, count) counts[outcome] = (counts[outcome] or 0) + tonumber(count) end
local function finish(i)
  local member, slot, next_due, outcome, now, further, further_as, cursor, carry, told = unpack(ends[i])
  if gone[member] or held(pendings[i]) ~= slot then return 0 end
  if not records[i] then next_due = "" end
  if records[i] then
    local lines, sent, planned = {}, 0, nil
    for line in string.gmatch(records[i], "[^\\n]+") do
      local letter = string.sub(line, 1, 1)
      if letter == "${is("planned")}" then planned = string.sub(line, 2)
      elseif letter == "${is("sent")}" then sent = tonumber(string.sub(line, 2))
      elseif letter == "${is("told")}" and told ~= "" then
      elseif letter ~= "${is("lastSlot")}" and letter ~= "${is("cursor")}" and letter ~= "${is("carry")}" then
        lines[#lines + 1] = line
      end
    end
    if planned then
      if planned == "none" then next_due = ""
      elseif tonumber(planned) > math.max(tonumber(slot), instant(now)) then next_due = planned
      else
        local without = string.gsub("\\n" .. records[i], "\\n${is("planned")}[^\\n]*", "")
        redis.call("HSET", KEYS[4], member, string.sub(without, 2))
        return 2
      end
    end
    if outcome == "sent" then sent = sent + 1 end
    lines[#lines + 1] = "${is("lastSlot")}" .. slot
    if sent > 0 then lines[#lines + 1] = "${is("sent")}" .. string.format("%.0f", sent) end
    if cursor ~= "" then lines[#lines + 1] = "${is("cursor")}" .. cursor end
    if carry ~= "" then lines[#lines + 1] = "${is("carry")}" .. carry end
    if told ~= "" then lines[#lines + 1] = "${is("told")}" .. told end
    keeps[#keeps + 1] = member
    keeps[#keeps + 1] = table.concat(lines, "\\n")
  end
  gone[member] = true
  add(outcome, 1)
  add(further_as, further)
  if next_due == "" then leavers[#leavers + 1] = member
  else
    places[#places + 1] = score(member, next_due)
    places[#places + 1] = member
  end
  return 1
end
for i = 1, #ends do answers[i] = finish(i) end
local ended = {}
for member in pairs(gone) do ended[#ended + 1] = member end
many("HSET", KEYS[4], keeps)
many("HDEL", KEYS[2], ended)
many("ZADD", KEYS[1], places)
many("ZREM", KEYS[1], leavers)
for outcome, count in pairs(counts) do
  if count > 0 then redis.call("HINCRBY", KEYS[3], outcome, string.format("%.0f", count)) end
end
return answers
`;
