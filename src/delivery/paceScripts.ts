// The steps of the pace that must be one over all processes: Lua that books instants, and that stops everyone.
import type { Script } from "../subscribers/script.ts";

/**
 * KEYS: 1 ring (hash: instants of the last `rate` messages by their number modulo rate, "n" how many were booked, "last";
 * one that is no reply and was not answered yet stands there as late),
 * 2 next free instant of first replies, 3 stop, 4 who waits (hash: process → "rank|until"). Instants in µs of Redis's clock.
 * ARGV: 1 rate, 2 window (µs), 3 gap (µs), 4 ahead (µs), 5 spacing of first replies (µs), 6 process, 7 beginning of a
 * chat's key, 8 window of a chat (µs), 9 messages to a group in a minute, 10 best rank of those who wait and do not ask,
 * 11 how late one counts until it is answered (µs), 12 number of corrections, then for each its number and instant (all
 * that were answered); then for each who asks, best rank first: lane, rank, chat or "". Gives Redis's time, then "<who,
 * from 0> at <instant> <number>" or "<who> chat <µs to wait>", and in the end "<who> pace <µs to wait>" for the first who
 * must wait for the rate. No two who ask are of one chat.
 */
const book = `
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local function text(number) return string.format("%.0f", number) end
local answer = { text(now) }
local rate, window, gap, ahead = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local me, chats, chat_window, in_minute = ARGV[6], ARGV[7], tonumber(ARGV[8]), tonumber(ARGV[9])
local n = tonumber(redis.call("HGET", KEYS[1], "n") or "0")
local last = tonumber(redis.call("HGET", KEYS[1], "last") or "0")
local i = 13
for _ = 1, tonumber(ARGV[12]) do
  local number = tonumber(ARGV[i])
  if number < n and n - number <= rate then redis.call("HSET", KEYS[1], text(number % rate), ARGV[i + 1]) end
  i = i + 2
end
local stop = redis.call("PTTL", KEYS[3])
if stop > 0 then
  if ARGV[i] then answer[2] = "0 pace " .. text(stop * 1000) end
  return answer
end
local others = 99
local waiting = redis.call("HGETALL", KEYS[4])
for j = 1, #waiting, 2 do
  local rank, til = string.match(waiting[j + 1], "^(%d+)|(%d+)$")
  if tonumber(til) < now then redis.call("HDEL", KEYS[4], waiting[j])
  elseif waiting[j] ~= me then others = math.min(others, tonumber(rank)) end
end
local function chat_free(chat)
  if tonumber(chat) > 0 then return tonumber(redis.call("GET", chats .. chat) or "0") + chat_window end
  local free = tonumber(redis.call("LINDEX", chats .. chat, -1) or "0") + chat_window
  if redis.call("LLEN", chats .. chat) < in_minute then return free end
  return math.max(free, tonumber(redis.call("LINDEX", chats .. chat, 0)) + 59 * 1000000 + chat_window)
end
local function note_chat(chat, at)
  if tonumber(chat) > 0 then
    -- A reply does not wait for the delay that a 429 named, and does not end it for the others.
    if at < tonumber(redis.call("GET", chats .. chat) or "0") then return end
    redis.call("SET", chats .. chat, text(at), "PX", 3000)
  else
    redis.call("RPUSH", chats .. chat, text(at))
    redis.call("LTRIM", chats .. chat, -in_minute, -1)
    redis.call("PEXPIRE", chats .. chat, 65000)
  end
end
local who = {}
while ARGV[i] do
  who[#who + 1] = { lane = ARGV[i], rank = tonumber(ARGV[i + 1]), chat = ARGV[i + 2] }
  i = i + 3
end
local function next_at()
  return math.max(now, last + gap, tonumber(redis.call("HGET", KEYS[1], text(n % rate)) or "-1000000000") + window)
end
local function take(index, at)
  local chat, late = who[index].chat, 0
  if chat ~= "" and who[index].lane ~= "reply" then late = tonumber(ARGV[11]) end
  redis.call("HSET", KEYS[1], text(n % rate), text(at + late), "n", text(n + 1), "last", text(at))
  if chat ~= "" then note_chat(chat, at) end
  answer[#answer + 1] = (index - 1) .. " at " .. text(at) .. " " .. text(n)
  who[index].is_done = true
  n, last = n + 1, at
end
for index, each in ipairs(who) do
  local may_wait = each.chat ~= "" and (each.lane ~= "reply" or tonumber(each.chat) < 0)
  local free = may_wait and chat_free(each.chat) or 0
  if free > next_at() then
    answer[#answer + 1] = (index - 1) .. " chat " .. text(free - now)
    each.is_done = true
  elseif each.lane == "reply" then
    local reply_free = math.max(tonumber(redis.call("GET", KEYS[2]) or "0"), now)
    if reply_free - now < 1000000 then
      redis.call("SET", KEYS[2], text(reply_free + tonumber(ARGV[5])), "PX", 5000)
      take(index, next_at())
    end
  end
end
local wanted, wait = tonumber(ARGV[10]), 0
for index, each in ipairs(who) do
  if not each.is_done then
    local at = next_at()
    if at > now + ahead or others < each.rank then
      wanted = math.min(wanted, each.rank)
      wait = math.max(at - now - ahead, others < each.rank and gap or 0)
      answer[#answer + 1] = (index - 1) .. " pace " .. text(wait)
      break
    end
    take(index, at)
  end
end
redis.call("PEXPIRE", KEYS[1], 60000)
if wanted < 99 then
  redis.call("HSET", KEYS[4], me, wanted .. "|" .. text(now + wait + 200000))
  redis.call("PEXPIRE", KEYS[4], 60000)
elseif #who > 0 then
  redis.call("HDEL", KEYS[4], me)
end
return answer
`;

/**
 * KEYS: last throttled chat, stop, the chat. ARGV: chat, milliseconds, window of a chat (µs). The last one is kept with its
 * delay, "chat|ms". The chat is noted as though a message went to it a window before the end of its delay.
 */
const throttled = `
local ms = tonumber(ARGV[2])
local time = redis.call("TIME")
local ends = tonumber(time[1]) * 1000000 + tonumber(time[2]) + ms * 1000
local noted = ends - tonumber(ARGV[3])
local is_group = tonumber(ARGV[1]) < 0
local before = is_group and redis.call("LINDEX", KEYS[3], -1) or not is_group and redis.call("GET", KEYS[3])
if noted > tonumber(before or "0") then
  noted = string.format("%.0f", noted)
  if is_group then redis.call("RPUSH", KEYS[3], noted) else redis.call("SET", KEYS[3], noted) end
  redis.call("PEXPIRE", KEYS[3], ms + 65000)
end
local last = redis.call("GET", KEYS[1])
redis.call("SET", KEYS[1], ARGV[1] .. "|" .. ARGV[2], "PX", 1000)
if not last then return 0 end
local chat, other_ms = string.match(last, "^(.*)|(.*)$")
if chat == ARGV[1] then return 0 end
local stop = math.max(ms, tonumber(other_ms), redis.call("PTTL", KEYS[2]))
redis.call("SET", KEYS[2], "1", "PX", string.format("%d", stop))
return 1
`;

export const paceScripts = {
  book: { keys: 4, lua: book },
  throttled: { keys: 3, lua: throttled },
} satisfies Record<string, Script>;
