// Two broadcasts at once progress alike, digests pass both: the real walk and queue, drained turn by turn.
import { Worker } from "bullmq";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BroadcastJob } from "../../src/delivery/broadcast.ts";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createBroadcastWalk, windowFor } from "../../src/delivery/broadcastWalk.ts";
import { createQueue, type DeliveryJob, queueName, queuePrefix } from "../../src/delivery/queue.ts";
import { createRoll } from "../../src/subscribers/roll.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test.close());

const readers = 400;

it("two broadcasts at once progress alike, and a digest goes before both", async () => {
  const { main, redis, messages } = test.house;
  await Promise.all(Array.from({ length: readers }, (_, index) => test.addReader(10_000 + index)));
  const book = createBroadcastBook(main, "mujaz");
  const queue = createQueue(redis.connect("queue"), { prefix: "mujaz", attempts: 1 });
  const window = windowFor(30);
  const walk = createBroadcastWalk({
    broadcasts: book,
    roll: createRoll(main, "mujaz"),
    add: queue.addBroadcast,
    outbox: {
      send: async () => ({ kind: "sent", messageId: 1 }),
      edit: async () => ({ kind: "sent", messageId: 1 }),
    },
    pace: { take: async () => undefined },
    messages,
    window,
    now: () => new Date(),
  });
  const worker = new Worker<DeliveryJob | BroadcastJob>(queueName, null, {
    connection: redis.connect("worker"),
    prefix: queuePrefix("mujaz"),
  });
  await worker.waitUntilReady();
  /** Serves the next turns, as many as a moment at the rate; gives whose they were, 0 for a digest. */
  async function serve(count: number): Promise<number[]> {
    const served: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const job = await worker.getNextJob("token");
      if (!job) break;
      const { data } = job;
      if ("broadcast" in data) await book.settle(data.broadcast, "sent", [data.member]);
      served.push("broadcast" in data ? data.broadcast : 0);
      await job.moveToCompleted("done", "token", false);
    }
    return served;
  }
  async function begin(): Promise<number> {
    const id = await book.draft({ html: "صيانة", by: 1, locale: "ar", digits: "latin" }); // Maintenance.
    await book.begin(id, { segment: { kind: "all" }, total: readers, last: readers });
    return id;
  }
  const sent = async (id: number): Promise<number> => (await book.find(id))?.sent ?? 0;

  const one = await begin();
  await walk.round();
  await serve(30);
  const two = await begin();
  // The second waits for no more than what of the first is in the queue: two seconds at this rate.
  await walk.round();
  const before = await serve(window);
  expect(before).not.toContain(two);
  const lead = (await sent(one)) - (await sent(two));
  for (let second = 0; second < 8; second += 1) {
    await walk.round();
    await serve(30);
    expect(Math.abs((await sent(one)) - (await sent(two)) - lead)).toBeLessThanOrEqual(window);
  }
  const progress = [(await sent(one)) - lead, await sent(two)];
  expect(Math.min(...progress)).toBeGreaterThanOrEqual(0.4 * (8 * 30));
  await queue.add([{ member: 1, slot: 1_700_000_000 }]);
  expect(await serve(1)).toEqual([0]);
  await worker.close();
  await queue.close();
});
