// Remembers subscribers in Redis: a record each, and from chat (and thread) to the reader's opaque number.
import type { Redis } from "ioredis";
import { gather } from "../runtime/gather.ts";
import { subscriberOf, toFields, toRecord } from "./fields.ts";
import { fieldsOfChat } from "./ofChat.ts";
import { scoreLua } from "./place.ts";
import { subscriberKeys } from "./records.ts";
import { defineScript } from "./script.ts";
import type { Subscriber } from "./subscriber.ts";

export interface KnownReader {
  readonly number: number;
  readonly subscriber: Subscriber;
}

export interface SubscriberStore {
  numberOf(chat: number, thread: number | null): Promise<number | undefined>;
  byNumber(number: number): Promise<Subscriber | undefined>;
  byChat(chat: number, thread: number | null): Promise<KnownReader | undefined>;
  /**
   * The reader of this chat, made from `fresh` when there is none: one number even for two callers at once. One that is made
   * is put on the index `due` names, at that instant.
   */
  ensure(
    fresh: Subscriber,
    due?: { readonly key: string; readonly at: number },
  ): Promise<KnownReader & { readonly isNew: boolean }>;
  /** The numbers of all readers of a chat: its own and those of its topics. */
  ofChat(chat: number): Promise<readonly number[]>;
  /** Every reader once, by number, streamed; those who come meanwhile are left out. */
  all(): AsyncGenerator<KnownReader>;
  count(): Promise<number>;
}

/** The field under which a chat, or a topic of a forum, is known. */
export function chatField(chat: number, thread: number | null): string {
  return thread === null ? String(chat) : `${chat}/${thread}`;
}

/**
 * KEYS: the chat's bucket, next number, records, due. ARGV: the chat's field, record, due instant or "". A chat that is
 * known but whose record is lost gets the record anew.
 */
const ensureLua = `${scoreLua}
local number = redis.call("HGET", KEYS[1], ARGV[1])
local is_new = 0
if not number then
  number = redis.call("INCR", KEYS[2])
  redis.call("HSET", KEYS[1], ARGV[1], number)
  is_new = 1
end
redis.call("HSETNX", KEYS[3], number, ARGV[2])
if is_new == 1 and ARGV[3] ~= "" then redis.call("ZADD", KEYS[4], score(number, ARGV[3]), number) end
return { tonumber(number), is_new }
`;

/** Readers that are read at once. */
const piece = 500;

/** All keys share the prefix's hash tag. */
export function createSubscriberStore(redis: Redis, prefix: string): SubscriberStore {
  const keys = subscriberKeys(prefix);
  const ensure = defineScript(redis, "subscribersEnsure", { keys: 4, lua: ensureLua });

  async function numberOf(chat: number, thread: number | null): Promise<number | undefined> {
    const number = await redis.hget(keys.chats(chat), chatField(chat, thread));
    return number === null ? undefined : Number(number);
  }

  const recordOf = gather((numbers: readonly number[]) => redis.hmget(keys.records, ...numbers.map(String)));

  const byNumber = async (number: number): Promise<Subscriber | undefined> =>
    subscriberOf(await recordOf(number));

  return {
    numberOf,
    byNumber,
    async byChat(chat, thread) {
      const number = await numberOf(chat, thread);
      const subscriber = number === undefined ? undefined : await byNumber(number);
      return number === undefined || subscriber === undefined ? undefined : { number, subscriber };
    },
    async ensure(fresh, due) {
      const field = chatField(fresh.chat, fresh.thread);
      const record = toRecord(toFields(fresh).set);
      const places = [keys.chats(fresh.chat), keys.next, keys.records, due?.key ?? keys.records];
      const answer = await ensure(...places, field, record, due?.at ?? "");
      const [number, isNew] = answer as [number, number];
      const subscriber = (isNew === 1 ? undefined : await byNumber(number)) ?? fresh;
      return { number, subscriber, isNew: isNew === 1 };
    },
    async ofChat(chat) {
      return (await fieldsOfChat(redis, keys.chats(chat), chat)).map(([, number]) => number);
    },
    async *all() {
      const last = Number((await redis.get(keys.next)) ?? 0);
      for (let first = 1; first <= last; first += piece) {
        const count = Math.min(piece, last - first + 1);
        const numbers = Array.from({ length: count }, (_, index) => first + index);
        const records = await redis.hmget(keys.records, ...numbers.map(String));
        for (const [index, number] of numbers.entries()) {
          const subscriber = subscriberOf(records[index]);
          if (subscriber !== undefined) yield { number, subscriber };
        }
      }
    },
    count: () => redis.hlen(keys.records),
  };
}
