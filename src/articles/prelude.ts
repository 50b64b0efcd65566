// What the store's Lua scripts share. Every change is one script, so two ingesters at once never make two of one article.

/**
 * Shared by all scripts; KEYS[1] is the base of every key. `refresh` brings the lists of stories in line with one
 * story's members: its lead is the first visible one that is no archive piece, else the first visible one; its topics are those of
 * all visible ones and it is new to readers by its first one that is no archive piece: that number stays, or readers would meet the
 * story again under another member, and its time of arrival is the story's. `changed` tells the followers of the store.
 */
export const prelude = `
local base = KEYS[1]
local function k(name) return base .. name end
local function pad(n) return string.format('%010d', tonumber(n)) end
local function split(text)
  local parts = {}
  for part in string.gmatch(text or '', '[^\\n]+') do parts[#parts + 1] = part end
  return parts
end
local function refresh(number)
  local story = k('story:' .. number)
  local member = pad(number)
  for _, topic in ipairs(split(redis.call('HGET', story, 'topics') or '')) do
    redis.call('ZREM', k('stories:topic:' .. topic), member)
  end
  local lead, old, topics, known = nil, nil, {}, {}
  local fresh = redis.call('HGET', story, 'fresh')
  local wasFresh = fresh
  for _, n in ipairs(split(redis.call('HGET', story, 'members') or '')) do
    local a = redis.call('HMGET', k('article:' .. n), 'hidden', 'topics', 'publishedMs', 'archive')
    if a[1] == '' then
      if a[4] == '1' then old = old or a[3]
      else
        lead = lead or a[3]
        fresh = fresh or n
      end
      for _, topic in ipairs(split(a[2])) do
        if not known[topic] then known[topic] = true topics[#topics + 1] = topic end
      end
    end
  end
  lead = lead or old
  if lead then
    redis.call('HSET', story, 'topics', table.concat(topics, '\\n'))
    redis.call('ZADD', k('stories:latest'), lead, member)
    for _, topic in ipairs(topics) do
      redis.call('SADD', k('articles:topics'), topic)
      redis.call('ZADD', k('stories:topic:' .. topic), lead, member)
    end
  else
    redis.call('HSET', story, 'topics', '')
    redis.call('ZREM', k('stories:latest'), member)
  end
  if lead and fresh then
    if not wasFresh then
      redis.call('HSET', story, 'fresh', fresh, 'firstSeen', redis.call('HGET', k('article:' .. fresh), 'fetched'))
    end
    redis.call('ZADD', k('stories:visible'), fresh, member)
  else redis.call('ZREM', k('stories:visible'), member) end
end
local function hide(number, why)
  redis.call('HSET', k('article:' .. number), 'hidden', why)
  if why == '' then redis.call('SREM', k('articles:hidden'), number)
  else redis.call('SADD', k('articles:hidden'), number) end
end
local function changed(number, what)
  redis.call('INCR', k('articles:version'))
  redis.call('XADD', k('articles:changes'), 'MAXLEN', '~', '10000', '*', 'number', number, 'what', what)
end
local function seen(number)
  return redis.call('HGET', k('article:' .. number), 'hidden') == '' and 'put' or 'gone'
end
`;
