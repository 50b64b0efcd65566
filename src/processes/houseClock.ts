// The time of the house: the wall clock's, or, where no token is given, that of the playground, which may have been moved on.
import type { Redis } from "ioredis";
import type { Environment } from "../config/config.ts";

export interface HouseClock {
  now(): Date;
  /** For a tick: epoch seconds where the clock was moved, else null, the time of Redis. */
  tickAt(): number | null;
  /** How far it is ahead of the wall clock, in milliseconds. */
  aheadMs(): number;
  /** Hears what another process has done with it. Never rejects. */
  sync(): Promise<void>;
  /** Moves it on, for all processes on this Redis. An earlier instant moves nothing. Throws where a real token is given. */
  moveTo(at: Date): Promise<void>;
  /** Has the clocks look at once who is due. */
  nudge(): Promise<void>;
  /** Calls after each move and nudge, from whichever process; gives the function that ends it. */
  onNudge(listener: () => void): () => void;
}

/** How soon a process hears what another has done. */
const listenMs = 1000;

/** The last of them is heard within `listenMs`. */
export function createHouseClock(
  redis: Redis,
  env: Pick<Environment, "redisPrefix" | "botToken">,
  wallMs: () => number = Date.now,
): HouseClock {
  const isPlayed = env.botToken === undefined;
  const key = `{${env.redisPrefix}}:playground:clock`;
  const listeners = new Set<() => void>();
  let ahead = 0;
  let nudges = "";
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    for (const listener of listeners) listener();
  }
  async function sync(): Promise<void> {
    // A real bot never asks: whatever a trial has left behind is nothing to it.
    if (!isPlayed) return;
    const found = await redis.hmget(key, "ahead", "nudges").catch(() => undefined);
    if (found === undefined) return;
    const [aheadSeconds, count] = found;
    ahead = Math.max(ahead, Number(aheadSeconds ?? 0) * 1000);
    const isNew = (count ?? "") !== nudges;
    nudges = count ?? "";
    if (isNew) tell();
  }
  async function nudge(): Promise<void> {
    nudges = String(await redis.hincrby(key, "nudges", 1));
    tell();
  }
  return {
    now: () => new Date(wallMs() + ahead),
    tickAt: () => (ahead === 0 ? null : Math.floor((wallMs() + ahead) / 1000)),
    aheadMs: () => ahead,
    sync,
    nudge,
    async moveTo(at) {
      if (!isPlayed) throw new Error("The clock of a real bot cannot be moved");
      const seconds = Math.ceil((at.getTime() - wallMs()) / 1000);
      if (seconds * 1000 <= ahead) return;
      await redis.hset(key, "ahead", seconds);
      ahead = seconds * 1000;
      await nudge();
    },
    onNudge(listener) {
      listeners.add(listener);
      if (isPlayed) timer ??= setInterval(() => void sync(), listenMs).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
