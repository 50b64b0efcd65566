// The early start of full slots, tick by tick, and the forecast that tells how long they take.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDispatch } from "../../src/delivery/dispatch.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createSpread, earlyShare } from "../../src/delivery/spread.ts";
import { createTick } from "../../src/processes/clock.ts";
import { readForecast, spanOf } from "../../src/schedule/forecast.ts";
import { createEarlyStart } from "../../src/schedule/rotation.ts";
import { openTestHouse } from "../house.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { dawn, openDesk, reader, served, slot } from "../schedule/desk.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const limits = { claimLimit: 100, highWater: 100_000, leaseSeconds: 30, queuedLeaseSeconds: 600 };
let desks = 0;

/** A slot with 250 readers, of whom a minute serves 60; the queue is emptied by each minute as a worker would. */
async function openSlot(minutes: number) {
  desks += 1;
  const client = redis.connect();
  const desk = openDesk(client);
  const { prefix } = desk;
  const chats = Array.from({ length: 250 }, (_, index) => 1000 + index);
  await Promise.all(chats.map((chat) => desk.agenda.upsert(reader(chat), dawn)));
  const queue = createQueue(redis.connect(), { prefix: `spread${desks}`, attempts: 1 });
  let waiting = 0;
  const spread = createSpread({
    early: createEarlyStart(client, prefix),
    queue: { waiting: async () => waiting },
    perSecond: 1,
    minutes,
  });
  const added: { member: number; slot: number }[] = [];
  const tick = createDispatch(
    desk.agenda,
    {
      async add(jobs) {
        added.push(...jobs);
        waiting += jobs.length;
      },
      waiting: async () => waiting,
    },
    limits,
    () => false,
    async (now) => spread(now ?? 0),
  );
  return {
    desk,
    /** One tick, and the minute that follows it; gives how many were queued by it. */
    async minute(now: number): Promise<number> {
      added.length = 0;
      const { queued } = await tick(now);
      await Promise.all(
        added.map(({ member, slot: own }) => desk.agenda.acknowledge({ ...served(member, own), now })),
      );
      waiting = Math.max(0, waiting - 60);
      return queued;
    },
    close: () => queue.close(),
  };
}

describe("a slot that is fuller than its minute", () => {
  it("begins at its time and not before, where the operator has not said otherwise", async () => {
    const { minute, close } = await openSlot(0);
    for (let ahead = 10; ahead >= 1; ahead -= 1) expect(await minute(slot - ahead * 60)).toBe(0);
    expect(await minute(slot)).toBe(250);
    await close();
  });

  it("begins just as early as it needs to end in its minute, and no minute takes more than it serves", async () => {
    const { minute, close } = await openSlot(30);
    const queued: number[] = [];
    for (let ahead = 6; ahead >= 0; ahead -= 1) queued.push(await minute(slot - ahead * 60));
    // 250 are 4 minutes of 60 and 10 more: the first ten go four minutes ahead.
    expect(queued).toEqual([0, 0, 10, 60, 60, 60, 60]);
    await close();
  });

  it("begins no earlier than the operator allows, with full minutes", async () => {
    const { minute, close } = await openSlot(2);
    const queued: number[] = [];
    for (let ahead = 4; ahead >= 0; ahead -= 1) queued.push(await minute(slot - ahead * 60));
    expect(queued).toEqual([0, 0, 60, 60, 130]);
    await close();
  });

  it("serves everyone once, with the slot's own next day", async () => {
    const { minute, desk, close } = await openSlot(30);
    for (let ahead = 6; ahead >= -3; ahead -= 1) await minute(slot - ahead * 60);
    expect(await desk.agenda.outcomes()).toEqual({ sent: 250 });
    expect(await desk.agenda.dueCount(slot + 86_399)).toBe(0);
    expect(await desk.agenda.dueCount(slot + 86_400)).toBe(250);
    await close();
  });
});

it("begins nothing early while the waves that wait fill the minute: each of them is many digests", async () => {
  const { house, addReader, close } = await openTestHouse({ SEND_RATE: "1" });
  const delivery = { ...house.config.delivery, spreadMinutes: 30 };
  const spreading = { ...house, config: { ...house.config, delivery } };
  const prefix = house.config.env.redisPrefix;
  const queue = createQueue(house.redis.connect("queue"), { prefix, attempts: 1 });
  const members = await Promise.all(Array.from({ length: 100 }, (_, index) => addReader(2000 + index)));
  const due = Math.floor(Number(await house.main.zscore(`{${prefix}}:due`, String(members[0]))));
  // Of readers who wait already: seven jobs, seventy digests or more, where a minute serves 58.
  const waiting = Array.from({ length: 70 }, (_, index) => ({ member: 9000 + index, slot: due - 86_400 }));
  await queue.add(waiting.map((job, index) => ({ ...job, carrier: `wave-${index % 7}` })));
  expect(await createTick(spreading, queue)(due - 60)).toEqual({ queued: 0 });
  await queue.close();
  await close();
});

describe("the share of a minute ahead", () => {
  it.each([
    ["nothing of a slot that its minute serves", 60, 1, 0],
    ["what is over, in the minute before", 61, 1, 1],
    ["nothing yet where the minutes in between will do", 120, 2, 0],
    ["no more than a minute serves", 100_000, 5, 60],
  ])("is %s", (_what, count, ahead, share) => expect(earlyShare(count, ahead, 60)).toBe(share));
});

describe("the forecast", () => {
  it("counts each minute of a day from the index alone, and who is late", async () => {
    const client = redis.connect();
    const desk = openDesk(client);
    for (const chat of [1, 2, 3]) await desk.agenda.upsert(reader(chat), dawn);
    await desk.agenda.upsert(reader(4, { times: ["06:30"] }), dawn);
    await desk.agenda.upsert(reader(5, { times: ["21:15"] }), dawn);
    const forecast = await readForecast(client, desk.prefix, slot - 60);
    expect(forecast).toMatchObject({ from: slot - 60, overdue: 1 });
    expect(forecast.minutes).toHaveLength(1_440);
    const filled = forecast.minutes.flatMap((count, index) => (count > 0 ? [[index, count]] : []));
    expect(filled).toEqual([
      [1, 3],
      [14 * 60 + 16, 1],
    ]);
  });

  it("names the fullest hour and how long the last reader of a slot waits", () => {
    const minutes = Array.from({ length: 1_440 }, () => 0);
    minutes[100] = 100_000;
    minutes[130] = 1_800;
    minutes[900] = 5_000;
    const { fullestHour, slowest } = spanOf({ from: 0, overdue: 0, minutes }, 30);
    expect(fullestHour.count).toBe(101_800);
    expect(fullestHour.from).toBeGreaterThan(70 * 60);
    // 55 minutes for the first, and who comes half an hour later waits until they are served.
    expect(slowest).toEqual({ minute: 100 * 60, count: 100_000, seconds: 100_000 / 30 });
    expect(spanOf({ from: 0, overdue: 0, minutes }, 1_000).slowest.seconds).toBe(100);
    expect(spanOf({ from: 0, overdue: 0, minutes }, 0).slowest.seconds).toBe(0);
  });

  it("has those who are late already served first", () => {
    const minutes = [0, 60];
    expect(spanOf({ from: 0, overdue: 240, minutes }, 1).slowest).toEqual({
      minute: 60,
      count: 60,
      seconds: 240,
    });
    expect(spanOf({ from: 0, overdue: 0, minutes: [] }, 1)).toEqual({
      fullestHour: { from: 0, count: 0 },
      slowest: { minute: 0, count: 0, seconds: 0 },
    });
  });
});
