// Runs the nightly erasure of readers who have been inactive for long: one process at a time, in small steps.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import cron from "node-cron";
import { createDialogues } from "../bot/dialogues.ts";
import { createManaging } from "../bot/managing.ts";
import { createSearches } from "../bot/searches.ts";
import { createLease } from "../runtime/lease.ts";
import { createInactive } from "../schedule/inactive.ts";
import type { House } from "./house.ts";
import { openPrivacy } from "./mouth/privacy.ts";

/** A killed process keeps the others from going on no longer than this. */
const leaseMs = 30_000;

/** Readers of one step, and the pause behind it, in which others have Redis for themselves. */
const [stepReaders, pauseMs] = [500, 5];

/** A night begins at this hour of UTC: after midnight's digests and before the morning's in the Arab countries. */
const nightHour = 2;

const dayMs = 86_400_000;

export interface Erasing {
  /** Tonight's, unless it was done or another process is at it. Gives how many readers were erased, null for nothing done. */
  round(): Promise<number | null>;
  close(): Promise<void>;
}

export function createErasing(house: House, now: () => Date = () => new Date()): Erasing {
  const { main, config } = house;
  const { redisPrefix } = config.env;
  const record = `{${redisPrefix}}:erasure`;
  const inactive = createInactive(main, redisPrefix);
  const { eraseReader } = openPrivacy(house, {
    dialogues: createDialogues(main, redisPrefix),
    searches: createSearches(main, redisPrefix),
    managing: createManaging(main, redisPrefix),
  });
  const lease = createLease(main, `${record}:lease`, { ttlMs: leaseMs, id: randomUUID() });
  let isClosed = false;
  let running: Promise<number | null> | undefined;

  const night = (): string => new Date(now().getTime() - nightHour * 3_600_000).toISOString().slice(0, 10);
  const isOpen = async (): Promise<boolean> => (await main.hget(record, "night")) !== night();

  /** A night that is broken off begins anew: what is noted and erased already is no work any more. */
  async function work(goesOn: () => boolean): Promise<number | null> {
    const tonight = night();
    const before = new Date(now().getTime() - config.privacy.eraseAfterDays * dayMs);
    for (let after: number | null = 0; after !== null; await sleep(pauseMs)) {
      if (!goesOn()) return null;
      after = await inactive.note(after, stepReaders, now());
    }
    let erased = 0;
    for (;;) {
      const numbers = await inactive.since(before, stepReaders);
      if (numbers.length === 0) break;
      for (const number of numbers) {
        if (!goesOn()) return null;
        if (await eraseReader(number, before)) erased += 1;
      }
      await sleep(pauseMs);
    }
    await house.agenda.dropDeadOf((member) =>
      house.subscribers.byNumber(member).then((known) => known === undefined),
    );
    await main.hset(record, { night: tonight, erased });
    return erased;
  }

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

/** Looks every ten minutes whether tonight's is open, and at once. */
export function startErasing(house: House): { close(): Promise<void> } {
  const { log } = house;
  const erasing = createErasing(house);
  const run = (): void => {
    erasing.round().then(
      (erased) => (erased === null || erased === 0 ? undefined : log.info("readers.erased", { erased })),
      (err) => log.error("readers.erasure-failed", { err }),
    );
  };
  run();
  const task = cron.schedule("*/10 * * * *", run, { timezone: "Etc/UTC", name: "erasure" });
  return {
    async close() {
      await task.destroy();
      await erasing.close();
    },
  };
}
