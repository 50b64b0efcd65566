// How the bot sees a client of Redis: there, away, or just gone.
import { once } from "node:events";
import type { Redis } from "ioredis";
import type { StoreWatch } from "../bot/storeWatch.ts";
import { endsUnlessLost } from "../runtime/lost.ts";

export function watchStore(redis: Redis): StoreWatch {
  return {
    isAway: () => redis.status !== "ready",
    unlessAway: (work) => endsUnlessLost(redis, work),
    async untilBack(signal) {
      while (redis.status !== "ready") await once(redis, "ready", { signal });
    },
  };
}
