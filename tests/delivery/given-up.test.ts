// The last failed attempt: put on record before the queue forgets the job, so that no death in between costs the slot.
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { BroadcastJob } from "../../src/delivery/broadcast.ts";
import type { Ending } from "../../src/delivery/deliver.ts";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import { type DeliveryWorker, startWorker } from "../../src/delivery/worker.ts";
import { startRedis, type TestRedis } from "../redis.ts";

const prefix = "given";
let redis: TestRedis;
let queue: DeliveryQueue;
let worker: DeliveryWorker | undefined;
/** What was given up, why, and how many jobs the queue had then. */
let given: { readonly job: object; readonly why: string; readonly jobs: number }[] = [];

beforeAll(async () => {
  redis = await startRedis();
  queue = createQueue(redis.connect(), { prefix, attempts: 2 });
});
afterEach(async () => {
  await worker?.close();
  given = [];
});
afterAll(async () => {
  await queue.close();
  await redis.close();
});

function begin(end: () => Promise<Ending>): void {
  const giveUp = async (job: object, why: string): Promise<void> => {
    given.push({ job, why, jobs: await queue.unfinished() });
  };
  worker = startWorker({
    redis: redis.connect(),
    prefix,
    concurrency: 4,
    deliver: end,
    giveUp,
    broadcast: end,
    giveUpBroadcast: (job: BroadcastJob) => giveUp(job, "broadcast"),
    book: { pending: async () => null, alone: async () => undefined },
    stop: () => undefined,
    stopping: new AbortController().signal,
    report: () => undefined,
  });
}

const served = () => expect.poll(() => queue.unfinished(), { timeout: 10_000 }).toBe(0);
const broken = Object.assign(new Error("connect"), { code: "ECONNRESET" });
const job = { member: 7, slot: 1_700_000_000 };

it("a slot is given up once, after all attempts, while the queue still has its job", async () => {
  let attempts = 0;
  begin(async () => {
    attempts += 1;
    return { kind: "retry", cause: broken };
  });
  await queue.add([job]);
  await served();
  expect(attempts).toBe(2);
  expect(given).toEqual([{ job, why: "attempts exhausted: ECONNRESET", jobs: 1 }]);
});

it("so is a turn of a broadcast, and a slot whose attempts threw", async () => {
  begin(async () => {
    throw new Error("a surprise");
  });
  const turn: BroadcastJob = { broadcast: 3, member: 8 };
  await queue.addBroadcast([turn]);
  await served();
  await queue.add([job]);
  await served();
  expect(given).toMatchObject([
    { job: turn, why: "broadcast", jobs: 1 },
    { job, jobs: 1 },
  ]);
});

it("a wait that Telegram asked for is no attempt, however often", async () => {
  let waits = 0;
  begin(async () => {
    waits += 1;
    return waits <= 4 ? { kind: "wait", ms: 1 } : { kind: "done", outcome: "sent" };
  });
  await queue.add([job]);
  await served();
  expect(waits).toBe(5);
  expect(given).toEqual([]);
});
