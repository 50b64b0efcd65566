// Counts how many starts each link brought: a number under the link's name, and nothing about anyone.
import type { Redis } from "ioredis";

/** Names that are counted; a flood of invented ones does not fill Redis. */
const mostRefs = 1000;

/** A new name beyond `mostRefs` is counted under "other". */
export function createRefs(
  redis: Pick<Redis, "hexists" | "hlen" | "hincrby">,
  prefix: string,
): (ref: string) => Promise<void> {
  const key = `{${prefix}}:refs`;
  return async (ref) => {
    const isCounted = (await redis.hexists(key, ref)) === 1 || (await redis.hlen(key)) < mostRefs;
    await redis.hincrby(key, isCounted ? ref : "other", 1);
  };
}
