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

/** Stops a worker whose sends Telegram takes so long for, once so many are open; the next worker serves what it left. */
async function stopWhileSending(takesMs: number, readers: number, open: number, timeoutSeconds?: number) {
  const delivery = timeoutSeconds === undefined ? {} : { sendTimeoutSeconds: timeoutSeconds };
  stage = await openStage({ rate: 0, concurrency: 8, delivery });
  const { crew, telegram } = stage;
  telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: takesMs } });
  const all = await gather(readers);
  const old = await crew.start("worker");
  await old.ready;
  const due = await begin(all, open);
  const { status, ms } = await crew.stop(old);
  const sent = telegram.sends.length;
  console.log({ status, ms: Math.round(ms), sent });
  return {
    status,
    ms,
    sent,
    async servedByNext() {
      await crew.start("worker");
      await untilServed();
      expect(await whatIsWrong(stage, all, due)).toEqual([]);
      return account(telegram.sends, new Map());
    },
  };
}

it.skipIf(!hasRedisServer)(
  "a worker that stops waits for its sends in flight, though Telegram takes 5 s for each",
  async () => {
    const { status, ms, sent, servedByNext } = await stopWhileSending(5_000, 40, 8);
    expect(status).toBe(0);
    expect(ms).toBeLessThanOrEqual(graceMs);
    // One or two of the eight are for readers who cannot be reached: refused, and no messages.
    expect(sent).toBeGreaterThanOrEqual(6);
    expect(await servedByNext()).toMatchObject({ repeats: 0, mayRepeat: 0 });
  },
);

it.skipIf(!hasRedisServer)(
  "a worker that stops while Telegram answers nothing gives its sends up after 15 s, and ends in time",
  async () => {
    const { status, ms, servedByNext } = await stopWhileSending(120_000, 12, 4);
    expect(status).toBe(0);
    expect(ms).toBeGreaterThan(10_000);
    expect(ms).toBeLessThanOrEqual(graceMs);
    stage.telegram.playground.clearFaults();
    // What had no answer was sent again, for nobody can know that it came; and nothing else was.
    expect((await servedByNext()).unexplained).toEqual([]);
  },
);

it.skipIf(!hasRedisServer)(
  "a worker whose sends outlast the 20 s leaves them, and says so by status 1",
  async () => {
    const { status, ms, servedByNext } = await stopWhileSending(120_000, 12, 4, 60);
    expect(status).toBe(1);
    expect(ms).toBeGreaterThan(19_000);
    expect(ms).toBeLessThanOrEqual(graceMs + 5_000);
    stage.telegram.playground.clearFaults();
    expect((await servedByNext()).unexplained).toEqual([]);
  },
);
