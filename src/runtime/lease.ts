// A lease in Redis: one holder at a time, until it lets go or stops renewing.
import type { Redis } from "ioredis";

export interface Lease {
  /** True when the lease is ours now (also when it already was). */
  acquire(): Promise<boolean>;
  /** Renews every third of the lease until `release`; `onLost` is called once when it is ours no more. */
  hold(onLost: () => void): void;
  /** Stops renewing, and gives the lease back if it is still ours. */
  release(): Promise<void>;
}

const renewScript = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("PEXPIRE", KEYS[1], ARGV[2]) end return 0`;
const releaseScript = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`;

/** `id` must be unique to this holder. The lease ends `ttlMs` after the last renewal. */
export function createLease(
  redis: Redis,
  key: string,
  { ttlMs, id }: { readonly ttlMs: number; readonly id: string },
): Lease {
  let renewing: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;
  const renew = async (): Promise<boolean> => (await redis.eval(renewScript, 1, key, id, ttlMs)) === 1;
  const stop = (): void => {
    clearInterval(renewing);
    clearTimeout(ending);
    renewing = undefined;
  };
  return {
    async acquire() {
      return (await redis.set(key, id, "PX", ttlMs, "NX")) === "OK" || (await renew());
    },
    hold(onLost) {
      stop();
      const lose = (): void => {
        if (renewing === undefined) return;
        stop();
        onLost();
      };
      // A client in an outage neither answers nor fails: the clock here says when the lease is over there.
      const expect = (sinceMs: number): void => {
        clearTimeout(ending);
        ending = setTimeout(lose, ttlMs - sinceMs).unref();
      };
      const beat = async (): Promise<void> => {
        const begunMs = performance.now();
        const isOurs = await renew().catch(() => undefined); // An error is an outage: the next beat may do.
        if (renewing === undefined) return;
        if (isOurs === false) lose();
        if (isOurs === true) expect(performance.now() - begunMs);
      };
      renewing = setInterval(() => void beat(), ttlMs / 3).unref();
      expect(0);
    },
    async release() {
      stop();
      await redis.eval(releaseScript, 1, key, id);
    },
  };
}
