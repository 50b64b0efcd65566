// The store's Lua that takes articles in and hides them.
import { prelude } from "./prelude.ts";

/** Articles whose lines are remembered for each source, so that what repeats over them is known as furniture. */
export const linesKept = 100;

/** What a feed names and we do not take is looked at again after a week: its page may have been mended. */
export const passedMs = 7 * 86_400_000;

/**
 * ARGV: the names and values of `PutFields` in turn.
 *
 * An article that comes back after its file was missing is visible again, unless an editor hid it by hand ("veil", see editing.ts). A guessed date never replaces the first one. What another
 * source brought first is that source's own. A new article is refused as "behind" when the caller did not know every article yet,
 * for it may belong to the story of one that came in between.
 */
export const putScript = `${prelude}
local given = {}
for i = 1, #ARGV, 2 do given[ARGV[i]] = ARGV[i + 1] end
local names, source, hash, body, raw = split(given.names), given.source, given.hash, given.body, given.raw
local published, publishedMs = given.published, given.publishedMs
local ids = k('articles:ids')
local number
local function duplicate(of)
  if given.expires then
    redis.call('SET', k('articles:passed:' .. source .. ':' .. names[1]), raw .. ' ' .. of, 'PX', ${passedMs})
  end
  return {'duplicate', tonumber(of)}
end
for _, name in ipairs(names) do number = number or redis.call('HGET', ids, name) or nil end
if not number and given.replaces and redis.call('HGET', k('article:' .. given.replaces), 'source') == source then
  number = given.replaces
end
if number and redis.call('HGET', k('article:' .. number), 'source') ~= source then
  return duplicate(number)
end
local id = number and redis.call('HGET', k('article:' .. number), 'id') or names[1]
local owner = redis.call('HGET', k('articles:texts'), body)
if owner and owner ~= id then
  local other = redis.call('HGET', ids, owner)
  if other and redis.call('HGET', k('article:' .. other), 'hidden') ~= 'missing' then
    if number and redis.call('HGET', k('article:' .. number), 'hidden') ~= 'missing' then
      hide(number, 'missing')
      refresh(redis.call('HGET', k('article:' .. number), 'story'))
      changed(number, 'gone')
    end
    return duplicate(other)
  end
end
local article, story, outcome
if number then
  article = k('article:' .. number)
  local old = redis.call('HMGET', article, 'hash', 'hidden', 'body', 'story', 'ids')
  local all, has = old[5] or id, {}
  for _, name in ipairs(split(all)) do has[name] = true end
  for _, name in ipairs(names) do
    if not has[name] and redis.call('HSETNX', ids, name, number) == 1 then all = all .. '\\n' .. name end
  end
  redis.call('HSET', article, 'ids', all, 'raw', raw)
  if old[1] == hash and old[2] ~= 'missing' then return {'unchanged', tonumber(number)} end
  outcome = old[1] == hash and 'unchanged' or 'updated'
  story = old[4]
  if old[3] ~= body and redis.call('HGET', k('articles:texts'), old[3]) == id then
    redis.call('HDEL', k('articles:texts'), old[3])
  end
  if given.isGuess then
    local first = redis.call('HMGET', article, 'published', 'publishedMs')
    published, publishedMs = first[1], first[2]
  end
else
  for _, name in ipairs(names) do
    if redis.call('ZSCORE', k('articles:expired'), name) then
      for _, other in ipairs(names) do redis.call('ZADD', k('articles:expired'), given.fetchedMs, other) end
      return {'expired', 0}
    end
    if redis.call('HGET', k('articles:removed'), name) == hash then return {'removed', 0} end
  end
  local last = redis.call('GET', k('articles:sequence')) or '0'
  if given.known and tonumber(last) > tonumber(given.known) then return {'behind', tonumber(last)} end
  for _, name in ipairs(names) do redis.call('HDEL', k('articles:removed'), name) end
  number = tostring(redis.call('INCR', k('articles:sequence')))
  article = k('article:' .. number)
  outcome = 'new'
  for _, name in ipairs(names) do redis.call('HSET', ids, name, number) end
  redis.call('ZADD', k('articles:numbers'), number, pad(number))
  local members = given.joins and redis.call('HGET', k('story:' .. given.joins), 'members')
  if members then
    story = given.joins
    redis.call('HSET', k('story:' .. story), 'members', members .. '\\n' .. number)
  else
    story = number
    redis.call('HSET', k('story:' .. story), 'firstSeen', given.fetched, 'members', number, 'topics', '')
  end
  redis.call('HSET', article, 'id', id, 'fetched', given.fetched, 'story', story, 'source', source, 'ids', given.names,
    'raw', raw, 'archive', given.archive)
  redis.call('SADD', k('articles:source:' .. source), id)
  if given.expires then redis.call('ZADD', k('articles:expiring'), given.fetchedMs, pad(number)) end
  if given.lines then
    redis.call('LPUSH', k('articles:lines:' .. given.list), given.lines)
    redis.call('LTRIM', k('articles:lines:' .. given.list), 0, ${linesKept - 1})
    redis.call('SADD', k('articles:lists:' .. source), given.list)
  end
end
redis.call('HSET', article, 'hash', hash, 'body', body, 'json', given.json, 'published', published,
  'publishedMs', publishedMs, 'topics', given.topics, 'print', given.print)
redis.call('HSET', k('articles:texts'), body, id)
redis.call('ZADD', k('articles:published'), publishedMs, pad(number))
local veil = redis.call('HGET', article, 'veil')
hide(number, veil == '1' and 'editor' or veil == '0' and '' or given.hidden)
refresh(story)
changed(number, seen(number))
return {outcome, tonumber(number)}
`;

/** ARGV: id, content hash, signature of the raw bytes. 1 when exactly this is stored and visible; then the signature is kept. */
export const holdsScript = `${prelude}
local number = redis.call('HGET', k('articles:ids'), ARGV[1])
if not number then return 0 end
local old = redis.call('HMGET', k('article:' .. number), 'hash', 'hidden')
if old[1] ~= ARGV[2] or old[2] == 'missing' then return 0 end
redis.call('HSET', k('article:' .. number), 'raw', ARGV[3])
return 1
`;

/**
 * ARGV: source, then ids by line and a signature of raw bytes, alternating. For each pair: "same" when exactly this was taken in
 * before and readers see of it what they should, "passed" when exactly this was looked at lately and not taken, the number of the
 * article when it is another's copy, "gone" when its time is over, else "new".
 */
export const knownScript = `${prelude}
local function look(names, raw)
  local passed = redis.call('GET', k('articles:passed:' .. ARGV[1] .. ':' .. names[1]))
  local before, of = string.match(passed or '', '^(%S*) (%d+)$')
  if before == raw and of == '0' then return 'passed' end
  if before == raw and redis.call('EXISTS', k('article:' .. of)) == 1 then return of end
  local number
  for _, name in ipairs(names) do number = number or redis.call('HGET', k('articles:ids'), name) or nil end
  if number then
    local old = redis.call('HMGET', k('article:' .. number), 'raw', 'hidden', 'source')
    return old[1] == raw and old[2] ~= 'missing' and old[3] == ARGV[1] and 'same' or 'new'
  end
  for _, name in ipairs(names) do
    if not redis.call('ZSCORE', k('articles:expired'), name) then return 'new' end
  end
  return 'gone'
end
local found = {}
for i = 2, #ARGV, 2 do found[#found + 1] = look(split(ARGV[i]), ARGV[i + 1]) end
return found
`;

/** ARGV: ids of one source whose documents disappeared. Gives how many readers now miss. */
export const hideScript = `${prelude}
local count = 0
for _, id in ipairs(ARGV) do
  local number = redis.call('HGET', k('articles:ids'), id)
  if number and redis.call('HGET', k('article:' .. number), 'hidden') ~= 'missing' then
    hide(number, 'missing')
    refresh(redis.call('HGET', k('article:' .. number), 'story'))
    changed(number, 'gone')
    count = count + 1
  end
end
return count
`;
