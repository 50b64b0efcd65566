// Reads all of a Redis: every key with everything that it holds, whatever its type.
import type { Redis } from "ioredis";

/** "key" → all that the key holds, as text. */
export async function readEverything(redis: Redis): Promise<ReadonlyMap<string, string>> {
  const keys = (await redis.keys("*")).sort();
  return new Map(await Promise.all(keys.map(async (key) => [key, await contentOf(redis, key)] as const)));
}

async function contentOf(redis: Redis, key: string): Promise<string> {
  const type = await redis.type(key);
  switch (type) {
    case "string":
      return (await redis.get(key)) ?? "";
    case "hash":
      return JSON.stringify(await redis.hgetall(key));
    case "list":
      return JSON.stringify(await redis.lrange(key, 0, -1));
    case "set":
      return JSON.stringify(await redis.smembers(key));
    case "zset":
      return JSON.stringify(await redis.zrange(key, 0, -1, "WITHSCORES"));
    case "stream":
      return JSON.stringify(await redis.xrange(key, "-", "+"));
    case "none":
      return ""; // It expired a moment ago.
    default:
      throw new Error(`${key} is of the type ${type}, which this test cannot read`);
  }
}

/** Keys that name one of these, or hold it; a number only where no other digit touches it. */
export function mentions(
  everything: ReadonlyMap<string, string>,
  wanted: readonly (string | number)[],
): readonly string[] {
  const shapes = wanted.map((each) =>
    typeof each === "number" ? new RegExp(`(?<!\\d)${each}(?!\\d)`) : new RegExp(each),
  );
  return [...everything]
    .filter(([key, content]) => shapes.some((shape) => shape.test(key) || shape.test(content)))
    .map(([key]) => key);
}
