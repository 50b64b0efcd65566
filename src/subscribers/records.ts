// The Redis keys of readers, and the Lua that reads and writes a reader's record within larger steps.

export interface SubscriberKeys {
  /** Hash: reader's number → record. One hash for all: a key of its own for each would cost 25 bytes a reader more. */
  readonly records: string;
  /** The highest number given. */
  readonly next: string;
  /** What the keys of all buckets of chats begin with. */
  readonly chatsPrefix: string;
  /** Hash: chat, or chat/thread → reader's number. A chat and its topics are in one bucket. */
  readonly chats: (chat: number) => string;
}

/**
 * With up to 120 chats in a bucket (two million readers) Redis packs it tightly, at 18 bytes a chat instead of 61, and
 * finding the topics of a forum reads one bucket. Never change the number: stores are laid out by it.
 */
export const buckets = 16_384;

/** Keys share one hash tag, so that scripts over them run in a Cluster. */
export function subscriberKeys(prefix: string): SubscriberKeys {
  const base = `{${prefix}}:`;
  const chatsPrefix = `${base}chats:`;
  return {
    records: `${base}records`,
    next: `${base}reader:next`,
    chatsPrefix,
    chats: (chat) => `${chatsPrefix}${Math.abs(chat) % buckets}`,
  };
}

/**
 * Lua for scripts that have the hash of records as KEYS[4]: `read(number)` gives letter → value, nil for no reader;
 * `keep(number, record)` writes it whole. `chat_key(prefix, chat)` is the bucket of a chat.
 */
export const recordLua = `
local function read(number)
  local text = redis.call("HGET", KEYS[4], number)
  if not text then return nil end
  local record = {}
  for letter, value in string.gmatch(text, "(%a)([^\\n]*)\\n?") do record[letter] = value end
  return record
end
local function keep(number, record)
  local lines = {}
  for letter, value in pairs(record) do lines[#lines + 1] = letter .. value end
  redis.call("HSET", KEYS[4], number, table.concat(lines, "\\n"))
end
local function chat_key(prefix, chat)
  return prefix .. string.format("%.0f", math.fmod(math.abs(tonumber(chat)), ${buckets}))
end
`;
