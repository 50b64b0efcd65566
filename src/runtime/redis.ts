// Lends the process its Redis: the given one, or one embedded in the data folder.
import { openEmbedded } from "./embedded/embedded.ts";
import { openGiven } from "./given-redis.ts";
import type { RedisHandle, RedisOptions } from "./redis-handle.ts";

export type { RedisHandle, RedisOptions } from "./redis-handle.ts";

/**
 * Opens the store. Throws RuntimeFault (DataDirBusy among them) with a mend where a person must act.
 * `start` owns its data folder until `close`; a command shares the running server or owns for its own time.
 */
export function openRedis(options: RedisOptions): Promise<RedisHandle> {
  const { url } = options;
  return url === undefined ? openEmbedded(options) : openGiven(url, options.log);
}
