// Tells whether workers are connected: their blocking connections carry the queue's name.
import type { Redis } from "ioredis";

/** How many; 0 also where this user may not ask (an ACL without CLIENT LIST). */
export async function workersOf(redis: Pick<Redis, "client">, prefix: string): Promise<number> {
  const list = await redis.client("LIST").then(String, () => "");
  return [...list.matchAll(/ name=(\S*)/g)].filter(([, name = ""]) => name.startsWith(`{${prefix}}:jobs:`))
    .length;
}
