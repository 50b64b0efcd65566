// Long polling under its lease, on a real Redis and the playground: what ends it, and what it outlives.
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { pollWhileHeld } from "../../src/processes/updates.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let stopper = new AbortController();
let polling: Promise<void> = Promise.resolve();
let heard: string[] = [];

beforeAll(async () => {
  test = await openTestHouse();
});
afterEach(async () => {
  stopper.abort();
  await polling.catch(() => undefined);
  test.playground.clearFaults();
});
afterAll(() => test.close());

function poll(): Promise<void> {
  stopper = new AbortController();
  heard = [];
  const hear = async (updates: readonly object[]): Promise<boolean> => {
    for (const update of updates) heard.push(JSON.stringify(update));
    return true;
  };
  polling = pollWhileHeld(test.house, createTelegraf(test.house.config.env), hear, stopper.signal);
  return polling;
}

const isHeard = (text: string) =>
  expect.poll(() => heard.some((update) => update.includes(text)), { timeout: 20_000 }).toBe(true);

const lease = "{mujaz}:lease:poll";

describe("polling", () => {
  it.each(["getUpdates", "deleteWebhook"])(
    "ends, and gives its lease back, when %s says that the token was revoked",
    async (method) => {
      test.playground.fail({
        method,
        times: 1,
        kind: { type: "error", code: 401, description: "Unauthorized" },
      });
      await poll();
      expect(await test.house.main.exists(lease)).toBe(0);
    },
  );

  it("holds its lease while Telegram does not answer the first call", async () => {
    const kind = { type: "error", code: 502, description: "Bad Gateway" } as const;
    test.playground.fail({ method: "deleteWebhook", times: 1_000, kind });
    void poll();
    await expect.poll(() => test.house.main.get(lease)).not.toBeNull();
    const holder = await test.house.main.get(lease);
    // What a renewal makes longer again: the lease would otherwise be over long before Telegram is back.
    await test.house.main.pexpire(lease, 5_000);
    await expect.poll(() => test.house.main.pttl(lease), { timeout: 10_000 }).toBeGreaterThan(5_000);
    expect(await test.house.main.get(lease)).toBe(holder);
  });

  it.skipIf(!hasRedisServer)("outlives a Redis that refuses to write for a while", async () => {
    const main: Redis = test.house.main;
    await main.config("SET", "maxmemory", "1");
    void poll().catch(() => undefined);
    await expect.poll(() => main.info("errorstats")).toContain("errorstat_OOM");
    await main.config("SET", "maxmemory", "0");
    test.playground.say(1, "after the outage");
    await isHeard("after the outage");
  });
});
