// Takes a backup: everything that matters of one prefix, line by line, while the house goes on working.
import type { Redis } from "ioredis";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";
import type { Keeping } from "./keyKind.ts";
import { kindOf } from "./keys.ts";
import { createLineSum, formatVersion, type Header, type ReaderLine, type Trailer } from "./line.ts";
import { inOrder, readKey } from "./read-key.ts";

/** Articles came in while they were read: what was written does not fit together. Begin anew. */
export class ShelfChanged extends Error {
  override name = "ShelfChanged";
}

export interface TakeNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  /** The layout's version, for a store that has not noted it. */
  readonly schema: number;
  readonly now: Date;
  /** Hears how much of how much is done: readers and keys. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Readers that are read in one step. */
const step = 500;

/**
 * The lines without line feeds, the trailer last. Articles fit together as they were at one moment, a reader's record, due
 * instant and pending slot at another: a digest that is sent meanwhile is in it or not. Two backups of stores that are alike
 * are alike from the second line on.
 */
export async function* takeBackup(needs: TakeNeeds): AsyncGenerator<string> {
  const { redis, prefix, onProgress } = needs;
  const base = `{${prefix}}:`;
  const names = await namesOf(redis, prefix);
  const readers = await redis.hlen(subscriberKeys(prefix).records);
  const total = readers + names.shelf.length + names.whole.length;
  const sum = createLineSum();
  let [done, lines, readerLines] = [0, 0, 0];
  const line = (value: object): string => {
    const text = JSON.stringify(value);
    sum.add(text);
    return text;
  };

  yield line(await headerOf(needs, { readers, keys: total - readers }));
  const before = await redis.get(`${base}articles:version`);
  async function* ofKeys(group: readonly string[]): AsyncGenerator<string> {
    for (const name of group) {
      for (const each of await readKey(redis, `${base}${name}`, name)) {
        lines += 1;
        yield line(each);
      }
      onProgress?.(++done, total);
    }
  }
  yield* ofKeys(names.shelf);
  if ((await redis.get(`${base}articles:version`)) !== before) {
    throw new ShelfChanged("articles came in while they were read");
  }
  for await (const each of readersOf(redis, prefix)) {
    lines += 1;
    if ("reader" in each) {
      readerLines += 1;
      onProgress?.(++done, total);
    }
    yield line(each);
  }
  // Last: counters and lists that are ahead of the readers do no harm, the other way round they would.
  yield* ofKeys(names.whole);
  const trailer: Trailer = { end: true, lines, readers: readerLines, digest: sum.digest() };
  yield JSON.stringify(trailer);
}

async function headerOf(
  { redis, prefix, schema, now }: TakeNeeds,
  expected: Header["expected"],
): Promise<Header> {
  const base = `{${prefix}}:`;
  const [known, dataset, ledger] = await Promise.all([
    redis.get(`${base}schema`),
    redis.get(`${base}dataset`),
    redis.hgetall(`${base}ledger`),
  ]);
  return {
    format: "mujaz-backup",
    version: formatVersion,
    made: now.toISOString(),
    schema: known === null ? schema : Number(known),
    dataset: dataset ?? "",
    ledger,
    expected,
  };
}

/** Lists of articles before the articles: a list that is older than them is mended by the next reading, not so the other way. */
async function namesOf(
  redis: Redis,
  prefix: string,
): Promise<Readonly<Record<"shelf" | "whole", readonly string[]>>> {
  const found = { shelf: new Set<string>(), whole: new Set<string>() };
  for await (const { name, keeping } of keysUnder(redis, prefix)) {
    if (keeping === "shelf" || keeping === "whole") found[keeping].add(name);
  }
  const byRank = (one: string, other: string): number => rank(one) - rank(other) || inOrder(one, other);
  return { shelf: [...found.shelf].sort(byRank), whole: [...found.whole].sort(inOrder) };
}

const rank = (name: string): number => (/^(article|story):/.test(name) ? 1 : 0);

/** What SCAN finds the keys by that begin so. */
export const patternOf = (beginning: string): string => `${beginning.replace(/[\\[\]*?]/g, "\\$&")}*`;

/** Every key of the prefix, some perhaps twice; one that this version does not know is kept. */
export async function* keysUnder(
  redis: Pick<Redis, "scan">,
  prefix: string,
): AsyncGenerator<{ readonly name: string; readonly keeping: Keeping }> {
  const base = `{${prefix}}:`;
  let cursor = "0";
  do {
    const [next, keys] = await redis.scan(cursor, "MATCH", patternOf(base), "COUNT", 2_000);
    cursor = next;
    for (const key of keys) {
      const name = key.slice(base.length);
      yield { name, keeping: kindOf(name)?.keeping ?? "whole" };
    }
  } while (cursor !== "0");
}

/** Readers by number, each with what is kept beside the record. */
async function* readersOf(redis: Redis, prefix: string): AsyncGenerator<ReaderLine | object> {
  const base = `{${prefix}}:`;
  const keys = subscriberKeys(prefix);
  const last = Number((await redis.get(keys.next)) ?? 0);
  for (let first = 1; first <= last; first += step) {
    const numbers = Array.from({ length: Math.min(step, last - first + 1) }, (_, at) => String(first + at));
    // One step: record, slot and due instant of a reader are of one moment.
    const answers = await redis
      .multi()
      .hmget(keys.records, ...numbers)
      .hmget(`${base}pend`, ...numbers)
      .zmscore(`${base}due`, ...numbers)
      .exec();
    const [records = [], pends = [], dues = []] = (answers ?? []).map(([error, value]) => {
      if (error !== null) throw error;
      return value as readonly (string | null)[];
    });
    const beside = await besideOf(
      redis,
      base,
      numbers.filter((_, at) => records[at]),
    );
    for (const [at, number] of numbers.entries()) {
      const [record, pend, due] = [records[at], pends[at], dues[at]];
      if (!record) continue;
      const more = { ...(due ? { due } : {}), ...(pend ? { pend } : {}) };
      const line: ReaderLine = { reader: Number(number), record, ...more };
      yield line;
      for (const name of beside.get(number) ?? []) yield* await readKey(redis, `${base}${name}`, name);
    }
  }
}

/** KEYS: the beginning of every key. ARGV: readers. Gives the names of the keys that there are beside their records. */
const besideLua = `
local found = {}
for _, number in ipairs(ARGV) do
  for _, name in ipairs({ "alerted:" .. number, "last:" .. number, "last:" .. number .. ":alerts", "searches:" .. number }) do
    if redis.call("EXISTS", KEYS[1] .. name) == 1 then found[#found + 1] = name end
  end
end
return found
`;

/** Reader → names of the keys beside the record; one question for many readers, most of whom have none. */
async function besideOf(
  redis: Redis,
  base: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = (await defineScript(redis, "backup_beside", { keys: 1, lua: besideLua })(
    base,
    ...numbers,
  )) as string[];
  const beside = new Map<string, string[]>();
  for (const name of names) {
    const number = /\d+/.exec(name)?.[0] ?? "";
    beside.set(number, [...(beside.get(number) ?? []), name]);
  }
  return beside;
}
