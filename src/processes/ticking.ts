// Runs the clock's ticks: when the minute begins, at a nudge, and again after Redis was away.
import type { Redis } from "ioredis";

export interface TickingNeeds {
  /** One tick; a call during a tick gets that tick's end. */
  readonly tick: () => Promise<unknown>;
  readonly redis: Pick<Redis, "on" | "off">;
  /** How long a claim holds that was not confirmed. */
  readonly leaseSeconds: number;
  readonly failed: (cause: unknown) => void;
}

export interface Ticking {
  run(): void;
  /** The tick that is under way. Never rejects. */
  idle(): Promise<void>;
  close(): void;
}

/** A claim is due again in the second after its lease. */
const marginMs = 1500;

/** A failed tick is made again after so long, twice as long each time, and at most every `mostAgainMs`. */
const firstAgainMs = 2000;
const mostAgainMs = 30_000;

/**
 * Redis that goes in the middle of a claim has the claim and we have not: the client asks anew, and what was claimed waits
 * for its lease. So there is a tick at the end of that lease, where else the next minute would have to come first.
 */
export function keepTicking({ tick, redis, leaseSeconds, failed }: TickingNeeds): Ticking {
  let running: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  let leased: NodeJS.Timeout | undefined;
  let pauseMs = firstAgainMs;
  let isClosed = false;

  function run(): void {
    running = tick().then(
      () => {
        pauseMs = firstAgainMs;
      },
      (cause) => {
        failed(cause);
        if (isClosed) return;
        clearTimeout(again);
        again = setTimeout(run, pauseMs).unref();
        pauseMs = Math.min(mostAgainMs, 2 * pauseMs);
        afterLease();
      },
    );
  }
  function afterLease(): void {
    clearTimeout(leased);
    leased = setTimeout(run, leaseSeconds * 1000 + marginMs).unref();
  }
  redis.on("ready", afterLease);
  return {
    run,
    idle: () => running,
    close() {
      isClosed = true;
      redis.off("ready", afterLease);
      clearTimeout(again);
      clearTimeout(leased);
    },
  };
}
