// A tick of the clock and a full queue: nobody is claimed who could not be queued; a real agenda, a real queue.
import { setTimeout as sleep } from "node:timers/promises";
import { Queue } from "bullmq";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDispatch } from "../../src/delivery/dispatch.ts";
import { createQueue, type DeliveryQueue, queueName, queuePrefix } from "../../src/delivery/queue.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let queue: DeliveryQueue;
let jobs: Queue;
beforeAll(async () => {
  test = await openTestHouse();
  const { redis, config } = test.house;
  const prefix = config.env.redisPrefix;
  queue = createQueue(redis.connect("queue"), { prefix, attempts: 5 });
  jobs = new Queue(queueName, { connection: redis.connect("jobs"), prefix: queuePrefix(prefix) });
});
afterAll(async () => {
  await jobs.close();
  await test.close();
});

it("claims nobody while the queue is full, goes on when it is not, and is one with a tick that overlaps it", async () => {
  const { agenda, main } = test.house;
  const slot = Math.floor(Date.now() / 1000);
  // So many jobs as may wait: of readers whom nobody serves here.
  await queue.add(Array.from({ length: 12 }, (_, index) => ({ member: 9_001 + index, slot })));
  const member = await test.addReader(1001);
  await agenda.dueNow(member, slot);
  const limits = { claimLimit: 100, highWater: 10, leaseSeconds: 60, queuedLeaseSeconds: 600 };
  const tick = createDispatch(agenda, queue, limits);
  const [one, other] = [tick(null), tick(null)];
  expect(other).toBe(one);
  // Looked at again and again meanwhile.
  await sleep(700);
  expect(await main.hlen("{mujaz}:pend")).toBe(0);
  await jobs.drain();
  expect(await one).toEqual({ queued: 1 });
  expect(await main.hlen("{mujaz}:pend")).toBe(1);
  expect(await queue.waiting()).toBe(1);
});

it("walks through no readers, whether somebody is due or nobody: it asks the front of the index", async () => {
  const { agenda, main } = test.house;
  for (let chat = 2_001; chat <= 2_040; chat += 1) await test.addReader(chat);
  const member = await test.addReader(2_041);
  await agenda.dueNow(member, Math.floor(Date.now() / 1000));
  await jobs.drain();
  const limits = { claimLimit: 100, highWater: 1_000, leaseSeconds: 60, queuedLeaseSeconds: 600 };
  const tick = createDispatch(agenda, queue, limits);
  await main.config("RESETSTAT");
  expect([await tick(null), await tick(null)]).toEqual([{ queued: 1 }, { queued: 0 }]);
  const stats = await main.info("commandstats");
  const calls = (name: string): number =>
    Number(new RegExp(`cmdstat_${name}:calls=(\\d+)`).exec(stats)?.[1] ?? 0);
  expect(calls("zrangebyscore")).toBeGreaterThan(0);
  for (const name of ["scan", "hscan", "zscan", "sscan", "keys", "hkeys", "hvals", "zrange"])
    expect(calls(name), name).toBe(0);
  // A question for each reader would be 41 of them.
  expect(calls("hget") + calls("hmget")).toBeLessThan(40);
});
