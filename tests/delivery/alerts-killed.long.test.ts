// An alert whose worker is killed with SIGKILL, before it is sent and while it is on its way: real processes, real Redis.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAlertQueue } from "../../src/delivery/alert-queue.ts";
import { createAlertLook } from "../../src/processes/alerts.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Arrivals, listenForArrivals } from "./arrivals.ts";

const stopKey = "{mujaz}:pace:stop";

describe.skipIf(!hasRedisServer)("an alert whose worker is killed", () => {
  let redis: DurableRedis;
  let test: TestHouse;
  let dir: Awaited<ReturnType<typeof tempDir>>;
  const open: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    redis = await startDurableRedis();
    test = await openTestHouse({}, redis);
    dir = await tempDir();
  }, 60_000);
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
    await test.close();
    await dir.dispose();
  });

  /** A worker of its own, whose Telegram takes so long to answer. */
  async function startWorker(answerMs: number): Promise<{ running: Running; arrivals: Arrivals }> {
    const arrivals = await listenForArrivals(answerMs);
    const running = await startMujaz(
      {
        REDIS_URL: redis.connect().options.path ?? "",
        DATA_DIR: join(dir.path, "data"),
        TELEGRAM_API_ROOT: arrivals.root,
        BOT_TOKEN: "7:the_token_of_no_bot_that_there_ever_was",
      },
      ["worker"],
    );
    open.push(
      () => arrivals.close(),
      () => running.kill(),
    );
    return { running, arrivals };
  }

  async function queueOne(): Promise<number> {
    const queue = createAlertQueue(redis.connect(), "mujaz");
    const look = createAlertLook(test.house, queue);
    await look(new Date());
    const cursor = await test.house.articles.maxNumber();
    const member = await test.addReader(1001, { alerts: true, cursor, follow: ["قافلة طبية"] });
    const draft = draftOf("killed", { title: "قافلة طبية تصل", published: new Date().toISOString() }); // A medical convoy.
    await test.house.articles.put(draft, { ...optionsOf(draft), fetched: new Date() });
    expect(await look(new Date())).toBe(1);
    open.push(() => queue.close());
    return member;
  }
  /** What counts against the reader's limits. */
  const countedOf = (member: number) => test.house.main.hvals(`{mujaz}:alerted:${member}`);
  const counted = expect.stringMatching(/\|open$/);
  const sent = expect.stringMatching(/\|sent$/);

  it("after it was counted and before it was sent comes once, and counts once", {
    timeout: 120_000,
  }, async () => {
    await test.house.main.set(stopKey, "1", "PX", 600_000);
    const member = await queueOne();
    const first = await startWorker(0);
    await expect.poll(() => countedOf(member), { timeout: 20_000 }).toEqual([counted]);
    await first.running.kill();
    expect(first.arrivals.all).toEqual([]);
    await test.house.main.del(stopKey);
    const second = await startWorker(0);
    await expect.poll(() => second.arrivals.all.length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => countedOf(member), { timeout: 20_000 }).toEqual([sent]);
  });

  it("while it was on its way comes once more, and counts once", { timeout: 120_000 }, async () => {
    const member = await queueOne();
    const first = await startWorker(600_000);
    await expect.poll(() => first.arrivals.all.length, { timeout: 20_000 }).toBe(1);
    await first.running.kill();
    const second = await startWorker(0);
    await expect.poll(() => second.arrivals.all.length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => countedOf(member), { timeout: 20_000 }).toEqual([sent]);
  });
});
