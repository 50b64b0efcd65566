// A worker whose locks ended while Redis stood still sends nothing of what another worker has by then.
import { afterAll, describe, expect, it } from "vitest";
import { createAlertQueue } from "../../src/delivery/alert-queue.ts";
import { createHeld } from "../../src/delivery/held.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { startAlerts } from "../../src/processes/alerts.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

const open: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const stopMs = 6_000;
const outageMs = 1_500;
const sendMs = 300;

describe
  .skipIf(!hasRedisServer)
  .concurrent("two workers, and a Redis that stands still for longer than their locks last", () => {
    it("whoever has a wave, or a slot with a job of its own, then sends it, and the other does not", async ({
      expect,
    }) => {
      const redis = await startDurableRedis();
      const test = await openTestHouse({ SEND_RATE: "0" }, { ...redis, isReal: false });
      open.push(() => redis.close());
      open.push(() => test.close());
      const { house } = test;
      const queue = createQueue(redis.connect(), { prefix: "mujaz", attempts: 3 });
      open.push(() => queue.close());
      const chats = [5001, 5002, 5003, 5004];
      const slot = Math.floor(Date.now() / 60_000) * 60;
      for (const chat of chats) {
        const member = await test.addReader(chat, { cursor: 0, items: 1 });
        await house.main.zadd("{mujaz}:due", slot, String(member));
      }
      const sent: number[] = [];
      const outbox = {
        async send({ chat }: { readonly chat: number }) {
          sent.push(chat);
          await new Promise((resolve) => setTimeout(resolve, sendMs));
          return { kind: "sent" as const, messageId: sent.length };
        },
      };
      // Until this ends everybody waits for the turn to send; then all go at once.
      await house.main.set("{mujaz}:pace:stop", "1", "PX", stopMs);
      const claims = await house.agenda.claim({ now: null, limit: 10, leaseSeconds: 60, wave: 10 });
      const alone = claims.slice(0, 1).map(({ member }) => ({ member, slot }));
      await house.agenda.alone(alone);
      await queue.add([...alone, ...claims.slice(1)]);

      const locks = async (): Promise<readonly (string | null)[]> => {
        const ids = await house.main.lrange("{mujaz}:jobs:digests:active", 0, -1);
        return Promise.all(ids.map((id) => house.main.get(`{mujaz}:jobs:digests:${id}:lock`)));
      };
      const first = startWorker(house, { outbox, lockMs: 600 });
      open.push(() => first.close());
      await expect.poll(locks, { timeout: 5_000 }).toHaveLength(2);
      const firsts = new Set(await locks());
      const second = startWorker(house, { outbox, lockMs: 600 });
      open.push(() => second.close());
      redis.freeze();
      await new Promise((resolve) => setTimeout(resolve, outageMs));
      redis.thaw();
      // All four are under way anew, each under a job of its own, while the first ones still wait for their turn.
      const areAnew = async (): Promise<boolean> => {
        const now = await locks();
        return now.length === chats.length && now.every((lock) => lock !== null && !firsts.has(lock));
      };
      await expect.poll(areAnew, { timeout: stopMs }).toBe(true);
      expect(await house.main.pttl("{mujaz}:pace:stop")).toBeGreaterThan(0);

      await expect.poll(() => house.agenda.outcomes(), { timeout: 20_000 }).toEqual({ sent: chats.length });
      await expect.poll(() => queue.unfinished(), { timeout: 10_000 }).toBe(0);
      expect(sent.toSorted()).toEqual(chats);
    }, 60_000);

    it("whoever has an alert then sends it, and the other does not", async ({ expect }) => {
      const redis = await startDurableRedis();
      const test = await openTestHouse({ SEND_RATE: "0" }, { ...redis, isReal: false });
      open.push(() => redis.close());
      open.push(() => test.close());
      const { main, articles } = test.house;
      const queue = createAlertQueue(redis.connect(), "mujaz");
      open.push(() => queue.close());
      const phrase = "حديقة النباتات"; // The garden of plants.
      const cursor = await articles.maxNumber();
      const member = await test.addReader(1005, { alerts: true, cursor, follow: [phrase] });
      const draft = draftOf("held", { title: phrase, published: new Date().toISOString() });
      const { number: article } = await articles.put(draft, { ...optionsOf(draft), fetched: new Date() });
      const lock = (): Promise<string | null> => main.get(`{mujaz}:jobs:alerts:${article}_${member}:lock`);

      await main.set("{mujaz}:pace:stop", "1", "PX", stopMs);
      await queue.add([{ member, article }]);
      const first = startAlerts(test.house, { lockMs: 600 });
      open.push(() => first.close());
      await expect.poll(lock, { timeout: 5_000 }).not.toBeNull();
      const before = await lock();
      const second = startAlerts(test.house, { lockMs: 600 });
      open.push(() => second.close());
      redis.freeze();
      await new Promise((resolve) => setTimeout(resolve, outageMs));
      redis.thaw();
      const isAnew = async (): Promise<boolean> => ![before, null].includes(await lock());
      await expect.poll(isAnew, { timeout: stopMs }).toBe(true);
      expect(await main.pttl("{mujaz}:pace:stop")).toBeGreaterThan(0);

      await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
      expect(test.playground.transcript(5).filter(({ from }) => from === "bot")).toHaveLength(1);
    }, 60_000);
  });

describe("a lock", () => {
  it("is held from its beginning, and from each renewal, until a little before its end", () => {
    let nowMs = 1_000;
    const held = createHeld(8_000, () => nowMs);
    const turn = held.begin("a");
    nowMs += 6_999;
    expect(turn.isOurs()).toBe(true);
    held.renew(["a", "b"]);
    nowMs += 6_999;
    expect(turn.isOurs()).toBe(true);
    nowMs += 1;
    expect(turn.isOurs()).toBe(false);
    held.renew(["a"]);
    expect(turn.isOurs()).toBe(true);
    turn.end();
    expect(turn.isOurs()).toBe(false);
  });

  it("that was lost and is taken anew in the same process is the later turn's alone", () => {
    const held = createHeld(8_000, () => 0);
    const [lost, taken] = [held.begin("a"), held.begin("a")];
    held.renew(["a"]);
    expect([lost.isOurs(), taken.isOurs()]).toEqual([false, true]);
    lost.end();
    expect(taken.isOurs()).toBe(true);
  });
});
