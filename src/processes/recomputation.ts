// Runs the nightly recomputation of due instants: one process at a time, in small steps, going on where another was killed.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import cron from "node-cron";
import { createLease } from "../runtime/lease.ts";
import { createRecompute, type Recompute } from "../schedule/recompute.ts";
import type { House } from "./house.ts";

/** A killed process keeps the others from going on no longer than this. */
const leaseMs = 30_000;

/** Readers of one step, and the pause behind it, in which others have Redis for themselves. */
const [stepReaders, pauseMs] = [500, 5];

export interface Recomputing {
  /** All that is open, unless another process is at it. Gives what was placed anew, null where nothing was to be done. */
  round(): Promise<number | null>;
  close(): Promise<void>;
}

/** What it asks of the house. */
interface Rooms {
  readonly main: House["main"];
  readonly config: { readonly env: { readonly redisPrefix: string } };
}

export function openRecompute({ main, config }: Rooms): Recompute {
  return createRecompute(main, config.env.redisPrefix, process.versions["tz"] ?? "");
}

export function createRecomputing(
  house: Rooms,
  now: () => Date = () => new Date(),
  recompute: Recompute = openRecompute(house),
): Recomputing {
  const key = `{${house.config.env.redisPrefix}}:recompute:lease`;
  const lease = createLease(house.main, key, { ttlMs: leaseMs, id: randomUUID() });
  let isClosed = false;
  let running: Promise<number | null> | undefined;

  async function round(): Promise<number | null> {
    if (!(await recompute.isOpen(now())) || !(await lease.acquire())) return null;
    let isOurs = true;
    lease.hold(() => {
      isOurs = false;
    });
    try {
      // Another process may have ended it between the look and the lease.
      let isOpen = await recompute.isOpen(now());
      if (!isOpen) return null;
      while (isOpen && isOurs && !isClosed) {
        isOpen = !(await recompute.step(now(), stepReaders));
        await sleep(pauseMs);
      }
      return isOpen ? null : (await recompute.state()).corrected;
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

/** Looks every ten minutes whether one is open, and at once: rules may be newer since the last start. */
export function startRecomputing(house: House): { close(): Promise<void> } {
  const { log } = house;
  const recomputing = createRecomputing(house);
  const run = (): void => {
    recomputing.round().then(
      (corrected) => {
        if (corrected === null) return;
        // Most nights find nothing, and so does a newcomer's first start.
        if (corrected > 0) log.info("recompute.done", { corrected });
        else log.debug("recompute.done", { corrected });
      },
      (err) => log.error("recompute.failed", { err }),
    );
  };
  run();
  const task = cron.schedule("*/10 * * * *", run, { timezone: "Etc/UTC", name: "recompute" });
  return {
    async close() {
      await task.destroy();
      await recomputing.close();
    },
  };
}
