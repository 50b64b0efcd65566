// Remembers subscribers in Redis: a hash each, and from chat (and thread) to the reader's opaque number.
import type { Redis } from "ioredis";
import { fromFields, toFields } from "./fields.ts";
import { fieldsOfChat } from "./ofChat.ts";
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
  /** The reader of this chat, made from `fresh` when there is none: one number even for two callers at once. */
  ensure(fresh: Subscriber): Promise<KnownReader & { readonly isNew: boolean }>;
  /** The numbers of all readers of a chat: its own and those of its topics. Reads the whole index in steps: for rare events. */
  ofChat(chat: number): Promise<readonly number[]>;
  /** Every reader once, streamed. */
  all(): AsyncGenerator<KnownReader>;
  count(): Promise<number>;
}

export interface SubscriberKeys {
  readonly readers: string;
  readonly next: string;
  /** What the keys of all readers begin with. */
  readonly readerPrefix: string;
  readonly reader: (number: number) => string;
}

/** Keys share one hash tag, so that scripts over them run in a Cluster. */
export function subscriberKeys(prefix: string): SubscriberKeys {
  const base = `{${prefix}}:`;
  const readerPrefix = `${base}reader:`;
  return {
    readers: `${base}readers`,
    next: `${readerPrefix}next`,
    readerPrefix,
    reader: (number) => `${readerPrefix}${number}`,
  };
}

/** The field under which a chat, or a topic of a forum, is known. */
export function chatField(chat: number, thread: number | null): string {
  return thread === null ? String(chat) : `${chat}/${thread}`;
}

/**
 * KEYS: readers, next number. ARGV: the beginning of a reader's key, the chat's field, then field and value in turn.
 * A chat that is known but whose record is lost gets the record anew.
 */
const ensureLua = `
local number = redis.call("HGET", KEYS[1], ARGV[2])
local is_new = 0
if not number then
  number = redis.call("INCR", KEYS[2])
  redis.call("HSET", KEYS[1], ARGV[2], number)
  is_new = 1
end
local reader = ARGV[1] .. number
if redis.call("EXISTS", reader) == 0 then redis.call("HSET", reader, unpack(ARGV, 3)) end
return { tonumber(number), is_new }
`;

/** All keys share the prefix's hash tag. */
export function createSubscriberStore(redis: Redis, prefix: string): SubscriberStore {
  const keys = subscriberKeys(prefix);
  const ensure = defineScript(redis, "subscribersEnsure", { keys: 2, lua: ensureLua });

  async function numberOf(chat: number, thread: number | null): Promise<number | undefined> {
    const number = await redis.hget(keys.readers, chatField(chat, thread));
    return number === null ? undefined : Number(number);
  }

  async function byNumber(number: number): Promise<Subscriber | undefined> {
    return fromFields(await redis.hgetall(keys.reader(number)));
  }

  return {
    numberOf,
    byNumber,
    async byChat(chat, thread) {
      const number = await numberOf(chat, thread);
      const subscriber = number === undefined ? undefined : await byNumber(number);
      return number === undefined || subscriber === undefined ? undefined : { number, subscriber };
    },
    async ensure(fresh) {
      const pairs = Object.entries(toFields(fresh).set).flat();
      const field = chatField(fresh.chat, fresh.thread);
      const answer = await ensure(keys.readers, keys.next, keys.readerPrefix, field, ...pairs);
      const [number, isNew] = answer as [number, number];
      const subscriber = (isNew === 1 ? undefined : await byNumber(number)) ?? fresh;
      return { number, subscriber, isNew: isNew === 1 };
    },
    async ofChat(chat) {
      return (await fieldsOfChat(redis, keys.readers, chat)).map(([, number]) => number);
    },
    async *all() {
      const seen = new Set<number>();
      let cursor = "0";
      do {
        const [next, pairs] = await redis.hscan(keys.readers, cursor, "COUNT", 500);
        cursor = next;
        const numbers = pairs.filter((_, index) => index % 2 === 1).map(Number);
        // HSCAN may give a field twice while the hash grows.
        const fresh = numbers.filter((number) => !seen.has(number));
        for (const number of fresh) seen.add(number);
        const pipeline = redis.pipeline();
        for (const number of fresh) pipeline.hgetall(keys.reader(number));
        const answers = (await pipeline.exec()) ?? [];
        for (const [index, number] of fresh.entries()) {
          const [error, hash] = answers[index] ?? [];
          if (error) throw error;
          const subscriber = fromFields((hash ?? {}) as Record<string, string>);
          if (subscriber !== undefined) yield { number, subscriber };
        }
      } while (cursor !== "0");
    },
    count: () => redis.hlen(keys.readers),
  };
}
