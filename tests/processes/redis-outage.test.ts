// Redis is killed with SIGKILL and started again while clock, worker and bot run: nothing is lost, nothing comes twice.
import { describe, it } from "vitest";
import { createQueue } from "../../src/delivery/queue.ts";
import { startClock } from "../../src/processes/clock.ts";
import { openIntake, takeAll } from "../../src/processes/intake.ts";
import { openMonitor } from "../../src/processes/monitor.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { pollWhileHeld } from "../../src/processes/updates.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createTickMark } from "../../src/schedule/tickMark.ts";
import { listenForArrivals } from "../delivery/arrivals.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { bare } from "../e2e/chat.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

const backSoon = "نعود بعد قليل. أعد المحاولة بعد دقيقة.";

// Side by side: for the most part they wait for connections and leases. What a test opened is closed behind it, the last first.
describe.skipIf(!hasRedisServer).concurrent("Redis, killed and started again", () => {
  it("in the middle of a wave: clock and worker go on by themselves, and every reader gets one digest", async ({
    expect,
    onTestFinished,
  }) => {
    const redis = await startDurableRedis();
    const arrivals = await listenForArrivals(5);
    onTestFinished(() => arrivals.close());
    // With the limits of the small Redis the clock is still claiming when it is killed.
    const test = await openTestHouse(
      { SEND_RATE: "150", TELEGRAM_API_ROOT: arrivals.root },
      { ...redis, isReal: false },
    );
    onTestFinished(() => test.close());
    const { house } = test;
    const count = 400;
    const slot = Math.floor(Date.now() / 60_000) * 60;
    for (let chat = 5001; chat <= 5000 + count; chat += 1) {
      const member = await test.addReader(chat, { cursor: 0, items: 1 });
      await house.main.zadd("{mujaz}:due", slot, String(member));
    }
    const clock = await startClock(house);
    onTestFinished(() => clock.close());
    const worker = startWorker(house);
    onTestFinished(() => worker.close());
    await expect.poll(() => arrivals.all.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(50);

    for (const more of [100, 150]) {
      const before = arrivals.all.length;
      await redis.kill();
      await expect.poll(() => house.main.status).not.toBe("ready");
      await redis.start();
      await expect
        .poll(() => arrivals.all.length, { timeout: 30_000, interval: 5 })
        .toBeGreaterThan(before + more);
    }
    await expect.poll(() => house.agenda.outcomes(), { timeout: 40_000 }).toEqual({ sent: count });
    const queue = createQueue(redis.connect(), { prefix: "mujaz", attempts: 1 });
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
    await queue.close();
    const chats = arrivals.all.map(({ chat }) => chat);
    expect(new Set(chats).size).toBe(count);
    expect(chats).toHaveLength(count);
    expect(await house.main.hlen("{mujaz}:pend")).toBe(0);
  }, 120_000);

  it("a reader who asks meanwhile is told, for as long as it lasts, and answered after it", async ({
    expect,
    onTestFinished,
  }) => {
    const redis = await startDurableRedis();
    const test = await openTestHouse({}, redis);
    onTestFinished(() => test.close());
    const { house, playground } = test;
    const bot = createTelegraf(house.config.env);
    bot.botInfo = await bot.telegram.getMe();
    const search = house.openSearch();
    onTestFinished(() => search.close());
    const intake = openIntake(house);
    intake.begin(openMouth(house, bot, undefined, search));
    onTestFinished(() => intake.close());
    const stopper = new AbortController();
    const polling = pollWhileHeld(house, bot, (updates) => takeAll(intake, updates), stopper.signal);
    onTestFinished(async () => {
      stopper.abort();
      await polling;
    });
    const newest = (user: number): string =>
      bare(playground.transcript(user).findLast(({ from }) => from === "bot")?.text ?? "");
    const isAnswered = (user: number, start: RegExp) =>
      expect.poll(() => newest(user), { timeout: 20_000 }).toMatch(start);
    const http = createHttp({ host: "127.0.0.1", port: 0, log: house.log });
    const monitor = openMonitor(house, http.app);
    onTestFinished(() => monitor.close());
    monitor.watch(bot);
    await createTickMark(house.main, "mujaz").note();

    playground.say(1, "/settings");
    await isAnswered(1, /^الإعدادات/);
    expect((await http.app.inject("/readyz")).statusCode).toBe(200);
    // It hangs for a while and keeps its connections: who asks then, and who asked before, is told and answered after it.
    redis.freeze();
    playground.say(4, "/settings");
    await isAnswered(4, new RegExp(`^${backSoon}$`));
    expect((await http.app.inject("/healthz")).json()).toEqual({ status: "waiting for redis", redis: false });
    const hasGoneOn = (): boolean => test.logged.some(({ event }) => event === "poll.without-lease");
    await expect.poll(hasGoneOn, { timeout: 20_000 }).toBe(true);
    playground.say(5, "/settings");
    await isAnswered(5, new RegExp(`^${backSoon}$`));
    redis.thaw();
    for (const user of [4, 5]) {
      await expect.poll(() => house.main.status, { timeout: 10_000 }).toBe("ready");
      playground.say(user, "/settings");
      await isAnswered(user, /^الإعدادات/);
    }
    expect(test.logged.filter(({ event }) => event === "poll.ended")).toEqual([]);
    test.logged.splice(0);

    // One asks while Redis hangs: nothing tells yet that it is about to go.
    redis.freeze();
    playground.say(3, "/settings");
    await expect.poll(() => test.playground.transcript(3)).toHaveLength(1);
    await redis.kill();
    await expect.poll(() => house.main.status).not.toBe("ready");
    playground.say(1, "/settings");
    for (const user of [1, 3]) await isAnswered(user, new RegExp(`^${backSoon}$`));
    const ready = await http.app.inject("/readyz");
    expect([ready.statusCode, ready.json()]).toMatchObject([503, { checks: { redis: { ok: false } } }]);
    expect((await http.app.inject("/healthz")).statusCode).toBe(200);
    // The lease of polling ends; nobody else can have it, so this one goes on.
    const isOver = (): boolean => test.logged.some(({ event }) => event === "poll.without-lease");
    await expect.poll(isOver, { timeout: 20_000 }).toBe(true);
    playground.say(2, "/settings");
    await isAnswered(2, new RegExp(`^${backSoon}$`));

    await redis.start();
    await expect.poll(() => house.main.status, { timeout: 10_000 }).toBe("ready");
    for (const user of [1, 2, 3]) {
      playground.say(user, "/settings");
      await isAnswered(user, /^الإعدادات/);
    }
    expect(await house.main.get("{mujaz}:lease:poll")).not.toBeNull();
    expect(test.logged.filter(({ event }) => event === "poll.ended")).toEqual([]);
    await http.close();
  }, 120_000);
});
