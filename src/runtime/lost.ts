// Not to wait for a Redis that has just gone: its client keeps what it was asked until there is one again.
import type { Redis } from "ioredis";

/** A reason of its own: without one a DOMException with its stack is made for each wait. */
const isOver = "over";

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

/**
 * True when the work has ended, false as soon as the connection is lost, or where it is away already: the work may go on then,
 * and hold up nobody. Its errors are thrown while it is waited for.
 */
export async function endsUnlessLost(redis: Redis, work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(() => true);
  // Nobody hears of an error after the wait.
  ended.catch(() => undefined);
  if (redis.status !== "ready") return false;
  const over = new AbortController();
  const lost = untilLost(redis, over.signal).then(() => false);
  return Promise.race([ended, lost]).finally(() => over.abort(isOver));
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
