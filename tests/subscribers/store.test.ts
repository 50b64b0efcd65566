// The store of readers: one number a chat, whoever asks first, and every reader once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSubscriber } from "../../src/subscribers/defaults.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let stores = 0;
const openStore = () => {
  stores += 1;
  return createSubscriberStore(redis.connect(), `store${stores}`);
};

function visitor(chat: number, thread: number | null = null): Subscriber {
  const now = new Date("2026-11-24T05:00:00Z");
  const settings = {
    locale: "ar",
    zone: "Africa/Cairo",
    times: ["07:00"],
    items: 5,
    length: "standard",
  } as const;
  return newSubscriber({ chat, thread, kind: "private", ...settings, now });
}

describe("a store of readers", () => {
  it("knows nobody at first", async () => {
    const store = openStore();
    expect(await store.numberOf(1001, null)).toBeUndefined();
    expect(await store.byChat(1001, null)).toBeUndefined();
    expect(await store.byNumber(1)).toBeUndefined();
    expect(await store.count()).toBe(0);
  });

  it("gives a chat a number once, and then knows it by both", async () => {
    const store = openStore();
    const first = await store.ensure(visitor(1001));
    expect(first).toEqual({ number: first.number, subscriber: visitor(1001), isNew: true });
    const again = await store.ensure({ ...visitor(1001), items: 9 });
    expect(again).toEqual({ ...first, isNew: false });
    expect(await store.numberOf(1001, null)).toBe(first.number);
    expect(await store.byNumber(first.number)).toEqual(visitor(1001));
    expect(await store.byChat(1001, null)).toEqual({ number: first.number, subscriber: visitor(1001) });
    expect(await store.count()).toBe(1);
  });

  it("takes the topics of a forum and the forum itself for different readers", async () => {
    const store = openStore();
    const places = [visitor(-100, null), visitor(-100, 1), visitor(-100, 2), visitor(-1001, null)];
    const numbers = new Set<number>();
    for (const place of places) numbers.add((await store.ensure(place)).number);
    expect(numbers.size).toBe(places.length);
    expect((await store.byChat(-100, 2))?.subscriber.thread).toBe(2);
  });

  it("gives one number to a chat that several processes meet at the same moment", async () => {
    stores += 1;
    const processes = Array.from({ length: 6 }, () =>
      createSubscriberStore(redis.connect(), `store${stores}`),
    );
    const met = await Promise.all(processes.map((store) => store.ensure(visitor(1001))));
    expect(new Set(met.map(({ number }) => number)).size).toBe(1);
    expect(met.filter(({ isNew }) => isNew).length).toBe(1);
    expect(await processes[0]?.count()).toBe(1);
  });

  it("makes the record anew for a known chat whose record is lost", async () => {
    const client = redis.connect();
    const store = createSubscriberStore(client, "lost");
    const { number } = await store.ensure(visitor(1001));
    await client.hdel("{lost}:records", String(number));
    expect(await store.ensure(visitor(1001))).toEqual({ number, subscriber: visitor(1001), isNew: false });
    expect(await store.byNumber(number)).toEqual(visitor(1001));
  });

  it("streams every reader once", async () => {
    const store = openStore();
    // The in-process server grows slower with every reader.
    const chats = Array.from({ length: redis.isReal ? 3000 : 800 }, (_, index) => index + 1);
    await Promise.all(chats.map((chat) => store.ensure(visitor(chat))));
    const seen: number[] = [];
    for await (const { number, subscriber } of store.all()) {
      seen.push(subscriber.chat);
      if (seen.length === 1) expect(await store.numberOf(subscriber.chat, null)).toBe(number);
    }
    expect(seen.sort((a, b) => a - b)).toEqual(chats);
  });

  it("keeps what belongs to different prefixes apart, and every key under the prefix's hash tag", async () => {
    const client = redis.connect();
    const [left, right] = [createSubscriberStore(client, "left"), createSubscriberStore(client, "right")];
    await left.ensure(visitor(1));
    expect(await right.count()).toBe(0);
    const keys = (await client.keys("*left*")).sort();
    expect(keys).toEqual(["{left}:chats:1", "{left}:reader:next", "{left}:records"]);
  });
});
