// Counts the feeds that each operator has added, for the quota; of the operator only a hash is kept.
import type { Redis } from "ioredis";
import { opaqueId } from "../opaqueId.ts";

export interface FeedOwners {
  /** How many of these feeds the operator has added. */
  count(user: number, ids: readonly string[]): Promise<number>;
  note(user: number, id: string): Promise<void>;
  forget(id: string): Promise<void>;
}

export function createFeedOwners(redis: Redis, prefix: string): FeedOwners {
  const key = `{${prefix}}:sources:owners`;
  return {
    async count(user, ids) {
      const owners = await redis.hgetall(key);
      const owner = opaqueId(user);
      return ids.filter((id) => owners[id] === owner).length;
    },
    async note(user, id) {
      await redis.hset(key, id, opaqueId(user));
    },
    async forget(id) {
      await redis.hdel(key, id);
    },
  };
}
