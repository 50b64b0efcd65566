// Updates on their way in, on a real Redis: each is done once, a chat's in their order, whoever dies or stops in between.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { message, openProcess, tap } from "./crew.ts";

let redis: TestRedis;
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(() => redis.close());

const soon = { timeout: 20_000, interval: 5 };

/** Everything that is kept of open updates: nothing is left over once all are done. */
async function leftOver(): Promise<readonly string[]> {
  const keys = await redis.connect().keys("{mujaz}:updates:7:*");
  return keys.filter((key) => !/:(handled|lives):/.test(key));
}

describe("the intake of one process", () => {
  it("does an update once, however often it comes, and keeps nothing of it but its number", async () => {
    const { intake, begun, flow } = await openProcess(redis, { name: "a" });
    flow();
    for (let time = 0; time < 3; time += 1) expect(await intake.take(message(1, 50))).toBe("taken");
    await intake.idle();
    expect(await intake.take(message(1, 50))).toBe("taken");
    await intake.idle();
    expect(begun).toEqual([1]);
    expect(await leftOver()).toEqual([]);
  });

  it("remembers numbers of any size, and a day's are no more than a few pages", async () => {
    const { intake, begun, flow } = await openProcess(redis, { name: "a" });
    flow();
    const ids = [0, 65_535, 65_536, 2 ** 31, 2 ** 40 + 7];
    for (const id of [...ids, ...ids]) await intake.take(message(id, id));
    await intake.idle();
    expect(begun).toEqual(ids);
    const client = redis.connect();
    const pages = await client.keys("*:handled:*");
    expect(pages).toHaveLength(4);
    for (const page of pages) expect(await client.ttl(page)).toBeGreaterThan(86_400);
  });

  it("begins a chat's next update when the one before has ended, and another chat's at once", async () => {
    const { intake, begun, end, flow } = await openProcess(redis, { name: "a" });
    await Promise.all([1, 2, 3].map((id) => intake.take(message(id, 50))));
    await intake.take(message(4, 60));
    await expect.poll(() => begun, soon).toEqual([1, 4]);
    end(1);
    await expect.poll(() => begun, soon).toEqual([1, 4, 2]);
    flow();
    await intake.idle();
    expect(begun).toEqual([1, 4, 2, 3]);
  });

  it("answers a second tap on a button at once, and takes the next one when the first is done", async () => {
    const { intake, begun, spared, end, flow } = await openProcess(redis, { name: "a" });
    await intake.take(tap(1, 50, "topic:+health"));
    await intake.take(tap(2, 50, "topic:+health"));
    await intake.take(tap(3, 50, "topic:+sport"));
    expect(spared).toEqual(["query 2"]);
    end(1);
    await expect.poll(() => begun, soon).toEqual([1, 3]);
    flow();
    await intake.take(tap(4, 50, "topic:+health"));
    // That one was answered, so it is not done when Telegram sends it again.
    await intake.take(tap(2, 50, "topic:+health"));
    await intake.idle();
    expect(begun).toEqual([1, 3, 4]);
    expect(await leftOver()).toEqual([]);
  });

  it("goes on with another crew: a chat's next update waits for its own before it, and no chat for another's", async () => {
    const { intake, begun, end, flow } = await openProcess(redis, { name: "a" });
    const fresh: number[] = [];
    await intake.take(message(1, 50));
    await intake.take(message(2, 50));
    await expect.poll(() => begun, soon).toEqual([1]);
    intake.begin({
      handle: async ({ update_id: id }) => void fresh.push(id),
      regret: async () => undefined,
      spare: async () => undefined,
    });
    await intake.take(message(3, 60));
    await expect.poll(() => fresh, soon).toEqual([3]);
    end(1);
    await expect.poll(() => fresh, soon).toEqual([3, 2]);
    expect(begun).toEqual([1]);
    flow();
    await intake.idle();
    expect(await leftOver()).toEqual([]);
  });

  it("is done with an update whose work throws, and the chat goes on", async () => {
    const { intake, begun, logged } = await openProcess(redis, { name: "a", isIdle: true });
    intake.begin({
      handle(update) {
        begun.push(update.update_id);
        if (update.update_id === 1) throw new TypeError("at once");
        return update.update_id === 2 ? Promise.reject(new Error("later")) : Promise.resolve();
      },
      regret: async () => undefined,
      spare: async () => undefined,
    });
    for (const id of [1, 2, 3]) await intake.take(message(id, 50));
    await intake.idle();
    await intake.sweep();
    await intake.idle();
    expect(begun).toEqual([1, 2, 3]);
    expect(logged).toEqual(["update.failed", "update.failed"]);
    expect(await leftOver()).toEqual([]);
  });

  it("does no more at once than it may, and takes in no more than fits", async () => {
    const { intake, begun, flow } = await openProcess(redis, { name: "a", mostAtOnce: 2, mostOpen: 4 });
    for (const id of [1, 2, 3, 4]) expect(await intake.take(message(id, id))).toBe("taken");
    expect(await intake.take(message(5, 5))).toBe("full");
    await expect.poll(() => begun, soon).toEqual([1, 2]);
    flow();
    await intake.idle();
    expect(await intake.take(message(5, 5))).toBe("taken");
    await intake.idle();
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it("does each once while it sweeps all the time, and many come at once", async () => {
    const { intake, begun, flow } = await openProcess(redis, { name: "a" });
    flow();
    const count = 3_000;
    const taken: Promise<unknown>[] = [];
    for (let id = 1; id <= count; id += 1) {
      taken.push(intake.take(message(id, id % 700)));
      if (id % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
      void intake.sweep();
    }
    await Promise.all(taken);
    await intake.idle();
    expect(begun).toHaveLength(count);
    expect(new Set(begun).size).toBe(count);
  });

  it("ends what it has begun at a stop, and leaves the rest to the next process, in its order", async () => {
    const first = await openProcess(redis, { name: "a", mostAtOnce: 1 });
    for (const [id, chat] of [
      [1, 50],
      [2, 50],
      [3, 60],
    ] as const)
      await first.intake.take(message(id, chat));
    await expect.poll(() => first.begun, soon).toEqual([1]);
    const closed = first.intake.close();
    first.end(1);
    await closed;
    // The server still listens for a moment.
    expect(await first.intake.take(message(4, 60))).toBe("taken");
    expect(first.begun).toEqual([1]);

    const next = await openProcess(redis, { name: "b" });
    next.flow();
    await next.intake.sweep();
    await next.intake.idle();
    expect(next.begun.toSorted((one, other) => one - other)).toEqual([2, 3, 4]);
    expect(next.begun.indexOf(3)).toBeLessThan(next.begun.indexOf(4));
    expect(await leftOver()).toEqual([]);
  });

  it("says at its end that something has not ended, which is done again", async () => {
    const first = await openProcess(redis, { name: "a", graceMs: 10 });
    await first.intake.take(message(1, 50));
    await expect.poll(() => first.begun, soon).toEqual([1]);
    await expect(first.intake.close()).rejects.toThrow("1 chats are not done with");
  });

  it("stores what comes before it can work, and does it then", async () => {
    const { intake, begun, flow } = await openProcess(redis, { name: "a", isIdle: true });
    expect(await intake.take(message(1, 50))).toBe("taken");
    expect(await intake.take(message(2, 50))).toBe("taken");
    flow();
    await intake.sweep();
    await intake.idle();
    expect(begun).toEqual([1, 2]);
  });
});

describe.skipIf(!hasRedisServer)("an outage of Redis", () => {
  it("that ends with a refusal does not lose what polling has confirmed: it is stored once Redis takes it", async () => {
    const durable = await startDurableRedis();
    const mujaz = await openProcess(durable, { name: "a" });
    mujaz.flow();
    // Of another kind than what is to be written there: over the restart too.
    const blocked = "{mujaz}:updates:7:open";
    const client = durable.connect();
    await client.set(blocked, "x");
    await durable.kill();
    await expect.poll(() => client.status, soon).not.toBe("ready");
    expect(await mujaz.intake.take(message(1, 50), { isLast: true })).toBe("away");
    await durable.start();
    await expect.poll(() => mujaz.logged, soon).toContain("update.not-stored");
    expect(mujaz.begun).toEqual([]);
    await client.del(blocked);
    await expect.poll(() => mujaz.begun, soon).toEqual([1]);
    await mujaz.intake.close();
    await durable.close();
  });
});

describe("the intake of several processes", () => {
  it("keeps a chat's order over them: whoever has begun with a chat does its next updates too", async () => {
    const [a, b] = [await openProcess(redis, { name: "a" }), await openProcess(redis, { name: "b" })];
    await a.intake.take(message(1, 50));
    await b.intake.take(message(2, 50));
    await b.intake.take(message(1, 50));
    await b.intake.take(message(3, 60));
    await expect.poll(() => [a.begun, b.begun], soon).toEqual([[1], [3]]);
    a.end(1);
    await expect.poll(() => a.begun, soon).toEqual([1, 2]);
    a.end(2);
    await a.intake.idle();
    // Nobody is at it now.
    await b.intake.take(message(4, 50));
    await expect.poll(() => b.begun, soon).toEqual([3, 4]);
  });

  it("knows a second tap that came to another process", async () => {
    const [a, b] = [await openProcess(redis, { name: "a" }), await openProcess(redis, { name: "b" })];
    await a.intake.take(tap(1, 50, "topic:+health"));
    await b.intake.take(tap(2, 50, "topic:+health"));
    expect(b.spared).toEqual(["query 2"]);
  });

  it("takes over what a killed process has begun and what it had not come to, once it is sure", async () => {
    const [a, b] = [await openProcess(redis, { name: "a" }), await openProcess(redis, { name: "b" })];
    b.flow();
    await a.intake.sweep();
    await a.intake.take(message(1, 50));
    await a.intake.take(message(2, 50));
    await b.sweepTimes(6);
    expect(b.begun).toEqual([]);
    await a.die();
    // What comes meanwhile keeps its place.
    await b.intake.take(message(3, 50));
    await b.sweepTimes(4);
    expect(b.begun).toEqual([]);
    await b.sweepTimes(1);
    await b.intake.idle();
    expect(b.begun).toEqual([1, 2, 3]);
    expect(await leftOver()).toEqual([]);
  });

  it("gives an update up over which one process after the other has died, and goes on with the next", async () => {
    let dying = await openProcess(redis, { name: "p0" });
    await dying.intake.take(message(1, 50));
    await dying.intake.take(message(2, 50));
    for (let time = 1; time <= 5; time += 1) {
      await expect.poll(() => dying.begun, soon).toEqual([1]);
      await dying.die();
      const next = await openProcess(redis, { name: `p${time}` });
      if (time === 5) next.flow();
      await next.sweepTimes(6);
      dying = next;
    }
    await dying.intake.idle();
    expect(dying.begun).toEqual([2]);
    expect(dying.logged).toEqual(["update.given-up"]);
    expect(await leftOver()).toEqual([]);
  });

  it("keeps the updates of two bots apart", async () => {
    const one = await openProcess(redis, { name: "a", bot: "7" });
    const other = await openProcess(redis, { name: "a", bot: "8" });
    one.flow();
    other.flow();
    await one.intake.take(message(1, 50));
    await other.intake.take(message(1, 50));
    await Promise.all([one.intake.idle(), other.intake.idle()]);
    expect([one.begun, other.begun]).toEqual([[1], [1]]);
  });
});
