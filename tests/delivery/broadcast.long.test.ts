// A broadcast by real processes on a Redis with an append-only file, while they are killed one after another.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { createAgenda } from "../../src/schedule/agenda.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { reader } from "../schedule/desk.ts";
import { type Arrivals, listenForArrivals, mostWithin } from "./arrivals.ts";

interface Broadcast {
  readonly telegram: Arrivals;
  readonly start: (name: string) => Promise<Running>;
  /** SIGKILL and a new server on the same file. */
  readonly killRedis: () => Promise<void>;
}

const token = `7${"0".repeat(8)}:${"Broadcast-token-0123456789-abcdefgh"}`;

/** Readers who are all due at once are served under `trouble`; gives what arrived and what was open at the kills. */
async function broadcast(
  { readers, rate }: { readonly readers: number; readonly rate: number },
  trouble: (on: Broadcast) => Promise<number>,
): Promise<{ repeats: number; missing: number; most: number; openAtKills: number; tookMs: number }> {
  const dir = await tempDir();
  const path = join(dir.path, "redis.sock");
  const telegram = await listenForArrivals(60);
  let server = await startServer(dir.path, path);
  const running: Running[] = [];
  const start = async (name: string): Promise<Running> => {
    const env = { REDIS_URL: path, BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root };
    const port = String(await freePort());
    const one = await startMujaz({ ...env, SEND_RATE: String(rate), PORT: port, DATA_DIR: dir.path }, [name]);
    running.push(one);
    return one;
  };
  const client = new Redis({ path, maxRetriesPerRequest: null });
  client.on("error", () => {});
  const agenda = createAgenda(client, "mujaz", { store: createSubscriberStore(client, "mujaz") });
  const now = new Date();
  const chats = Array.from({ length: readers }, (_, index) => 5_000_000 + index);
  const members = await Promise.all(chats.map((chat) => agenda.upsert(reader(chat), now)));
  const slot = Math.floor(now.getTime() / 1000) - 5;
  const pairs = members.flatMap((member) => [slot, String(member)]);
  await client.zadd("{mujaz}:due", ...pairs);
  const begunMs = performance.now();
  const openAtKills = await trouble({
    telegram,
    start,
    async killRedis() {
      await end(server);
      server = await startServer(dir.path, path);
    },
  });
  const hasEnded = async (): Promise<boolean> =>
    (await client.hget("{mujaz}:outcomes", "sent")) === String(readers);
  await expect.poll(hasEnded, { timeout: 240_000, interval: 200 }).toBe(true);
  const tookMs = performance.now() - begunMs;
  expect(await client.hlen("{mujaz}:pend")).toBe(0);
  for (const one of running) await one.stop();
  client.disconnect();
  await end(server);
  await telegram.close();
  await dir.dispose();
  const counts = new Map<number, number>();
  for (const { chat } of telegram.all) counts.set(chat, (counts.get(chat) ?? 0) + 1);
  return {
    repeats: telegram.all.length - counts.size,
    missing: chats.filter((chat) => !counts.has(chat)).length,
    most: mostWithin(telegram.all, 1000),
    openAtKills,
    tookMs: Math.round(tookMs),
  };
}

async function startServer(dir: string, path: string): Promise<ChildProcess> {
  const settings = ["--port", "0", "--unixsocket", path, "--dir", dir, "--save", ""];
  const child = spawn("redis-server", [...settings, "--appendonly", "yes"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", reject);
    child.stdout.on("data", (chunk: Buffer) => {
      if (/ready to accept connections/i.test(String(chunk))) resolve();
    });
  });
  return child;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

const until = async (telegram: Arrivals, sent: number): Promise<void> => {
  while (telegram.all.length < sent) await sleep(5);
};

it.skipIf(!hasRedisServer)(
  "two workers at 30 a second: each once, never more than 30 in a second",
  async () => {
    const figures = await broadcast({ readers: 901, rate: 30 }, async ({ start }) => {
      await Promise.all(["clock", "worker", "worker"].map(start));
      return 0;
    });
    console.log(figures);
    expect(figures).toMatchObject({ repeats: 0, missing: 0 });
    expect(figures.most).toBeLessThanOrEqual(30);
  },
);

it.skipIf(!hasRedisServer)(
  "kill -9 of workers, the clock and Redis: nothing is lost, only open requests repeat",
  async () => {
    const figures = await broadcast({ readers: 9_001, rate: 300 }, async ({ start, telegram, killRedis }) => {
      let [clock, one, two] = await Promise.all([start("clock"), start("worker"), start("worker")]);
      let open = 0;
      await until(telegram, 500);
      open += telegram.open();
      await one.kill();
      one = await start("worker");
      await until(telegram, 2_000);
      await clock.kill();
      await until(telegram, 3_000);
      await killRedis();
      clock = await start("clock");
      await until(telegram, 5_000);
      open += telegram.open();
      await Promise.all([one.kill(), two.kill(), clock.kill()]);
      await killRedis();
      [clock, one, two] = await Promise.all([start("clock"), start("worker"), start("worker")]);
      return open;
    });
    console.log(figures);
    expect(figures.missing).toBe(0);
    expect(figures.repeats).toBeLessThanOrEqual(figures.openAtKills);
    expect(figures.most).toBeLessThanOrEqual(300);
  },
);

it.skipIf(!hasRedisServer)(
  "SIGTERM in the middle: what is in flight ends, the rest waits, nothing repeats",
  async () => {
    const figures = await broadcast({ readers: 1_501, rate: 200 }, async ({ start, telegram }) => {
      const running = await Promise.all([start("clock"), start("worker"), start("worker")]);
      await until(telegram, 400);
      const statuses = await Promise.all(running.map((one) => one.stop()));
      expect(statuses).toEqual([0, 0, 0]);
      expect(telegram.all.length).toBeLessThan(1_501);
      expect(telegram.open()).toBe(0);
      await Promise.all([start("clock"), start("worker"), start("worker")]);
      return 0;
    });
    console.log(figures);
    expect(figures).toMatchObject({ missing: 0, repeats: 0 });
  },
);
