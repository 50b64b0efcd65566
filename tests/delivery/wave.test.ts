// Waves: readers that were claimed together are served by one job, and each of them has its own end all the same.
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createDispatch } from "../../src/delivery/dispatch.ts";
import type { Letter, Outcome } from "../../src/delivery/outcome.ts";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import { createServeWave } from "../../src/delivery/wave.ts";
import type { DeliveryWorker } from "../../src/delivery/worker.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { createCrew } from "../../src/runtime/crew.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let queue: DeliveryQueue;
let worker: DeliveryWorker | undefined;
beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
  const { config, redis } = test.house;
  queue = createQueue(redis.connect("queue"), { prefix: config.env.redisPrefix, attempts: 3 });
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
});
afterAll(async () => {
  await queue.close();
  await test.close();
});

/** A sender whose answer for a chat is told by `answer`, and what was sent: chat → how often. */
function sender(answer: (letter: Letter, nth: number) => Outcome | undefined = () => undefined) {
  const asked = new Map<number, number>();
  const sent = new Map<number, number>();
  return {
    sent,
    async send(letter: Letter): Promise<Outcome> {
      const nth = (asked.get(letter.chat) ?? 0) + 1;
      asked.set(letter.chat, nth);
      const outcome = answer(letter, nth) ?? { kind: "sent", messageId: 1 };
      if (outcome.kind === "sent") sent.set(letter.chat, (sent.get(letter.chat) ?? 0) + 1);
      return outcome;
    },
  };
}

let chats = 1_000_000;

async function addReaders(count: number): Promise<{ slot: number; from: number; members: number[] }> {
  const from = chats + 1;
  chats += count;
  const numbers = Array.from({ length: count }, (_, at) => from + at);
  const members = await Promise.all(numbers.map((chat) => test.addReader(chat)));
  const slot = Number(await test.house.main.zscore("{mujaz}:due", String(members[0])));
  return { slot, from, members };
}

async function serve(slot: number, outbox: ReturnType<typeof sender>): Promise<number> {
  worker = startWorker(test.house, { outbox });
  const { queued } = await createTick(test.house, queue)(slot);
  await expect.poll(() => queue.unfinished(), { timeout: 60_000 }).toBe(0);
  return queued;
}

it("2,000 readers due at one moment are each served once, and each is placed anew", async () => {
  const count = (await test.house.main.info("server")).includes("redis_mode") ? 2_000 : 60;
  const { slot, from, members } = await addReaders(count);
  const outbox = sender();
  expect(await serve(slot, outbox)).toBe(count);
  expect([...outbox.sent.keys()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: count }, (_, at) => from + at),
  );
  expect(new Set(outbox.sent.values())).toEqual(new Set([1]));
  expect(await test.house.main.hlen("{mujaz}:pend")).toBe(0);
  expect(await test.house.agenda.dueCount(slot)).toBe(0);
  expect((await test.house.agenda.outcomes())["sent"]).toBe(count);
  for (const member of members) await test.house.agenda.retire(member, "unsubscribed");
}, 90_000);

it("one that is told to wait, one that fails and one that is gone keep nobody of their wave", async () => {
  const { slot, from, members } = await addReaders(10);
  const outbox = sender(({ chat }, nth) => {
    if (chat === from && nth === 1) return { kind: "wait", seconds: 1 };
    if (chat === from + 1 && nth <= 2) return { kind: "failed", cause: new Error("reset") };
    return chat === from + 2 ? { kind: "gone", why: "blocked" } : undefined;
  });
  await serve(slot, outbox);
  expect([...outbox.sent].sort(([a], [b]) => a - b)).toEqual(
    members.flatMap((_, at) => (at === 2 ? [] : [[from + at, 1]])),
  );
  expect(await test.house.subscribers.byNumber(members[2] ?? 0)).toMatchObject({ reason: "blocked" });
  for (const member of members) await test.house.agenda.retire(member, "unsubscribed");
}, 60_000);

it("a slot that is claimed again while its wave still waits in the queue is not put there twice", async () => {
  const { slot, members } = await addReaders(7);
  const { agenda } = test.house;
  const first = await agenda.claim({ now: slot, limit: 100, leaseSeconds: 30, wave: 5 });
  await queue.add(first);
  const again = await agenda.claim({ now: slot + 31, limit: 100, leaseSeconds: 30, wave: 5 });
  // Claimed again they stand in the order of their leases, not of their places.
  const byMember = (claims: typeof first) => claims.toSorted((one, other) => one.member - other.member);
  expect(byMember(again)).toMatchObject(byMember(first));
  await queue.add(again);
  expect(await queue.unfinished()).toBe(2);
  const outbox = sender();
  worker = startWorker(test.house, { outbox });
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  expect([...outbox.sent.values()]).toEqual(members.map(() => 1));
  for (const member of members) await agenda.retire(member, "unsubscribed");
});

it("a wave whose clock died, and which is claimed again in pieces, is served whole within two ticks", async () => {
  const { slot, from, members } = await addReaders(4);
  const { agenda } = test.house;
  await agenda.claim({ now: slot, limit: 100, leaseSeconds: 30, wave: 5 });
  const limits = { claimLimit: 2, highWater: 100, leaseSeconds: 30, queuedLeaseSeconds: 600 };
  const tick = createDispatch(agenda, queue, limits);
  const outbox = sender();
  // The second piece finds the job of the first still in the queue, and is left out.
  await tick(slot + 31);
  worker = startWorker(test.house, { outbox });
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  expect(outbox.sent.size).toBe(2);
  await tick(slot + 91);
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  expect([...outbox.sent].sort(([a], [b]) => a - b)).toEqual(members.map((_, at) => [from + at, 1]));
  for (const member of members) await agenda.retire(member, "unsubscribed");
});

it("a slot that left its wave is claimed again under its own job, which is there once", async () => {
  const { slot, members } = await addReaders(3);
  const { agenda } = test.house;
  const claims = await agenda.claim({ now: slot, limit: 100, leaseSeconds: 30, wave: 5 });
  await agenda.alone(claims.slice(0, 1));
  const again = await agenda.claim({ now: slot + 31, limit: 100, leaseSeconds: 30, wave: 5 });
  const carriers = new Map(again.map(({ member, carrier }) => [member, carrier]));
  const wave = claims[0]?.carrier;
  expect(claims.map(({ member }) => carriers.get(member))).toEqual([undefined, wave, wave]);
  for (const member of members) await agenda.retire(member, "unsubscribed");
});

it("a wave whose worker died gives those that are left jobs of their own, and sends nothing itself", async () => {
  const alone: unknown[] = [];
  const serveWave = createServeWave({
    crew: createCrew(2),
    deliver: () => Promise.reject(new Error("nobody is served by the wave")),
    isPending: async ({ member }) => member !== 2,
    goAlone: async (jobs) => void alone.push(...jobs),
    giveUp: () => Promise.reject(new Error("nobody is given up")),
    backoffMs: () => 1,
    ended: () => undefined,
    stopping: new AbortController().signal,
  });
  const slots = [1, 2, 3].map((member) => ({ member, slot: 60 }));
  expect(await serveWave({ slots, isFirst: false, attempts: 3, isOurs: () => true })).toBe("done");
  expect(alone).toEqual([1, 3].map((member) => ({ member, slot: 60, delayMs: 0, attempts: 3 })));
});
