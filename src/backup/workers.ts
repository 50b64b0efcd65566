// Tells whether workers are connected: their blocking connections carry the queue's name.
import type { Redis } from "ioredis";

/**
 * How many of this store, its database and its prefix, for a server may hold a second Mujaz; 0 also where this user may not
 * ask (an ACL without CLIENT LIST).
 */
export async function workersOf(redis: Pick<Redis, "client" | "options">, prefix: string): Promise<number> {
  const list = await redis.client("LIST").then(String, () => "");
  const database = ` db=${redis.options.db ?? 0} `;
  return list
    .split("\n")
    .filter((line) => line.includes(` name={${prefix}}:jobs:`) && line.includes(database)).length;
}
