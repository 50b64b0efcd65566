// Long polling under its lease, on a real Redis and the playground: what ends it, and what it outlives.
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { pollWhileHeld } from "../../src/processes/updates.ts";
import { announceWebhook, createLook } from "../../src/processes/webhook.ts";
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

describe("the webhook at Telegram", () => {
  const place = { url: "https://bot.example.org/hook", secret: "webhook-secret" };
  const bot = () => createTelegraf(test.house.config.env);
  const announce = (drop = false): Promise<void> =>
    announceWebhook(bot(), place, { log: test.house.log, signal: new AbortController().signal, drop });
  const events = (): string[] => test.logged.splice(0).map(({ event }) => event);

  it("takes the place of one at another address, and says so", async () => {
    await bot().telegram.setWebhook("https://old.example.net/secret-path");
    test.logged.splice(0);
    await announce();
    expect(await bot().telegram.getWebhookInfo()).toMatchObject({ url: place.url });
    expect(test.logged).toMatchObject([{ event: "webhook.replaced", host: "old.example.net" }]);
    expect(JSON.stringify(test.logged)).not.toContain("secret-path");
    test.logged.splice(0);
    await announce();
    expect(events()).toEqual([]);
  });

  it("throws away what waits only where that was chosen", async () => {
    await bot().telegram.deleteWebhook();
    test.playground.say(1, "before the start");
    await announce();
    expect((await bot().telegram.getWebhookInfo()).pending_update_count).toBeGreaterThan(0);
    await announce(true);
    expect((await bot().telegram.getWebhookInfo()).pending_update_count).toBe(0);
  });

  it("is set again where another program has removed it, and that is explained", async () => {
    await announce();
    const look = createLook(bot(), place, test.house.log);
    await look();
    expect(events()).toEqual([]);
    await bot().telegram.deleteWebhook();
    await look();
    expect(test.logged).toMatchObject([{ event: "webhook.lost", mend: expect.stringContaining("end it") }]);
    expect(await bot().telegram.getWebhookInfo()).toMatchObject({ url: place.url });
    test.logged.splice(0);
  });

  it("goes when this bot polls, and what waited there comes by polling", async () => {
    await announce();
    test.playground.say(1, "sent to the webhook");
    void poll();
    await isHeard("sent to the webhook");
    expect((await bot().telegram.getWebhookInfo()).url).toBe("");
    expect(events()).toContain("webhook.removed");
  });

  it("that another program sets while this bot polls is explained", async () => {
    void poll();
    await expect.poll(() => test.house.main.exists(lease)).toBe(1);
    test.playground.say(1, "polling has begun");
    await isHeard("polling has begun");
    test.logged.splice(0);
    await bot().telegram.setWebhook("https://other.example.net/");
    test.playground.say(1, "ends the open request");
    const told = () => test.logged.find(({ event }) => event === "poll.conflict")?.["mend"];
    await expect.poll(told, { timeout: 20_000 }).toContain("A webhook was set for this token");
  });
});

describe("another poller with the same token", () => {
  it("is noticed and explained", async () => {
    await createTelegraf(test.house.config.env).telegram.deleteWebhook();
    void poll();
    test.playground.say(1, "we poll");
    await isHeard("we poll");
    test.logged.splice(0);
    const other = createTelegraf(test.house.config.env);
    const told = () => test.logged.find(({ event }) => event === "poll.conflict")?.["mend"];
    await expect
      .poll(
        async () => {
          await other.telegram.getUpdates(0, 1, 0, undefined).catch(() => undefined);
          return told();
        },
        { timeout: 20_000 },
      )
      .toContain("Another program polls with this token");
  });
});
