// What `mujaz doctor` says of the Redis: its version, role, eviction and persistence, and whether its clock agrees with ours.
import type { House } from "../processes/house.ts";
import { type Found, fault, ok } from "./finding.ts";

/** Major and minor of the oldest Redis with all that we and BullMQ ask of it; Valkey calls itself Redis 7.2. */
const oldest = [6, 2] as const;

/** Fuller than this, a wave of digests may find no room: with noeviction Redis then refuses to write. */
const mostFull = 0.9;

/** Telegram and Redis tolerate little: a digest must not come before its minute. */
const mostSkewMs = 2_000;

export async function checkRedis({ main, redis }: Pick<House, "main" | "redis">): Promise<readonly Found[]> {
  if (redis.kind === "in-process") {
    return [fault(redis.describe, "Install redis-server or set REDIS_URL before real readers come")];
  }
  return judgeRedis(redis.describe, await main.info());
}

/** By what INFO says; every fault by itself. */
export function judgeRedis(describe: string, info: string): readonly Found[] {
  const read = (name: string): string => new RegExp(`^${name}:(.*)$`, "m").exec(info)?.[1]?.trim() ?? "";
  const version = read("redis_version");
  const detail = `${describe}; version ${version || "?"}, ${read("used_memory_human") || "?"} used`;
  const faults: Found[] = [];
  const blame = (what: string, mend: string): void => void faults.push(fault(`${detail}; ${what}`, mend));
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    blame("too old", "Use Redis 6.2 or newer, or Valkey");
  }
  if (read("role") !== "master") {
    blame("a replica, which takes no writes", "Let REDIS_URL name the primary server");
  }
  const policy = read("maxmemory_policy");
  if (policy !== "noeviction") {
    blame(
      `eviction policy ${policy}`,
      "Set maxmemory-policy noeviction: subscribers and queued digests must not be evicted",
    );
  }
  if (read("aof_enabled") !== "1") {
    blame("not append-only", "Set appendonly yes, so that a crash loses at most a second");
  } else if (read("aof_last_write_status") !== "ok") {
    blame("its append-only file cannot be written", "Free space on its disk, then look into its log");
  }
  const [used, most] = [Number(read("used_memory")), Number(read("maxmemory"))];
  if (most > 0 && used > most * mostFull) {
    blame(
      `${Math.round((100 * used) / most)} % of its maxmemory is used`,
      "Raise maxmemory, or shorten articles.retentionDays",
    );
  }
  return faults.length > 0 ? faults : [ok(`${detail}, append-only, no eviction`)];
}

export async function checkClock({ main }: Pick<House, "main">, nowMs: () => number): Promise<Found> {
  const beforeMs = nowMs();
  const [seconds, micros] = await main.time();
  // The answer was made somewhere between the question and now.
  return judgeClock(Number(seconds) * 1000 + Number(micros) / 1000 - (beforeMs + nowMs()) / 2);
}

/** `aheadMs`: how far the clock of Redis is ahead of this machine's. */
export function judgeClock(aheadMs: number): Found {
  const detail = `this machine and Redis differ by ${Math.round(Math.abs(aheadMs))} ms`;
  return Math.abs(aheadMs) > mostSkewMs ? fault(detail, "Let both follow a time server (NTP)") : ok(detail);
}
