// Redis set back to an older copy: nobody gets an old digest again. Real redis-server, real files, the real worker.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createLedgerFile, readLines } from "../../src/delivery/ledgerFile.ts";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import type { DeliveryWorker } from "../../src/delivery/worker.ts";
import { createAlertLook } from "../../src/processes/alerts.ts";
import { createTick } from "../../src/processes/clock.ts";
import { openLedger } from "../../src/processes/ledger.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare } from "../e2e/chat.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { serveDue } from "./serveDue.ts";

/** A time in Cairo on 15 January 2031, two hours ahead of UTC, in epoch seconds. */
const cairo = (time: string, date = 15): number => Date.parse(`2031-01-${date}T${time}:00+02:00`) / 1000;

describe.skipIf(!hasRedisServer)("a Redis that is set back to an older copy", () => {
  let redis: DurableRedis;
  let test: TestHouse;
  let queue: DeliveryQueue;
  let worker: DeliveryWorker;
  let now: Date;
  let happened = 0;

  beforeEach(async () => {
    now = new Date(cairo("06:00") * 1000);
    redis = await startDurableRedis();
    test = await openTestHouse({ SEND_RATE: "0" }, redis);
    const { config } = test.house;
    queue = createQueue(redis.connect(), { prefix: config.env.redisPrefix, attempts: 3 });
    worker = startWorker(test.house, { now: () => now });
  }, 60_000);
  afterEach(async () => {
    await worker.close();
    await queue.close();
    await test.close();
  });

  async function restore(): Promise<void> {
    await redis.restore();
    await expect.poll(() => test.logged.some(({ event }) => event === "ledger.restored")).toBe(true);
  }

  const setNow = (instant: Date): void => {
    now = instant;
  };
  const serveAt = (seconds: number): Promise<void> => serveDue(test.house, queue, setNow, seconds);

  /** A reader who was told all so far, and is due at 07:00 first. */
  async function read(user: number, times: readonly string[]): Promise<number> {
    const cursor = await test.house.articles.maxNumber();
    const member = await test.addReader(1000 + user, { cursor, times });
    await test.house.main.zadd("{mujaz}:due", cairo("07:00"), String(member));
    return member;
  }

  async function happen(title: string, at: number, published = at): Promise<void> {
    happened += 1;
    const draft = draftOf(`restored ${happened}`, {
      title,
      published: new Date(published * 1000).toISOString(),
    });
    await test.house.articles.put(draft, { ...optionsOf(draft), fetched: new Date(at * 1000) });
  }

  const messages = (user: number): string[] =>
    test.playground.transcript(user).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));

  // Made up: rain on the coast, a bridge opens, a harvest begins.
  const [rain, bridge, harvest] = ["أمطار على الساحل", "افتتاح الجسر الجديد", "بدء موسم الحصاد"];

  it("is not what an answer looks like that took as long as Redis was away", async () => {
    const broadcasts = createBroadcastBook(test.house.main, "mujaz");
    // An hour passes between the question and its answer.
    let asked = 0;
    const start = now.getTime() + 86_400_000;
    const clock = (): Date => new Date(start + (asked++ === 0 ? 0 : 3_600_000));
    const ledger = openLedger(test.house, broadcasts, clock);
    await ledger.beat();
    await ledger.beat();
    ledger.close();
    expect(asked).toBeGreaterThan(1);
    expect(test.logged.filter(({ event }) => event === "ledger.restored")).toEqual([]);
  });

  it("sends no slot again that was sent since, nor its stories, and goes on with the next slot", async () => {
    const member = await read(1, ["07:00", "09:00", "11:00"]);
    await happen(rain, cairo("06:30"));
    await serveAt(cairo("07:00"));
    await redis.copy();
    await happen(bridge, cairo("08:30"));
    await serveAt(cairo("09:00"));
    expect(messages(1)).toHaveLength(2);
    const newest = await test.house.articles.maxNumber();

    await restore();
    // Read once more from its feed, as the copy does not know it; and one that is new.
    await serveAt(cairo("09:30"));
    await happen(bridge, cairo("09:31"), cairo("08:30"));
    await happen(harvest, cairo("10:00"));
    expect(messages(1)).toHaveLength(2);
    expect(await test.house.agenda.outcomes()).toMatchObject({ sent: 1, restored: 1 });
    // No number is given twice: links in old messages still mean what they meant.
    expect(await test.house.articles.maxNumber()).toBe(newest + 2);

    await serveAt(cairo("11:00"));
    expect(messages(1)).toHaveLength(3);
    expect(messages(1)[2]).toContain(harvest);
    for (const told of [rain, bridge]) expect(messages(1)[2]).not.toContain(told);
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({ cursor: newest + 2 });
  });

  it("ends all slots up to the newest that was sent as one, and serves what came due after it", async () => {
    await read(1, ["07:00", "08:00", "09:00", "10:00"]);
    await redis.copy();
    for (const time of ["07:00", "08:00"]) {
      await happen(rain, cairo(time) - 60);
      await serveAt(cairo(time));
    }
    expect(messages(1)).toHaveLength(2);
    await restore();
    await happen(harvest, cairo("08:50"));
    // The outage lasted past 09:00: that slot is only late.
    await serveAt(cairo("09:20"));
    await serveAt(cairo("09:21"));
    expect(messages(1)).toHaveLength(3);
    expect(messages(1)[2]).toContain(harvest);
    expect(await test.house.agenda.outcomes()).toEqual({ restored: 2, sent: 1 });
  });

  it("is noticed by a worker that starts on it, too", async () => {
    await read(1, ["07:00"]);
    await redis.copy();
    await happen(rain, cairo("06:30"));
    await serveAt(cairo("07:00"));
    await worker.close();
    await redis.restore();
    worker = startWorker(test.house, { now: () => now });
    await serveAt(cairo("07:30"));
    expect(messages(1)).toHaveLength(1);
    expect(test.logged.filter(({ event }) => event === "ledger.restored")).toHaveLength(1);
  });

  it("is none when a crash cost the last seconds: what was not sent is sent", async () => {
    await read(1, ["07:00"]);
    await happen(rain, cairo("06:30"));
    now = new Date(cairo("07:00") * 1000 - 30_000);
    await expect.poll(() => test.house.main.hlen("{mujaz}:ledger")).toBe(1);
    await redis.copy();
    now = new Date(cairo("07:00") * 1000);
    await redis.restore();
    await serveAt(cairo("07:01"));
    expect(messages(1)).toHaveLength(1);
    expect(await test.house.agenda.outcomes()).toEqual({ sent: 1 });
  });

  it("alerts nobody again of what comes in once more, and of what is new as ever", async () => {
    const queued: number[] = [];
    const add = async (jobs: readonly { readonly article: number }[]): Promise<void> => {
      queued.push(...jobs.map(({ article }) => article));
    };
    const look = createAlertLook(test.house, { add });
    await look(now);
    await test.addReader(1002, { cursor: 1, alerts: true, follow: ["الجسر الجديد"] });
    await read(1, ["07:00"]);
    await redis.copy();
    await happen(bridge, cairo("06:30"));
    expect(await look(new Date(cairo("06:31") * 1000))).toBe(1);
    await serveAt(cairo("07:00"));
    now = new Date(cairo("07:10") * 1000);
    await restore();
    await happen(bridge, cairo("07:11"), cairo("06:30"));
    expect(await look(new Date(cairo("07:12") * 1000))).toBe(0);
    await happen(`${bridge} للمشاة`, cairo("07:20")); // … for pedestrians
    expect(await look(new Date(cairo("07:21") * 1000))).toBe(1);
    expect(new Set(queued).size).toBe(2);
  });

  it("does not go on with a broadcast by itself", async () => {
    const book = createBroadcastBook(test.house.main, "mujaz");
    await read(1, ["07:00"]);
    const id = await book.draft({ html: "صيانة", by: 1002, locale: "ar", digits: "latin" }); // maintenance
    await book.begin(id, { segment: { kind: "all" }, total: 1, last: 1 });
    await redis.copy();
    await happen(rain, cairo("06:30"));
    await serveAt(cairo("07:00"));
    await redis.restore();
    await queue.addBroadcast([{ broadcast: id, member: 1 }]);
    now = new Date(cairo("07:30") * 1000);
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
    expect((await book.find(id))?.status).toBe("paused");
    expect(messages(1).filter((text) => text.includes("صيانة"))).toEqual([]);
  });
});

describe("the ledger's file", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "mujaz-ledger-"));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const known = (mark: number) => ({ mark, beat: mark + 1, article: 7 });
  const set = "1764140400-one";

  it("is one for all processes of a data folder, and holds the highest of what they wrote", async () => {
    const [one, other] = [createLedgerFile(dir, "mujaz"), createLedgerFile(dir, "mujaz")];
    expect(await one.id()).toBe(await other.id());
    await Promise.all(
      [5, 9, 3].map((mark) => (mark === 9 ? other : one).append(set, known(mark), new Date())),
    );
    expect([...(await one.read())]).toEqual([[set, known(9)]]);
  });

  it("keeps apart what other prefixes write, and says nothing before the first line", async () => {
    await createLedgerFile(dir, "mujaz").append(set, known(5), new Date());
    expect((await createLedgerFile(dir, "mujaz2").read()).size).toBe(0);
  });

  it("keeps two days", async () => {
    const file = createLedgerFile(dir, "mujaz");
    for (const date of ["01", "02", "03", "04"]) {
      await file.append(set, known(Number(date)), new Date(`2031-01-${date}T05:00:00Z`));
    }
    expect((await readdir(join(dir, "ledger"))).sort()).toEqual([
      "mujaz-2031-01-03.log",
      "mujaz-2031-01-04.log",
    ]);
  });

  it("passes over a line that a crash cut short, and what is no line of its own", () => {
    const lines =
      "\n5 6 7\n\n8 9\n10 11 12x\nabc\n\n4 7 1\n\n17-a 9 9 9\n17-a 99\n\n17-b 1 2 3\n17-a 8 10 8\n";
    expect([...readLines(lines)]).toEqual([
      ["", { mark: 5, beat: 7, article: 7 }],
      ["17-a", { mark: 9, beat: 10, article: 9 }],
      ["17-b", { mark: 1, beat: 2, article: 3 }],
    ]);
  });

  it("that cannot be written is said, and the rest goes on", async () => {
    await writeFile(join(dir, "ledger"), "a file where the folder should be");
    const test = await openTestHouse({ SEND_RATE: "0", DATA_DIR: dir });
    const now = new Date();
    const queue = createQueue(test.house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
    const worker = startWorker(test.house, { now: () => now });
    const member = await test.addReader(1001, { cursor: 0 });
    await createTick(test.house, queue)(Number(await test.house.main.zscore("{mujaz}:due", String(member))));
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
    expect(test.playground.transcript(1).filter(({ from }) => from === "bot")).toHaveLength(1);
    expect(test.logged.filter(({ event }) => event === "ledger.unwritable")).toHaveLength(1);
    await worker.close();
    await queue.close();
    await test.close();
  });
});
