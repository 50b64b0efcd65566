// The store's Lua that takes articles away: by an editor's hand, or because their time is over.
import { prelude } from "./prelude.ts";

/** Takes one article away with everything that points to it; gives its names and its hash. */
const take = `
local function take(number)
  local article = k('article:' .. number)
  local old = redis.call('HMGET', article, 'id', 'hash', 'body', 'story', 'source', 'ids')
  if not old[1] then return nil end
  local names = split(old[6] or old[1])
  for _, name in ipairs(names) do redis.call('HDEL', k('articles:ids'), name) end
  if redis.call('HGET', k('articles:texts'), old[3]) == old[1] then redis.call('HDEL', k('articles:texts'), old[3]) end
  for _, list in ipairs({'articles:numbers', 'articles:published', 'articles:expiring'}) do
    redis.call('ZREM', k(list), pad(number))
  end
  redis.call('SREM', k('articles:hidden'), number)
  redis.call('SREM', k('articles:source:' .. old[5]), old[1])
  redis.call('HDEL', k('articles:held'), number)
  redis.call('DEL', article)
  local story, left = k('story:' .. old[4]), {}
  for _, n in ipairs(split(redis.call('HGET', story, 'members') or '')) do
    if n ~= number then left[#left + 1] = n end
  end
  redis.call('HSET', story, 'members', table.concat(left, '\\n'))
  refresh(old[4])
  if #left == 0 then redis.call('DEL', story) end
  changed(number, 'gone')
  return names, old[2]
end
`;

/**
 * ARGV: number. Its names are remembered with its content, so that the same document does not come back. An article of a feed does
 * not come back whatever its outlet makes of it, as if its time were over.
 */
export const removeScript = `${prelude}${take}
local fetchedMs = redis.call('ZSCORE', k('articles:expiring'), pad(ARGV[1]))
local names, hash = take(ARGV[1])
if not names then return 0 end
for _, name in ipairs(names) do
  if fetchedMs then redis.call('ZADD', k('articles:expired'), fetchedMs, name)
  else redis.call('HSET', k('articles:removed'), name, hash) end
end
return 1
`;

/**
 * ARGV: fetched before (ms), now (ms), how many at most, how many of the oldest to pass over. Takes away what is old and held by
 * nobody; its names are remembered by the time of the removal, for a feed may name it for years. Gives how many went, and how many
 * of those looked at are held.
 */
export const expireScript = `${prelude}${take}
local gone, held = 0, 0
local old = redis.call('ZRANGEBYSCORE', k('articles:expiring'), '-inf', '(' .. ARGV[1], 'LIMIT', ARGV[4], ARGV[3])
for _, member in ipairs(old) do
  local number = tostring(tonumber(member))
  if tonumber(redis.call('HGET', k('articles:held'), number) or '0') > 0 then held = held + 1
  else
    for _, name in ipairs(take(number) or {}) do redis.call('ZADD', k('articles:expired'), ARGV[2], name) end
    gone = gone + 1
  end
end
return {gone, held}
`;

/** ARGV: forgotten before (ms). Names of articles that went so long ago that no feed names them any more. */
export const forgetScript = `${prelude}
return redis.call('ZREMRANGEBYSCORE', k('articles:expired'), '-inf', '(' .. ARGV[1])
`;

/** ARGV: number, 1 or -1. Counts what points to an article; one that is not there counts for nothing, and never less than none. */
export const holdScript = `${prelude}
local held = k('articles:held')
if redis.call('EXISTS', k('article:' .. ARGV[1])) == 0 then return 0 end
local count = redis.call('HINCRBY', held, ARGV[1], ARGV[2])
if count <= 0 then redis.call('HDEL', held, ARGV[1]) end
return count
`;

/** ARGV: source. Forgets the lines of its articles, from which its furniture is learnt. */
export const forgetLinesScript = `
local base = KEYS[1]
local lists = base .. 'articles:lists:' .. ARGV[1]
for _, list in ipairs(redis.call('SMEMBERS', lists)) do redis.call('DEL', base .. 'articles:lines:' .. list) end
return redis.call('DEL', lists)
`;
