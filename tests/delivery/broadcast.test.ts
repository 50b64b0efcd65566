// Broadcasts through real parts: the walk past all readers, BullMQ, the worker, telegraf over HTTP, real Redis.
import { afterEach, describe, expect, it } from "vitest";
import type { Segment } from "../../src/delivery/broadcast.ts";
import { type BroadcastBook, createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { type Broadcasts, createBroadcasts } from "../../src/processes/broadcasts.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Arrivals, listenForArrivals } from "./arrivals.ts";

/** What a suite opened, closed behind each test: the last first. */
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface Stage {
  readonly test: TestHouse;
  readonly book: BroadcastBook;
  readonly broadcasts: Broadcasts;
  /** A step of the clock's hand: what the walk takes for now. */
  readonly clock: { nowMs: number };
  work(): { close(): Promise<void> };
  begin(segment: Segment, html?: string): Promise<number>;
}

const operator = 1001;
const words = "صيانة قصيرة الليلة"; // A short maintenance tonight.

async function openStage(extra: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const test = await openTestHouse({ SEND_RATE: "0", ADMIN_IDS: String(operator), ...extra });
  open.push(() => test.close());
  const clock = { nowMs: Date.now() };
  const broadcasts = createBroadcasts(test.house, () => new Date(clock.nowMs));
  open.push(() => broadcasts.close());
  const book = createBroadcastBook(test.house.main, "mujaz");
  return {
    test,
    book,
    broadcasts,
    clock,
    work() {
      const worker = startWorker(test.house);
      let isOpen = true;
      const close = async (): Promise<void> => {
        if (isOpen) await worker.close();
        isOpen = false;
      };
      open.push(close);
      return { close };
    },
    async begin(segment, html = words) {
      const id = await book.draft({ html, by: operator, locale: "ar", digits: "latin" });
      const last = Number(await test.house.main.get("{mujaz}:reader:next"));
      await book.begin(id, { segment, total: last, last });
      return id;
    },
  };
}

/** Steps until the broadcast has another status than "running". */
async function lead({ broadcasts, book, clock }: Stage, id: number): Promise<void> {
  const hasEnded = async (): Promise<boolean> => {
    clock.nowMs += 3_000;
    await broadcasts.round();
    return (await book.find(id))?.status !== "running";
  };
  await expect.poll(hasEnded, { timeout: 20_000, interval: 20 }).toBe(true);
}

const textsOf = ({ test }: Stage, user: number): string[] =>
  test.playground
    .transcript(user)
    .filter(({ from }) => from === "bot")
    .map(({ text }) => bare(text));

const countsOf = (arrivals: Arrivals): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { chat } of arrivals.all) if (chat !== operator) counts.set(chat, (counts.get(chat) ?? 0) + 1);
  return counts;
};

const error = (code: number, description: string, retryAfter?: number) =>
  ({ type: "error", code, description, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

describe("a broadcast", () => {
  it("reaches every active reader of its segment once, and reports to the operator in one message", async () => {
    const stage = await openStage();
    const { test } = stage;
    for (const user of [2, 3]) await test.addReader(1000 + user, { topics: ["economy"] });
    await test.addReader(1004, { topics: ["health"] });
    await test.addReader(1005, { topics: ["economy"], status: "inactive", reason: "unsubscribed" });
    const rest = new Date(Date.now() + 86_400_000).toISOString();
    await test.house.agenda.change(await test.addReader(1006), { pausedUntil: rest }, new Date());
    stage.work();
    await lead(stage, await stage.begin({ kind: "topic", topic: "economy" }));
    expect([2, 3, 4, 5, 6].map((user) => textsOf(stage, user))).toEqual([[words], [words], [], [], []]);
    expect(textsOf(stage, 1)).toEqual(["تم الإرسال\nأُرسل 2 من 5"]);
    expect(await stage.broadcasts.round()).toBe(0);
  });

  it("retires who blocked the bot, follows who moved, and says whom it did not reach", async () => {
    const stage = await openStage();
    const { test } = stage;
    const [blocked] = [await test.addReader(1002), await test.addReader(1003)];
    test.playground.block(2, true);
    test.playground.migrate(3, 4);
    stage.work();
    await lead(stage, await stage.begin({ kind: "all" }));
    expect(await test.house.subscribers.byNumber(blocked)).toMatchObject({
      status: "inactive",
      reason: "blocked",
    });
    expect(textsOf(stage, 4)).toEqual([words]);
    expect(textsOf(stage, 1).at(-1)).toBe(
      "تم الإرسال\nأُرسل 1 من 2\nتعذّر الوصول إلى قارئ واحد حظر البوت أو غادره",
    );
  });

  it("waits as long as a 429 says, tries a 5xx again, and sends plain words where the markup is refused", async () => {
    const stage = await openStage();
    const { test } = stage;
    for (const user of [2, 3, 4]) await test.addReader(1000 + user);
    const fail = (kind: ReturnType<typeof error>): void =>
      test.playground.fail({ method: "sendMessage", times: 1, kind });
    const id = await stage.begin({ kind: "all" }, "<b>صيانة</b> قصيرة");
    await stage.broadcasts.round(); // The operator's own message comes before the faults.
    fail(error(429, "Too Many Requests: retry after 1", 1));
    fail(error(502, "Bad Gateway"));
    fail(error(400, "Bad Request: can't parse entities"));
    stage.work();
    await lead(stage, id);
    expect([2, 3, 4].map((user) => textsOf(stage, user))).toEqual([
      ["صيانة قصيرة"],
      ["صيانة قصيرة"],
      ["صيانة قصيرة"],
    ]);
  });

  it("waits for the end of a reader's quiet hours, holds up nobody by it, and says how many wait", async () => {
    const stage = await openStage();
    const { test, book, broadcasts, clock } = stage;
    // In their quiet hours for two more hours at least, and for as long behind them not.
    const wall = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
    const quiet = { from: wall(clock.nowMs - 3_600_000), to: wall(clock.nowMs + 2 * 3_600_000) };
    const resting = await test.addReader(1002, { zone: "UTC", quiet });
    for (const user of [3, 4]) await test.addReader(1000 + user);
    let workerNow = clock.nowMs;
    const worker = startWorker(test.house, { now: () => new Date(workerNow) });
    open.push(() => worker.close());
    const id = await stage.begin({ kind: "all" });
    await broadcasts.round();
    await expect.poll(async () => (await book.find(id))?.sent, { timeout: 10_000 }).toBe(2);
    expect(await book.find(id)).toMatchObject({ status: "running", mark: 3, waiting: 1 });
    clock.nowMs += 3_000;
    await broadcasts.round();
    expect(textsOf(stage, 2)).toEqual([]);
    expect(textsOf(stage, 1).at(-1)).toBe(
      "يجري الإرسال\nأُرسل 2 من 3\nقارئ واحد في ساعات الهدوء، وتصله الرسالة بعد انتهائها",
    );
    expect(await book.isSettled(id, resting)).toBe(false);
    clock.nowMs += 2 * 3_600_000;
    workerNow = clock.nowMs;
    await lead(stage, id);
    expect([2, 3, 4].map((user) => textsOf(stage, user))).toEqual([[words], [words], [words]]);
    expect(textsOf(stage, 1).at(-1)).toBe("تم الإرسال\nأُرسل 3 من 3");
    expect(await book.find(id)).toMatchObject({ status: "done", sent: 3, waiting: 0 });
  });

  it("that waits in the queue until the night comes waits for its end too, and a cancel ends the waiting", async () => {
    const stage = await openStage();
    const { test, book, clock } = stage;
    const wall = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
    const quiet = { from: wall(clock.nowMs + 3_600_000), to: wall(clock.nowMs + 3 * 3_600_000) };
    const member = await test.addReader(1002, { zone: "UTC", quiet });
    const id = await stage.begin({ kind: "all" });
    await stage.broadcasts.round();
    const worker = startWorker(test.house, { now: () => new Date(clock.nowMs + 2 * 3_600_000) });
    open.push(() => worker.close());
    await expect.poll(async () => (await book.find(id))?.waiting, { timeout: 10_000 }).toBe(1);
    await book.move(id, ["running"], "cancelled", new Date(clock.nowMs));
    await lead(stage, id);
    expect(textsOf(stage, 2)).toEqual([]);
    expect(await book.isSettled(id, member)).toBe(false);
  });

  it("stops at once when it is paused, goes on where it stopped, and repeats nobody", async () => {
    const arrivals = await listenForArrivals(5);
    open.push(() => arrivals.close());
    const stage = await openStage({ TELEGRAM_API_ROOT: arrivals.root, SEND_CONCURRENCY: "4" });
    for (let chat = 1; chat <= 400; chat += 1) await stage.test.addReader(5_000 + chat);
    const id = await stage.begin({ kind: "all" });
    stage.work();
    await stage.broadcasts.round();
    await expect.poll(() => countsOf(arrivals).size, { interval: 5 }).toBeGreaterThan(20);
    expect(await stage.book.move(id, ["running"], "paused", new Date())).toBe(true);
    const queue = createQueue(stage.test.house.redis.connect("look"), { prefix: "mujaz", attempts: 3 });
    open.push(() => queue.close());
    await expect.poll(() => queue.unfinished(), { timeout: 10_000 }).toBe(0);
    const atPause = countsOf(arrivals).size;
    expect(atPause).toBeLessThan(300);
    await stage.broadcasts.round();
    expect(await queue.unfinished()).toBe(0);
    expect((await stage.book.find(id))?.sent).toBe(atPause);
    await stage.book.move(id, ["paused"], "running", new Date());
    await lead(stage, id);
    expect(countsOf(arrivals).size).toBe(400);
    expect([...countsOf(arrivals).values()].every((count) => count === 1)).toBe(true);
  });

  it("is finished by others when its worker and its queue are lost, and repeats nobody who was settled", async () => {
    const arrivals = await listenForArrivals(5);
    open.push(() => arrivals.close());
    const stage = await openStage({ TELEGRAM_API_ROOT: arrivals.root, SEND_CONCURRENCY: "4" });
    for (let chat = 1; chat <= 400; chat += 1) await stage.test.addReader(5_000 + chat);
    const id = await stage.begin({ kind: "all" });
    const first = stage.work();
    await stage.broadcasts.round();
    await expect.poll(() => countsOf(arrivals).size, { interval: 5 }).toBeGreaterThan(20);
    await first.close();
    const { main } = stage.test.house;
    await main.del(...(await main.keys("{mujaz}:jobs:*")));
    stage.work();
    await lead(stage, id);
    expect(countsOf(arrivals).size).toBe(400);
    expect([...countsOf(arrivals).values()].every((count) => count === 1)).toBe(true);
    expect(await stage.book.find(id)).toMatchObject({ status: "done", sent: 400, mark: 400 });
  });

  it("ends when it is cancelled, and the report holds what was sent", async () => {
    const arrivals = await listenForArrivals(5);
    open.push(() => arrivals.close());
    const stage = await openStage({ TELEGRAM_API_ROOT: arrivals.root, SEND_CONCURRENCY: "2" });
    for (let chat = 1; chat <= 100; chat += 1) await stage.test.addReader(5_000 + chat);
    const id = await stage.begin({ kind: "all" });
    const worker = stage.work();
    await stage.broadcasts.round();
    await expect.poll(() => countsOf(arrivals).size, { interval: 5 }).toBeGreaterThan(10);
    await stage.book.move(id, ["running"], "cancelled", new Date(stage.clock.nowMs));
    await worker.close();
    stage.clock.nowMs += 6_000;
    expect(await stage.broadcasts.round()).toBe(1);
    expect(await stage.broadcasts.round()).toBe(0);
    const { sent } = (await stage.book.find(id)) ?? { sent: 0 };
    expect(sent).toBe(countsOf(arrivals).size);
    expect(sent).toBeLessThan(100);
    expect(await stage.book.begin(id, { segment: { kind: "all" }, total: 1, last: 1 })).toBe(false);
  });

  it("lets every digest go first that comes due while it runs", async () => {
    const arrivals = await listenForArrivals(5);
    open.push(() => arrivals.close());
    const stage = await openStage({ TELEGRAM_API_ROOT: arrivals.root, SEND_CONCURRENCY: "1" });
    for (let chat = 1; chat <= 50; chat += 1) await stage.test.addReader(5_000 + chat);
    const late = await stage.test.addReader(9_000);
    await stage.begin({ kind: "all" });
    await stage.broadcasts.round();
    const { house } = stage.test;
    const queue = createQueue(house.redis.connect("ticks"), { prefix: "mujaz", attempts: 3 });
    open.push(() => queue.close());
    const now = Math.floor(Date.now() / 1000);
    await house.agenda.dueNow(late, now - 1);
    await createTick(house, queue)(now);
    stage.work();
    await expect.poll(() => countsOf(arrivals).size, { timeout: 10_000 }).toBeGreaterThan(3);
    const [first] = arrivals.all.filter(({ chat }) => chat !== operator);
    expect(first).toMatchObject({ chat: 9_000 });
    expect(first?.text).not.toBe(words);
  });

  it("is not for who came after it had begun, and another process does not lead it too", async () => {
    const stage = await openStage();
    await stage.test.addReader(1002);
    const id = await stage.begin({ kind: "all" });
    await stage.test.addReader(1003);
    await stage.broadcasts.round();
    const other = createBroadcasts(stage.test.house);
    open.push(() => other.close());
    expect(await other.round()).toBe(0);
    stage.work();
    await lead(stage, id);
    expect(textsOf(stage, 2)).toEqual([words]);
    expect(textsOf(stage, 3)).toEqual([]);
  });
});
