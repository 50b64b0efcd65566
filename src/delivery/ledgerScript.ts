// The step of the send ledger that must be one over all workers: Lua that notices an older copy and keeps what is known of it.

/**
 * KEYS: the ledger, the last article number, the id of the data set. ARGV: our id, the data set that was found there, its id
 * from now on, the beat that we know of, tolerance, now, mark, article. Where Redis has forgotten our beats it is an older
 * copy: what we know is kept for all, and article numbers go on behind ours, so that none is given twice. Where another
 * worker has noticed it since our last beat, its instant stays: what came in since then came in after the restore. Gives 1 for an
 * older copy and 2 for one that knows no worker at all, then mark, article and when it was noticed, then the last number; -1
 * alone where the data set is another one than was found.
 */
export const noticeRestore = `
if (redis.call("GET", KEYS[3]) or "") ~= ARGV[2] then return { -1 } end
if ARGV[2] == "" then redis.call("SET", KEYS[3], ARGV[3], "NX") end
local function known(name) return tonumber(redis.call("HGET", KEYS[1], name) or "0") end
local function raise(name, value)
  if value > known(name) then redis.call("HSET", KEYS[1], name, string.format("%.0f", value)) end
end
local beat, now, what = tonumber(ARGV[4]), tonumber(ARGV[6]), 0
local last = tonumber(redis.call("GET", KEYS[2]) or "0")
if beat > 0 and known("beat:" .. ARGV[1]) < beat - tonumber(ARGV[5]) then
  what = redis.call("EXISTS", KEYS[1]) == 1 and 1 or 2
  raise("mark", tonumber(ARGV[7]))
  raise("article", tonumber(ARGV[8]))
  if beat >= known("at") then raise("at", now) end
  if last < tonumber(ARGV[8]) then redis.call("SET", KEYS[2], ARGV[8]) end
end
raise("beat:" .. ARGV[1], now)
return { what, known("mark"), known("article"), known("at"), last }
`;
