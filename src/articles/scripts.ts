// The store's Lua: every change is one script, so two ingesters at once never make two of one article.

/**
 * Shared by all scripts; KEYS[1] is the base of every key. `refresh` brings the lists of stories in line with one
 * story's members: its lead is the first visible one, its topics are those of all visible ones.
 */
const prelude = `
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
  local lead, topics, known = nil, {}, {}
  for _, n in ipairs(split(redis.call('HGET', story, 'members') or '')) do
    local a = redis.call('HMGET', k('article:' .. n), 'hidden', 'topics', 'publishedMs')
    if a[1] == '' then
      lead = lead or a[3]
      for _, topic in ipairs(split(a[2])) do
        if not known[topic] then known[topic] = true topics[#topics + 1] = topic end
      end
    end
  end
  if lead then
    redis.call('HSET', story, 'topics', table.concat(topics, '\\n'))
    redis.call('ZADD', k('stories:visible'), number, member)
    redis.call('ZADD', k('stories:latest'), lead, member)
    for _, topic in ipairs(topics) do
      redis.call('SADD', k('articles:topics'), topic)
      redis.call('ZADD', k('stories:topic:' .. topic), lead, member)
    end
  else
    redis.call('HSET', story, 'topics', '')
    redis.call('ZREM', k('stories:visible'), member)
    redis.call('ZREM', k('stories:latest'), member)
  end
end
local function hide(number, why)
  redis.call('HSET', k('article:' .. number), 'hidden', why)
  if why == '' then redis.call('SREM', k('articles:hidden'), number)
  else redis.call('SADD', k('articles:hidden'), number) end
end
local function changed() redis.call('INCR', k('articles:version')) end
`;

/**
 * ARGV: id, content hash, hash of the body, JSON, published (ISO), published (ms), "1" when the date is only a guess,
 * fetched (ISO), number of the story to join or "", "editor" when hidden or "", topics by line, source. An article that comes back
 * after its file was missing is visible again. A guessed date never replaces the first one.
 */
export const putScript = `${prelude}
local id, hash, body, json = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local published, publishedMs, isGuess, fetched = ARGV[5], ARGV[6], ARGV[7], ARGV[8]
local joins, hidden, topics, source = ARGV[9], ARGV[10], ARGV[11], ARGV[12]
local number = redis.call('HGET', k('articles:ids'), id)
local owner = redis.call('HGET', k('articles:texts'), body)
if owner and owner ~= id then
  local other = redis.call('HGET', k('articles:ids'), owner)
  if other and redis.call('HGET', k('article:' .. other), 'hidden') ~= 'missing' then
    if number and redis.call('HGET', k('article:' .. number), 'hidden') ~= 'missing' then
      hide(number, 'missing')
      refresh(redis.call('HGET', k('article:' .. number), 'story'))
      changed()
    end
    return {'duplicate', tonumber(other)}
  end
end
local article, story, outcome
if number then
  article = k('article:' .. number)
  local old = redis.call('HMGET', article, 'hash', 'hidden', 'body', 'story')
  if old[1] == hash and old[2] ~= 'missing' then return {'unchanged', tonumber(number)} end
  outcome = old[1] == hash and 'unchanged' or 'updated'
  story = old[4]
  if old[3] ~= body and redis.call('HGET', k('articles:texts'), old[3]) == id then
    redis.call('HDEL', k('articles:texts'), old[3])
  end
  if isGuess == '1' then
    local first = redis.call('HMGET', article, 'published', 'publishedMs')
    published, publishedMs = first[1], first[2]
  end
else
  if redis.call('HGET', k('articles:removed'), id) == hash then return {'removed', 0} end
  redis.call('HDEL', k('articles:removed'), id)
  number = tostring(redis.call('INCR', k('articles:sequence')))
  article = k('article:' .. number)
  outcome = 'new'
  redis.call('HSET', k('articles:ids'), id, number)
  redis.call('ZADD', k('articles:numbers'), number, pad(number))
  local members = joins ~= '' and redis.call('HGET', k('story:' .. joins), 'members')
  if members then
    story = joins
    redis.call('HSET', k('story:' .. story), 'members', members .. '\\n' .. number)
  else
    story = number
    redis.call('HSET', k('story:' .. story), 'firstSeen', fetched, 'members', number, 'topics', '')
  end
  redis.call('HSET', article, 'id', id, 'fetched', fetched, 'story', story, 'source', source)
  redis.call('SADD', k('articles:source:' .. source), id)
end
redis.call('HSET', article, 'hash', hash, 'body', body, 'json', json, 'published', published,
  'publishedMs', publishedMs, 'topics', topics)
redis.call('HSET', k('articles:texts'), body, id)
redis.call('ZADD', k('articles:published'), publishedMs, pad(number))
hide(number, hidden)
refresh(story)
changed()
return {outcome, tonumber(number)}
`;

/** ARGV: id, content hash. 1 when exactly this is stored and visible to readers as it should be. */
export const holdsScript = `${prelude}
local number = redis.call('HGET', k('articles:ids'), ARGV[1])
if not number then return 0 end
local old = redis.call('HMGET', k('article:' .. number), 'hash', 'hidden')
return old[1] == ARGV[2] and old[2] ~= 'missing' and 1 or 0
`;

/** ARGV: ids of one source whose documents disappeared. Gives how many readers now miss. */
export const hideScript = `${prelude}
local count = 0
for _, id in ipairs(ARGV) do
  local number = redis.call('HGET', k('articles:ids'), id)
  if number and redis.call('HGET', k('article:' .. number), 'hidden') ~= 'missing' then
    hide(number, 'missing')
    refresh(redis.call('HGET', k('article:' .. number), 'story'))
    count = count + 1
  end
end
if count > 0 then changed() end
return count
`;

/** ARGV: number. The id is remembered with its content, so that the same document does not come back. */
export const removeScript = `${prelude}
local number = ARGV[1]
local article = k('article:' .. number)
local old = redis.call('HMGET', article, 'id', 'hash', 'body', 'story', 'source')
if not old[1] then return 0 end
redis.call('HSET', k('articles:removed'), old[1], old[2])
redis.call('HDEL', k('articles:ids'), old[1])
if redis.call('HGET', k('articles:texts'), old[3]) == old[1] then redis.call('HDEL', k('articles:texts'), old[3]) end
redis.call('ZREM', k('articles:numbers'), pad(number))
redis.call('ZREM', k('articles:published'), pad(number))
redis.call('SREM', k('articles:hidden'), number)
redis.call('SREM', k('articles:source:' .. old[5]), old[1])
redis.call('DEL', article)
local story, left = k('story:' .. old[4]), {}
for _, n in ipairs(split(redis.call('HGET', story, 'members') or '')) do
  if n ~= number then left[#left + 1] = n end
end
redis.call('HSET', story, 'members', table.concat(left, '\\n'))
refresh(old[4])
if #left == 0 then redis.call('DEL', story) end
changed()
return 1
`;
