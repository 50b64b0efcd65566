// Workers end in a few seconds while Redis is away: a rolling restart does not wait for it.
import { afterEach, expect, it } from "vitest";
import { startAlerts } from "../../src/processes/alerts.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

it.skipIf(!hasRedisServer)(
  "the worker of digests and that of alerts end though their blocking connections wait for a Redis that has gone",
  async () => {
    const redis = await startDurableRedis();
    const test = await openTestHouse({ SEND_RATE: "0" }, { ...redis, isReal: false });
    open.push(() => redis.close());
    open.push(() => test.close());
    const { main } = test.house;
    const workers = [startWorker(test.house), startAlerts(test.house)];
    const listening = async () => String(await main.client("LIST")).match(/cmd=bzpopmin/g) ?? [];
    await expect.poll(listening, { timeout: 10_000 }).toHaveLength(workers.length);
    let attempts = 0;
    main.on("reconnecting", () => {
      attempts += 1;
    });
    await redis.kill();
    // All clients rest between two attempts for longer each time: so do the workers' by then.
    await expect.poll(() => attempts, { timeout: 20_000 }).toBeGreaterThan(5);
    await Promise.all(workers.map((worker) => worker.close()));
  },
  30_000,
);
