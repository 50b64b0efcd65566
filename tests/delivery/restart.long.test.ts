// A rolling restart while a wave is served: every process ends in peace and in time, nothing comes twice, nothing is lost.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { account } from "./chaos/account.ts";
import { whatIsWrong } from "./chaos/audit.ts";
import { type DrillReader, gatherReaders, makeDue } from "./chaos/readers.ts";
import { openStage, type Stage } from "./chaos/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** How long sends in flight may take to end after SIGTERM. */
const graceMs = 20_000;

async function gather(count: number): Promise<readonly DrillReader[]> {
  const { telegram, agenda } = stage;
  const now = new Date();
  const people = { playground: telegram.playground, agenda };
  return gatherReaders(people, { count, seed: 1, wishMs: now.getTime() - 60_000, now });
}

/** Resolves with the due instant when the wave has begun: a new clock's first tick finds it. */
async function begin(readers: readonly DrillReader[], sends: number): Promise<number> {
  const due = await makeDue(stage, readers);
  await sleep(due * 1000 - Date.now());
  await stage.crew.start("clock");
  while (stage.telegram.sends.length + stage.telegram.open() < sends) await sleep(10);
  return due;
}

async function untilServed(): Promise<void> {
  await expect.poll(() => stage.isServed(), { timeout: 600_000, interval: 200 }).toBe(true);
}

it.skipIf(!hasRedisServer)(
  "a rolling restart of workers, clocks and web sends nothing twice and loses nothing",
  async () => {
    stage = await openStage({ rate: 50 });
    const { crew, telegram } = stage;
    // Before the web process, which hears of blocks and moved groups and takes them over.
    const readers = await gather(1_500);
    const roles = ["worker", "worker", "clock", "web"] as const;
    for (const role of roles) await (await crew.start(role)).ready;
    const due = await begin(readers, 30);
    for (const old of [...crew.all]) {
      await (await crew.start(old.role)).ready;
      const { status, ms } = await crew.stop(old);
      console.log({ role: old.role, status, ms: Math.round(ms), sent: telegram.sends.length });
      expect(status).toBe(0);
      expect(ms).toBeLessThanOrEqual(graceMs);
    }
    // The wave outlasts the restart, or the test would say nothing.
    expect(telegram.sends.length).toBeLessThan(1_400);
    telegram.playground.say(1, "/help");
    await telegram.playground.waitFor(1, ({ from }) => from === "bot");
    await untilServed();
    const wave = telegram.sends.filter(({ chat }) => chat !== 1001);
    expect(account(wave, new Map())).toMatchObject({ repeats: 0, mayRepeat: 0 });
    const wrong = await whatIsWrong(stage, readers, due);
    if (wrong.length > 0) console.log(`the processes' logs are in ${await stage.keepLogs()}`);
    expect(wrong).toEqual([]);
  },
);

it.skipIf(!hasRedisServer)(
  "a worker that stops waits for its sends in flight, though Telegram takes 5 s for each",
  async () => {
    stage = await openStage({ rate: 0, concurrency: 8 });
    const { crew, telegram } = stage;
    telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: 5_000 } });
    const readers = await gather(40);
    const old = await crew.start("worker");
    await old.ready;
    const due = await begin(readers, 8);
    const { status, ms } = await crew.stop(old);
    console.log({ status, ms: Math.round(ms), sent: telegram.sends.length });
    expect(status).toBe(0);
    expect(ms).toBeLessThanOrEqual(graceMs);
    const ofOld = telegram.sends.length;
    // One or two of the eight are for readers who cannot be reached: refused, and no messages.
    expect(ofOld).toBeGreaterThanOrEqual(6);
    await crew.start("worker");
    await untilServed();
    expect(account(telegram.sends, new Map())).toMatchObject({ repeats: 0, mayRepeat: 0 });
    expect(await whatIsWrong(stage, readers, due)).toEqual([]);
  },
);

it.skipIf(!hasRedisServer)(
  "a worker that stops while Telegram answers nothing gives its sends up after 15 s, and ends in time",
  async () => {
    stage = await openStage({ rate: 0, concurrency: 8 });
    const { crew, telegram } = stage;
    telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: 120_000 } });
    const readers = await gather(12);
    const old = await crew.start("worker");
    await old.ready;
    const due = await begin(readers, 4);
    const { status, ms } = await crew.stop(old);
    console.log({ status, ms: Math.round(ms), sent: telegram.sends.length });
    expect(status).toBe(0);
    expect(ms).toBeGreaterThan(10_000);
    expect(ms).toBeLessThanOrEqual(graceMs);
    telegram.playground.clearFaults();
    await crew.start("worker");
    await untilServed();
    // What had no answer was sent again, for nobody can know that it came; and nothing else was.
    expect(account(telegram.sends, new Map()).unexplained).toEqual([]);
    expect(await whatIsWrong(stage, readers, due)).toEqual([]);
  },
);

it.skipIf(!hasRedisServer)(
  "a worker whose sends outlast the 20 s leaves them, and says so by status 1",
  async () => {
    stage = await openStage({ rate: 0, concurrency: 8, delivery: { sendTimeoutSeconds: 60 } });
    const { crew, telegram } = stage;
    telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: 120_000 } });
    const readers = await gather(12);
    const old = await crew.start("worker");
    await old.ready;
    const due = await begin(readers, 4);
    const { status, ms } = await crew.stop(old);
    console.log({ status, ms: Math.round(ms) });
    expect(status).toBe(1);
    expect(ms).toBeGreaterThan(19_000);
    expect(ms).toBeLessThanOrEqual(graceMs + 5_000);
    telegram.playground.clearFaults();
    await crew.start("worker");
    await untilServed();
    expect(account(telegram.sends, new Map()).unexplained).toEqual([]);
    expect(await whatIsWrong(stage, readers, due)).toEqual([]);
  },
);
