// Leads the broadcasts while workers run: one process at a time, under a lease.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createBroadcastBook } from "../delivery/broadcastBook.ts";
import { createBroadcastWalk, windowFor } from "../delivery/broadcastWalk.ts";
import { createQueue } from "../delivery/queue.ts";
import { createLease } from "../runtime/lease.ts";
import { createRoll } from "../subscribers/roll.ts";
import type { House } from "./house.ts";
import { openOutbox } from "./outbox.ts";
import { bulkRate, openPace } from "./rates.ts";

export interface Broadcasts {
  /** One after another: a step of every broadcast under way, unless another process leads them. Gives how many there are. */
  round(): Promise<number>;
  close(): Promise<void>;
}

/** A killed process keeps the others from leading no longer than this. */
const leaseMs = 10_000;

/** Pauses between two steps while there is something to lead, and while there is nothing. */
const [busyMs, idleMs] = [500, 2_000];

export function createBroadcasts(house: House, now: () => Date = house.clock.now): Broadcasts {
  const { config, main, messages, redis } = house;
  const { redisPrefix } = config.env;
  const queue = createQueue(redis.connect("broadcasts"), {
    prefix: redisPrefix,
    attempts: config.delivery.attempts,
  });
  const walk = createBroadcastWalk({
    broadcasts: createBroadcastBook(main, redisPrefix),
    roll: createRoll(main, redisPrefix),
    add: queue.addBroadcast,
    outbox: openOutbox(house, "broadcast"),
    pace: openPace(house),
    messages,
    window: windowFor(bulkRate(house)),
    now,
  });
  const lease = createLease(main, `{${redisPrefix}}:broadcast:lease`, { ttlMs: leaseMs, id: randomUUID() });
  let isClosed = false;
  let isOurs = false;
  let running: Promise<unknown> = Promise.resolve();

  async function round(): Promise<number> {
    if (!isOurs) {
      if (isClosed || !(await lease.acquire())) return 0;
      isOurs = true;
      lease.hold(() => {
        isOurs = false;
      });
    }
    return walk.round(() => isClosed || !isOurs);
  }

  return {
    round() {
      const one = round();
      running = one.catch(() => undefined);
      return one;
    },
    async close() {
      isClosed = true;
      await running;
      if (isOurs) await lease.release().catch(() => undefined); // Redis is out: the lease ends by itself.
      await queue.close();
    },
  };
}

/** Steps until it is closed. */
export function startBroadcasts(house: House): { close(): Promise<void> } {
  const broadcasts = createBroadcasts(house);
  const stopper = new AbortController();
  const running = (async () => {
    while (!stopper.signal.aborted) {
      const count = await broadcasts.round().catch((err) => {
        house.log.error("broadcast.failed", { err });
        return 0;
      });
      await sleep(count > 0 ? busyMs : idleMs, undefined, { signal: stopper.signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      stopper.abort();
      await broadcasts.close();
      await running;
    },
  };
}
