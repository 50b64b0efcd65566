// A whole `mujaz start` whose Redis goes away: /healthz and /readyz say so, commands answer «نعود بعد قليل» (back soon), and
// all is well again with Redis. Real processes, a real redis-server.
import { join } from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare, openChat } from "./chat.ts";
import { type Running, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const seconds = { timeout: 6_000, interval: 100 };

/** A Redis of its own and a `mujaz start` on it. */
async function open({ onTestFinished }: TestContext): Promise<{ redis: DurableRedis; mujaz: Running }> {
  const redis = await startDurableRedis();
  onTestFinished(() => redis.close());
  const dir = await tempDir();
  onTestFinished(() => dir.dispose());
  const url = redis.connect().options.path ?? "";
  const mujaz = await startMujaz({ REDIS_URL: url, DATA_DIR: join(dir.path, "data") });
  onTestFinished(() => mujaz.kill());
  return { redis, mujaz };
}

/** Status and body of a check. */
async function look(url: string): Promise<readonly unknown[]> {
  const response = await fetch(url);
  return [response.status, await response.json()];
}
const both = async ({ address }: Running) => ({
  health: await look(`${address}/healthz`),
  ready: await look(`${address}/readyz`),
});
const ok = expect.objectContaining({ ok: true });
const well = {
  health: [200, { status: "ok", redis: true }],
  ready: [200, { status: "ok", checks: { redis: ok, telegram: ok, clock: ok, queue: ok } }],
};
const unknown = { ok: false, why: "not known without Redis" };
const redisAway = { ok: false, why: "it does not answer" };
const away = {
  health: [200, { status: "waiting for redis", redis: false }],
  ready: [
    503,
    { status: "unavailable", checks: { redis: redisAway, telegram: ok, clock: unknown, queue: unknown } },
  ],
};

// Side by side: for the most part they wait for connections.
describe.skipIf(!hasRedisServer).concurrent("a process whose Redis is away", () => {
  it("says so within seconds, tells who asks, and answers again when it is back", async (context) => {
    const { expect } = context;
    const { redis, mujaz } = await open(context);
    const chat = openChat(mujaz.address);
    expect(await both(mujaz)).toEqual(well);
    expect(bare((await chat.ask("/settings")).text)).toMatch(/^الإعدادات/);
    await redis.kill();
    await expect.poll(() => both(mujaz), seconds).toEqual(away);
    expect(bare((await chat.ask("/settings")).text)).toBe("نعود بعد قليل. أعد المحاولة بعد دقيقة.");
    await redis.start();
    await expect.poll(() => both(mujaz), seconds).toEqual(well);
    expect(bare((await chat.ask("/settings")).text)).toMatch(/^الإعدادات/);
  });

  it("says so too where Redis hangs and keeps its connections", async (context) => {
    const { expect } = context;
    const { redis, mujaz } = await open(context);
    redis.freeze();
    await expect.poll(() => both(mujaz), seconds).toEqual(away);
    redis.thaw();
    await expect.poll(() => both(mujaz), seconds).toEqual(well);
  });
});
