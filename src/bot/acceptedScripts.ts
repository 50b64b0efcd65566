// The steps of taking in updates that must be one over all processes: Lua that stores, finishes and takes over.
import type { Script } from "../subscribers/script.ts";

/**
 * Handled updates are bits: one for each id, 65,536 to a page of 8 kB, so that a day of 2,000 a second is 21 MB. Telegram keeps
 * what was not confirmed for 24 hours; a page goes two days after its last note.
 */
const pages = `
local function place(id)
  local number = tonumber(id)
  local page = math.floor(number / 65536)
  return pages .. string.format("%.0f", page), string.format("%.0f", number - page * 65536)
end
local function is_handled(id)
  local page, bit = place(id)
  return redis.call("GETBIT", page, bit) == 1
end
local function note_handled(id)
  local page, bit = place(id)
  redis.call("SETBIT", page, bit, 1)
  redis.call("EXPIRE", page, 172800)
end
`;

/**
 * KEYS: 1 bodies (hash: update id → JSON), 2 owners (hash: line → process, "" for nobody), 3 taps (hash: what was pressed →
 * id). ARGV: 1 this process or "", 2 beginning of a line's key (list of ids, the one in work first), 3 beginning of a page's
 * key, 4 the most that may be open, then for each update id, line, tap or "", body. Gives a word for each, see `Placed`.
 */
const accept = `
local me, lines, pages, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
${pages}
local open = redis.call("HLEN", KEYS[1])
local answers = {}
for i = 5, #ARGV, 4 do
  local id, line, tap, body = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  local answer = "behind"
  if is_handled(id) or redis.call("HEXISTS", KEYS[1], id) == 1 then answer = "seen"
  elseif open >= most then answer = "full"
  elseif tap ~= "" and redis.call("HSETNX", KEYS[3], tap, id) == 0 then
    note_handled(id)
    answer = "tapped"
  else
    redis.call("HSET", KEYS[1], id, body)
    redis.call("RPUSH", lines .. line, id)
    open = open + 1
    local owner = redis.call("HGET", KEYS[2], line)
    if not owner then
      redis.call("HSET", KEYS[2], line, me)
      if me ~= "" then answer = "first" end
    elseif owner == "" and me ~= "" then
      redis.call("HSET", KEYS[2], line, me)
      answer = "adopted"
    end
  end
  answers[#answers + 1] = answer
end
return answers
`;

/**
 * KEYS: 1 bodies, 2 owners, 3 taps, 4 tries. ARGV: 1 this process, 2 beginning of a line's key, 3 of a page's key, 4 "stop"
 * where lines are given up, then for each line its name, the id that is done or "", its tap or "". Gives for each the body
 * of what comes next, "" where nothing does. A second time it gives the same: a client asks again after an outage.
 */
const next = `
local me, lines, pages, stop = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
${pages}
local answers = {}
for i = 5, #ARGV, 3 do
  local line, id, tap = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local list = lines .. line
  if id ~= "" then
    note_handled(id)
    redis.call("HDEL", KEYS[1], id)
    redis.call("HDEL", KEYS[4], id)
    redis.call("LREM", list, 1, id)
    if tap ~= "" then redis.call("HDEL", KEYS[3], tap) end
  end
  local answer = ""
  if redis.call("HGET", KEYS[2], line) == me then
    local head = redis.call("LINDEX", list, 0)
    local body = head and redis.call("HGET", KEYS[1], head)
    while head and not body do
      redis.call("LPOP", list)
      head = redis.call("LINDEX", list, 0)
      body = head and redis.call("HGET", KEYS[1], head)
    end
    if not head then redis.call("HDEL", KEYS[2], line)
    elseif stop == "stop" then redis.call("HSET", KEYS[2], line, "")
    else answer = body end
  end
  answers[#answers + 1] = answer
end
return answers
`;

/**
 * KEYS: 1 owners, 2 tries (hash: id → how often its process died). ARGV: 1 this process, 2 beginning of a line's key, 3 of
 * the keys of the living, 4 how long this one counts as living (ms), 5 the most lines to take, then processes that are
 * known to be dead. Says that this one lives, takes over lines of nobody and of the dead, and gives: this process's lines,
 * how often the process of each one's head has died, and the owners that do not say that they live.
 */
const sweep = `
local me, lines, living, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[5])
redis.call("SET", living .. me, "1", "PX", ARGV[4])
local dead, looked, mine, tries, silent = {}, {}, {}, {}, {}
for i = 6, #ARGV do dead[ARGV[i]] = true end
local all = redis.call("HGETALL", KEYS[1])
for i = 1, #all, 2 do
  local line, owner = all[i], all[i + 1]
  local died = 0
  if owner ~= me then
    if owner ~= "" and looked[owner] == nil then
      looked[owner] = redis.call("EXISTS", living .. owner)
      if looked[owner] == 0 then silent[#silent + 1] = owner end
    end
    local is_dead = owner ~= "" and looked[owner] == 0 and dead[owner]
    if most > 0 and (owner == "" or is_dead) then
      most = most - 1
      redis.call("HSET", KEYS[1], line, me)
      owner = me
      local head = redis.call("LINDEX", lines .. line, 0)
      if is_dead and head then died = redis.call("HINCRBY", KEYS[2], head, 1) end
    end
  end
  if owner == me then
    mine[#mine + 1] = line
    tries[#tries + 1] = died
  end
end
return { mine, tries, silent }
`;

export const acceptedScripts = {
  accept: { keys: 3, lua: accept },
  next: { keys: 4, lua: next },
  sweep: { keys: 2, lua: sweep },
} satisfies Record<string, Script>;
