// The script by which a reader moves to another chat: a group that became a supergroup. KEYS as in scripts.ts.
import { letterOf as is } from "../subscribers/fields.ts";
import { recordLua } from "../subscribers/records.ts";

/**
 * ARGV: member, new chat, the beginning of a bucket's key. The record moves with its slot. Where the new chat has a reader
 * already, one of the two stays: the active one, and of equals the older (its number is lower).
 * Gives 0 when this one did not stay, or there is none.
 */
export const migrate = `${recordLua}
local member, chat, prefix = ARGV[1], ARGV[2], ARGV[3]
local record = read(member)
if not record then return 0 end
local old_chat = record.${is("chat")}
if old_chat == chat then return 1 end
local function field(of)
  if record.${is("thread")} then return of .. "/" .. record.${is("thread")} end
  return of
end
local function is_active(of)
  return of ~= nil and (of.${is("status")} or "active") == "active"
end
local function forget(number)
  redis.call("HDEL", KEYS[2], number)
  redis.call("ZREM", KEYS[1], number)
  redis.call("HDEL", KEYS[4], number)
end
local old_key, new_key = chat_key(prefix, old_chat), chat_key(prefix, chat)
local other = redis.call("HGET", new_key, field(chat))
if redis.call("HGET", old_key, field(old_chat)) == member then redis.call("HDEL", old_key, field(old_chat)) end
-- An index that has moved already while the record was written anew with the old chat: nobody else is there.
if other and other ~= member then
  local other_is_active = is_active(read(other))
  local stays = tonumber(other) < tonumber(member)
  if other_is_active ~= is_active(record) then stays = other_is_active end
  if stays then
    forget(member)
    return 0
  end
  forget(other)
end
redis.call("HSET", new_key, field(chat), member)
record.${is("chat")} = chat
keep(member, record)
return 1
`;
