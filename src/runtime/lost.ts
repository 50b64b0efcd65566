// Not to wait for a Redis that has just gone: its client keeps what it was asked until there is one again.
import type { Redis } from "ioredis";

/** Who waits, by client: one listener for all of them, however many there are. */
const waiting = new WeakMap<Redis, Set<() => void>>();

/** Resolves when the connection is lost; never where it is away already, or before that. Forgotten at the signal. */
export function untilLost(redis: Redis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (redis.status !== "ready") return;
    const all = waitersOf(redis);
    all.add(resolve);
    signal.addEventListener("abort", () => all.delete(resolve), { once: true });
  });
}

function waitersOf(redis: Redis): Set<() => void> {
  const known = waiting.get(redis);
  if (known !== undefined) return known;
  const all = new Set<() => void>();
  redis.on("close", () => {
    for (const resolve of all) resolve();
    all.clear();
  });
  waiting.set(redis, all);
  return all;
}
