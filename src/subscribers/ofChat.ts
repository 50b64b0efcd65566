// Finds the readers of a chat: its own and, in a forum, those of its topics.
import type { Redis } from "ioredis";

/** Fields that one answer of a scan brings. */
const scanned = 1000;

/**
 * Fields of the hash `readers` with their values: the chat's own first. Topics are looked for in the whole hash, step by
 * step: for rare events. A field may come twice while the hash grows.
 */
export async function fieldsOfChat(
  redis: Pick<Redis, "hget" | "hscan">,
  readers: string,
  chat: number,
): Promise<readonly (readonly [field: string, number: number])[]> {
  const own = await redis.hget(readers, String(chat));
  const found = new Map<string, number>(own === null ? [] : [[String(chat), Number(own)]]);
  let cursor = "0";
  do {
    const [next, pairs] = await redis.hscan(readers, cursor, "MATCH", `${chat}/*`, "COUNT", scanned);
    cursor = next;
    for (let at = 0; at < pairs.length; at += 2) found.set(pairs[at] ?? "", Number(pairs[at + 1]));
  } while (cursor !== "0");
  return [...found];
}
