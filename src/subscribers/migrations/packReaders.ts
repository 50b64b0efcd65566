// Stores of the first shape: a hash for each reader and one index of chats. They are packed when a house opens on them.
import type { Redis } from "ioredis";
import { usual } from "../defaults.ts";
import { marks, toFields, toRecord } from "../fields.ts";
import { subscriberKeys } from "../records.ts";
import type { Subscriber } from "../subscriber.ts";

/** Readers that are read and written at once. */
const piece = 500;

/** Fields that were bare text; all others were JSON. */
const texts = new Set([
  "kind",
  "status",
  "reason",
  "locale",
  "zone",
  "length",
  "digits",
  "calendar",
  "pausedUntil",
  "city",
  "since",
]);

/**
 * Packs every reader of the first shape; gives how many. Broken off it goes on where it was, and several processes may do
 * it at once: who is packed already stays as it is. Lists of stories to show again are left to their end, within two days.
 */
export async function packOlder(
  redis: Pick<Redis, "exists" | "hscan" | "pipeline">,
  prefix: string,
): Promise<number> {
  const older = {
    readers: `{${prefix}}:readers`,
    reader: (number: string) => `{${prefix}}:reader:${number}`,
  };
  const keys = subscriberKeys(prefix);
  let [packed, cursor] = [0, "0"];
  while ((await redis.exists(older.readers)) === 1) {
    // On from where the last piece ended: what was emptied stays in the table, and from its beginning a scan finds nothing.
    const [next, pairs] = await redis.hscan(older.readers, cursor, "COUNT", piece);
    cursor = next;
    const known = pairs.flatMap((field, at) =>
      at % 2 === 0 ? [{ field, number: pairs[at + 1] ?? "" }] : [],
    );
    const reading = redis.pipeline();
    for (const { number } of known) reading.hgetall(older.reader(number));
    const answers = (await reading.exec()) ?? [];
    const writing = redis.pipeline();
    for (const [index, { field, number }] of known.entries()) {
      const [error, hash] = answers[index] ?? [];
      if (error) throw error;
      const record = toPacked((hash ?? {}) as Record<string, string>);
      // Without a record another process was faster, or the record was lost: the chat keeps its number.
      if (record !== undefined) writing.hsetnx(keys.records, number, record);
      writing.hsetnx(keys.chats(Number.parseInt(field, 10)), field, number);
      writing.del(older.reader(number)).hdel(older.readers, field);
      packed += 1;
    }
    for (const [error] of (await writing.exec()) ?? []) if (error) throw error;
  }
  return packed;
}

function toPacked(hash: Readonly<Record<string, string>>): string | undefined {
  if (hash["chat"] === undefined) return undefined;
  const names = [...Object.keys(usual), "chat", "zone", "since", "reason"].filter((name) => name in hash);
  const read = names.map((name) => [name, texts.has(name) ? hash[name] : JSON.parse(hash[name] ?? "null")]);
  const { set } = toFields(Object.fromEntries(read) as Partial<Subscriber>);
  const counters = (["lastSlot", "sent", "planned"] as const).flatMap((name) =>
    hash[name] === undefined ? [] : [[marks[name], hash[name]]],
  );
  return toRecord({ ...set, ...Object.fromEntries(counters) });
}
