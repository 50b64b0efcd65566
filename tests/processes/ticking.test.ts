// Redis goes in the middle of a claim: it has the claim, the clock has not. What was claimed comes when its lease ends.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { keepTicking } from "../../src/processes/ticking.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

const wave = { limit: 100, leaseSeconds: 2, wave: 10 };

it.skipIf(!hasRedisServer)(
  "a claim whose answer was lost is made good a lease after Redis is back",
  async () => {
    const redis = await startDurableRedis();
    const { house, addReader, close } = await openTestHouse({}, redis);
    const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 1 });
    const tick = createTick(house, queue);
    const failures: unknown[] = [];
    const ticking = keepTicking({
      tick: () => tick(null),
      redis: house.main,
      leaseSeconds: wave.leaseSeconds,
      failed: (cause) => failures.push(cause),
    });
    const slot = Math.floor(Date.now() / 60_000) * 60;
    await house.main.zadd("{mujaz}:due", slot, String(await addReader(5001)));
    expect(await house.agenda.claim({ now: null, ...wave })).toHaveLength(1);
    ticking.run();
    await ticking.idle();
    expect(await queue.unfinished()).toBe(0);

    await redis.kill();
    await expect.poll(() => house.main.status).not.toBe("ready");
    await redis.start();
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(1);
    expect(failures).toEqual([]);
    ticking.close();
    await queue.close();
    await close();
  },
  60_000,
);

it("a tick that failed is made again until one succeeds, and not after that", async () => {
  const { house, close } = await openTestHouse();
  let made = 0;
  const failures: unknown[] = [];
  const ticking = keepTicking({
    async tick() {
      made += 1;
      if (made === 1) throw new Error("Redis is loading");
    },
    redis: house.main,
    leaseSeconds: 3600,
    failed: (cause) => failures.push(cause),
  });
  ticking.run();
  await expect.poll(() => made, { timeout: 10_000 }).toBe(2);
  expect(failures).toHaveLength(1);
  // Longer than the pause after which the first was made again.
  await sleep(2500);
  expect(made).toBe(2);
  ticking.close();
  await close();
}, 30_000);
