// Forgets a chat: no key of readers, schedule or delivery speaks of it afterwards.
import type { Redis } from "ioredis";
import { fieldsOfChat } from "../subscribers/ofChat.ts";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";

export interface Forgetting {
  /** Takes all readers of a chat out of everything. A job that waits for one of them then ends as stale. */
  forget(chat: number): Promise<void>;
}

/** Letters that one answer of a scan brings. */
const scanned = 1000;

/** KEYS: the chat's bucket, records, due, pend. ARGV: the chat's field, number. */
const forgetLua = `
if redis.call("HGET", KEYS[1], ARGV[1]) == ARGV[2] then redis.call("HDEL", KEYS[1], ARGV[1]) end
redis.call("HDEL", KEYS[2], ARGV[2])
redis.call("ZREM", KEYS[3], ARGV[2])
redis.call("HDEL", KEYS[4], ARGV[2])
return 1
`;

export function createForgetting(redis: Redis, prefix: string): Forgetting {
  const keys = subscriberKeys(prefix);
  const base = `{${prefix}}:`;
  const run = defineScript(redis, "scheduleForget", { keys: 4, lua: forgetLua });

  /** Every field of a hash with its value. */
  async function scan(key: string): Promise<[string, string][]> {
    const found: [string, string][] = [];
    let cursor = "0";
    do {
      const [next, pairs] = await redis.hscan(key, cursor, "COUNT", scanned);
      cursor = next;
      for (let at = 0; at < pairs.length; at += 2) found.push([pairs[at] ?? "", pairs[at + 1] ?? ""]);
    } while (cursor !== "0");
    return found;
  }

  /** The pace remembers which chat was told to wait, as "chat|ms", and when each was written to: seconds, a group a minute. */
  async function forgetThrottled(chat: number): Promise<void> {
    const key = `${base}pace:throttled`;
    if ((await redis.get(key))?.startsWith(`${chat}|`)) await redis.del(key);
    await redis.del(`${base}pace:chat:${chat}`);
  }

  return {
    async forget(chat) {
      const bucket = keys.chats(chat);
      for (const [field, number] of await fieldsOfChat(redis, bucket, chat)) {
        await run(bucket, keys.records, `${base}due`, `${base}pend`, field, number);
      }
      // By the chat, which a letter names: it may be older than the reader.
      const letters = (await scan(`${base}dead`)).filter(([, json]) => isOf(json, chat));
      if (letters.length > 0) await redis.hdel(`${base}dead`, ...letters.map(([id]) => id));
      await forgetThrottled(chat);
    },
  };
}

function isOf(letter: string, chat: number): boolean {
  return (JSON.parse(letter) as { readonly chat?: number }).chat === chat;
}
