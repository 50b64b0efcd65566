// Reads the feeds whose minute has come, and tells the operators of those that were switched off.
import { randomUUID } from "node:crypto";
import cron from "node-cron";
import { createLease } from "../runtime/lease.ts";
import type { FeedSource } from "../sources/feedSource.ts";
import { mostFailures } from "../sources/poll.ts";
import { openFeeds } from "./feeds.ts";
import type { House } from "./house.ts";
import { openOperators } from "./operators.ts";

export interface Polling {
  /** What the clock does every minute: reads what is due, then tells the operators what they do not know yet. */
  round(): Promise<void>;
  /** Breaks off what is under way; resolves when it has ended. */
  close(): Promise<void>;
}

/** A killed process keeps the others from telling no longer than this. */
const tellingMs = 60_000;

export function createPolling(house: House, now: () => Date = () => new Date()): Polling {
  const { config, main } = house;
  const feeds = openFeeds(house, { now });
  const operators = openOperators(house);
  const running = new Set<Promise<void>>();
  let isClosed = false;

  const tell = async ({ id, name, url }: FeedSource): Promise<void> => {
    const { off, isOffTold, failures } = await feeds.register.state(id);
    if (off === undefined || isOffTold) return;
    const why = failures >= mostFailures ? "failures" : "gone";
    const values = { id, name, address: url, reason: off, failures, why };
    if (await operators.tell("source-off", values)) await feeds.register.change(id, { isOffTold: true });
  };

  /** One process at a time, or two would tell the same. */
  const tellAll = async (): Promise<void> => {
    const key = `{${config.env.redisPrefix}}:sources:telling`;
    const lease = createLease(main, key, { ttlMs: tellingMs, id: randomUUID() });
    if (!(await lease.acquire())) return;
    let isOurs = true;
    lease.hold(() => {
      isOurs = false;
    });
    try {
      for (const source of await feeds.register.list()) {
        if (isClosed || !isOurs) return;
        await tell(source);
      }
    } finally {
      await lease.release().catch(() => undefined); // Redis is out: the lease ends by itself.
    }
  };

  const round = async (): Promise<void> => {
    await feeds.poller.poll();
    if (!isClosed) await tellAll();
  };

  return {
    round() {
      const one = round().finally(() => running.delete(one));
      running.add(one);
      return one;
    },
    async close() {
      isClosed = true;
      await feeds.close();
      await Promise.allSettled(running);
    },
  };
}

/** A round now and every minute. */
export function startPolling(house: House): { close(): Promise<void> } {
  const polling = createPolling(house);
  const run = (): void => {
    polling.round().catch((err) => house.log.error("sources.failed", { err }));
  };
  const task = cron.schedule("* * * * *", run, { timezone: "Etc/UTC", name: "sources" });
  run();
  return {
    async close() {
      await task.destroy();
      await polling.close();
    },
  };
}
