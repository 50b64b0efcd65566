// Remembers since when a reader is inactive, and takes out the record of one who has been so for long.
import type { Redis } from "ioredis";
import { fromRecord, letterOf } from "../subscribers/fields.ts";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";
import { chatField } from "../subscribers/store.ts";

export interface Inactive {
  /**
   * Looks through readers by number: time runs from `now` for who is inactive and was not noted, and not any more for the
   * others. Gives the number to go on behind; null after the last.
   */
  note(after: number, limit: number, now: Date): Promise<number | null>;
  /** Time begins anew for who is noted: the reader was here, without subscribing. */
  touch(number: number, now: Date): Promise<void>;
  /** Readers who were noted up to this instant, the longest first. */
  since(before: Date, limit: number): Promise<readonly number[]>;
  /** Takes a reader out of record, index and schedule; false, and nothing changed, for one who has come back meanwhile. */
  erase(number: number, before: Date): Promise<boolean>;
  /** A reader who is forgotten in another way. */
  drop(number: number): Promise<void>;
}

/** KEYS: noted. ARGV: number, seconds. */
const touchLua = `
if redis.call("ZSCORE", KEYS[1], ARGV[1]) then redis.call("ZADD", KEYS[1], ARGV[2], ARGV[1]) end
return 1
`;

/** KEYS: the chat's bucket, records, due, pend, noted. ARGV: number, the record as it was read, the chat's field, noted before. */
const eraseLua = `
if redis.call("HGET", KEYS[2], ARGV[1]) ~= ARGV[2] then return 0 end
if tonumber(redis.call("ZSCORE", KEYS[5], ARGV[1]) or "inf") > tonumber(ARGV[4]) then return 0 end
if redis.call("HGET", KEYS[1], ARGV[3]) == ARGV[1] then redis.call("HDEL", KEYS[1], ARGV[3]) end
redis.call("HDEL", KEYS[2], ARGV[1])
redis.call("ZREM", KEYS[3], ARGV[1])
redis.call("HDEL", KEYS[4], ARGV[1])
redis.call("ZREM", KEYS[5], ARGV[1])
return 1
`;

const toSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

export function createInactive(redis: Redis, prefix: string): Inactive {
  const keys = subscriberKeys(prefix);
  const [noted, due, pend] = [`{${prefix}}:inactive`, `{${prefix}}:due`, `{${prefix}}:pend`];
  const touch = defineScript(redis, "inactive_touch", { keys: 1, lua: touchLua });
  const erase = defineScript(redis, "inactive_erase", { keys: 5, lua: eraseLua });
  return {
    async note(after, limit, now) {
      const last = Number((await redis.get(keys.next)) ?? 0);
      const count = Math.min(limit, last - after);
      if (count <= 0) return null;
      const numbers = Array.from({ length: count }, (_, at) => String(after + 1 + at));
      const records = await redis.hmget(keys.records, ...numbers);
      const isIdle = (at: number): boolean => isInactive(records[at]);
      const idle = numbers.filter((_, at) => isIdle(at));
      const others = numbers.filter((_, at) => !isIdle(at));
      const writing = redis.pipeline();
      if (idle.length > 0) writing.zadd(noted, "NX", ...idle.flatMap((number) => [toSeconds(now), number]));
      if (others.length > 0) writing.zrem(noted, ...others);
      for (const [error] of (await writing.exec()) ?? []) if (error !== null) throw error;
      return after + count >= last ? null : after + count;
    },
    async touch(number, now) {
      await touch(noted, number, toSeconds(now));
    },
    async since(before, limit) {
      return (await redis.zrange(noted, "-inf", toSeconds(before), "BYSCORE", "LIMIT", 0, limit)).map(Number);
    },
    async erase(number, before) {
      const record = await redis.hget(keys.records, String(number));
      if (record === null || !isInactive(record)) {
        await redis.zrem(noted, String(number));
        return false;
      }
      const fields = fromRecord(record);
      const chat = Number(fields[letterOf("chat")]);
      const thread = fields[letterOf("thread")];
      const field = chatField(chat, thread === undefined ? null : Number(thread));
      const places = [keys.chats(chat), keys.records, due, pend, noted];
      return (await erase(...places, number, record, field, toSeconds(before))) === 1;
    },
    async drop(number) {
      await redis.zrem(noted, String(number));
    },
  };
}

/** Asked of every reader of the house: the record is not taken apart for it. */
function isInactive(record: string | null | undefined): boolean {
  return record != null && `\n${record}\n`.includes(`\n${letterOf("status")}inactive\n`);
}
