// Reads one key of Redis as lines of a backup: sorted, in pieces, whatever its type.
import { isUtf8 } from "node:buffer";
import type { Redis } from "ioredis";
import type { KeyLine } from "./line.ts";

export type KeyRedis = Pick<
  Redis,
  "call" | "getBuffer" | "hscan" | "lrange" | "pttl" | "sscan" | "time" | "type" | "zscan"
>;

/** Members in a line, and members that Redis is asked for at once. */
const piece = 500;

/**
 * No line for a key that is not there (any more). A key is held in memory as a whole: it must not be one that grows with the
 * readers, but for sets of their numbers.
 */
export async function readKey(redis: KeyRedis, key: string, name: string): Promise<readonly KeyLine[]> {
  const lines = await readValue(redis, key, name);
  const last = lines.at(-1);
  if (last === undefined) return [];
  const until = await expiryOf(redis, key);
  return until === undefined ? lines : [...lines.slice(0, -1), { ...last, until }];
}

async function readValue(redis: KeyRedis, key: string, name: string): Promise<readonly KeyLine[]> {
  switch (await redis.type(key)) {
    case "string": {
      const bytes = await redis.getBuffer(key);
      if (bytes === null) return [];
      return isUtf8(bytes)
        ? [{ key: name, string: bytes.toString() }]
        : [{ key: name, bytes: bytes.toString("base64") }];
    }
    case "hash": {
      const all = await scan((cursor) => redis.hscan(key, cursor, "COUNT", piece));
      return pieces(sorted(pairsOf(all))).map((hash) => ({ key: name, hash }));
    }
    case "zset": {
      const all = await scan((cursor) => redis.zscan(key, cursor, "COUNT", piece));
      return pieces(sorted(pairsOf(all))).map((zset) => ({ key: name, zset }));
    }
    case "set": {
      const all = await scan((cursor) => redis.sscan(key, cursor, "COUNT", piece));
      return pieces([...new Set(all)].sort(inOrder)).map((set) => ({ key: name, set }));
    }
    case "list": {
      const all: string[] = [];
      for (let from = 0; ; from += piece) {
        const some = await redis.lrange(key, from, from + piece - 1);
        all.push(...some);
        if (some.length < piece) break;
      }
      return pieces(all).map((list) => ({ key: name, list }));
    }
    default:
      // A stream is none of what is kept; "none" has just expired.
      return [];
  }
}

async function scan(ask: (cursor: string) => Promise<[string, string[]]>): Promise<string[]> {
  const all: string[] = [];
  let cursor = "0";
  do {
    const [next, some] = await ask(cursor);
    cursor = next;
    all.push(...some);
  } while (cursor !== "0");
  return all;
}

/** A scan may bring a member twice: the last one counts. */
function pairsOf(flat: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < flat.length; at += 2) pairs.set(flat[at] ?? "", flat[at + 1] ?? "");
  return pairs;
}

function sorted(pairs: ReadonlyMap<string, string>): [string, string][] {
  return [...pairs].sort(([one], [other]) => inOrder(one, other));
}

export function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function pieces<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += piece) parts.push(all.slice(from, from + piece));
  return parts;
}

/** Epoch ms. Redis before 7 knows only how long it still is: right to some milliseconds. */
async function expiryOf(redis: KeyRedis, key: string): Promise<number | undefined> {
  const at = await redis.call("PEXPIRETIME", key).then(Number, () => undefined);
  if (at !== undefined) return at < 0 ? undefined : at;
  const [left, [seconds, micros]] = await Promise.all([redis.pttl(key), redis.time()]);
  return left < 0 ? undefined : Number(seconds) * 1000 + Math.floor(Number(micros) / 1000) + left;
}
