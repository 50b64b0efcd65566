// Work of the night on all readers: one process at a time, in small steps; what is broken off is looked for again.
import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import cron from "node-cron";
import { createLease } from "../runtime/lease.ts";

/** A killed process keeps the others from going on no longer than this. */
const leaseMs = 30_000;

/** Readers of one step, and the pause behind it (ms), in which others have Redis for themselves. */
export const [stepReaders, pauseMs] = [500, 5];

export interface Nightly {
  /** Tonight's, unless it was done or another process is at it. Gives how many readers it changed, null for nothing done. */
  round(): Promise<number | null>;
  close(): Promise<void>;
}

export interface NightlyNeeds {
  readonly redis: Redis;
  readonly leaseKey: string;
  /** Whether tonight's is still to be done. */
  readonly isOpen: () => Promise<boolean>;
  /** Ends early, with null, once `goesOn` says no. */
  readonly work: (goesOn: () => boolean) => Promise<number | null>;
}

export function createNightly({ redis, leaseKey, isOpen, work }: NightlyNeeds): Nightly {
  const lease = createLease(redis, leaseKey, { ttlMs: leaseMs, id: randomUUID() });
  let isClosed = false;
  let running: Promise<number | null> | undefined;

  async function round(): Promise<number | null> {
    if (!(await isOpen()) || !(await lease.acquire())) return null;
    let isOurs = true;
    lease.hold(() => {
      isOurs = false;
    });
    try {
      // Another process may have ended it between the look and the lease.
      return (await isOpen()) ? await work(() => isOurs && !isClosed) : null;
    } finally {
      if (isOurs) await lease.release();
    }
  }

  return {
    round() {
      running ??= round().finally(() => {
        running = undefined;
      });
      return running;
    },
    async close() {
      isClosed = true;
      await running?.catch(() => undefined);
    },
  };
}

/** Looks every ten minutes whether tonight's is open, and at once; `name` is the task's. */
export function startNightly(
  name: string,
  nightly: Nightly,
  { done, failed }: { readonly done: (changed: number) => void; readonly failed: (err: unknown) => void },
): { close(): Promise<void> } {
  const run = (): void => {
    nightly.round().then((changed) => {
      if (changed !== null) done(changed);
    }, failed);
  };
  run();
  const task = cron.schedule("*/10 * * * *", run, { timezone: "Etc/UTC", name });
  return {
    async close() {
      await task.destroy();
      await nightly.close();
    },
  };
}
