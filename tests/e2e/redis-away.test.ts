// A whole `mujaz start` whose Redis goes away: /healthz and /readyz say so, commands answer «نعود بعد قليل» (back soon), and
// all is well again with Redis. Real processes, a real redis-server.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare, openChat } from "./chat.ts";
import { type Running, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const seconds = { timeout: 6_000, interval: 100 };

describe.skipIf(!hasRedisServer)("a process whose Redis is away", () => {
  let redis: DurableRedis;
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let mujaz: Running;
  beforeEach(async () => {
    redis = await startDurableRedis();
    dir = await tempDir();
    mujaz = await startMujaz({
      REDIS_URL: redis.connect().options.path ?? "",
      DATA_DIR: join(dir.path, "data"),
    });
  }, 60_000);
  afterEach(async () => {
    await mujaz.kill();
    await redis.close();
    await dir.dispose();
  });

  /** Status and body of a check. */
  async function look(path: string): Promise<readonly unknown[]> {
    const response = await fetch(`${mujaz.address}${path}`);
    return [response.status, await response.json()];
  }
  const both = async () => ({ health: await look("/healthz"), ready: await look("/readyz") });
  const well = {
    health: [200, { status: "ok", redis: true }],
    ready: [200, { status: "ok", redis: true }],
  };
  const away = {
    health: [200, { status: "waiting for redis", redis: false }],
    ready: [503, { status: "unavailable", redis: false }],
  };

  it("says so within seconds, tells who asks, and answers again when it is back", async () => {
    const chat = openChat(mujaz.address);
    expect(await both()).toEqual(well);
    expect(bare((await chat.ask("/settings")).text)).toMatch(/^الإعدادات/);
    await redis.kill();
    await expect.poll(both, seconds).toEqual(away);
    expect(bare((await chat.ask("/settings")).text)).toBe("نعود بعد قليل. أعد المحاولة بعد دقيقة.");
    await redis.start();
    await expect.poll(both, seconds).toEqual(well);
    expect(bare((await chat.ask("/settings")).text)).toMatch(/^الإعدادات/);
  });

  it("says so too where Redis hangs and keeps its connections", async () => {
    redis.hang();
    await expect.poll(both, seconds).toEqual(away);
    redis.goOn();
    await expect.poll(both, seconds).toEqual(well);
  });
});
