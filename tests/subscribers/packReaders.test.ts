// A store of the first shape, as an earlier version left it, is read by this one.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAgenda } from "../../src/schedule/agenda.ts";
import { packOlder } from "../../src/subscribers/migrations/packReaders.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const hash = {
  chat: "-100200300",
  thread: "7",
  kind: "group",
  zone: "Africa/Cairo",
  times: '["07:00",{"at":"fajr","offsetMinutes":15}]',
  topics: '["economy","science"]',
  follow: '["الطاقة الشمسية"]', // solar power
  cursor: "418",
  carry: "[412,409]",
  since: "2026-11-24T05:00:00.000Z",
  lastSlot: "1768366800",
  sent: "3",
};

it("keeps every reader, its number, its slot and its counters, and leaves nothing of the old shape", async () => {
  const client = redis.connect();
  const old = "{older}:";
  await client.hset(`${old}reader:12`, hash);
  await client.hset(`${old}readers`, "-100200300/7", "12", "5", "13");
  await client.hset(`${old}reader:13`, { chat: "5", zone: "UTC", status: "inactive", reason: "visitor" });
  await client.set(`${old}reader:next`, 13);
  await client.zadd(`${old}due`, 1_768_453_200, "12");
  await client.hset(`${old}pend`, "12", "1768453200|1|418");

  expect(await packOlder(client, "older")).toBe(2);
  expect(await packOlder(client, "older")).toBe(0);

  const store = createSubscriberStore(client, "older");
  const agenda = createAgenda(client, "older", { store });
  expect(await store.byChat(-100_200_300, 7)).toMatchObject({
    number: 12,
    subscriber: {
      chat: -100_200_300,
      thread: 7,
      kind: "group",
      times: ["07:00", { at: "fajr", offsetMinutes: 15 }],
      topics: ["economy", "science"],
      follow: ["الطاقة الشمسية"],
      cursor: 418,
      carry: [412, 409],
      since: "2026-11-24T05:00:00.000Z",
    },
  });
  expect((await store.byChat(5, null))?.subscriber).toMatchObject({ status: "inactive", reason: "visitor" });
  expect(await agenda.pending(12)).toEqual({ slot: 1_768_453_200, parts: 1, upTo: 418 });
  expect(await client.hget("{older}:records", "12")).toMatch(/^N3$/m);
  expect((await client.keys("{older}:reader*")).sort()).toEqual(["{older}:reader:next"]);
  expect(await store.count()).toBe(2);
});

it("does not undo what was changed since another process packed the reader", async () => {
  const client = redis.connect();
  await client.hset("{twice}:readers", "5", "1");
  await client.hset("{twice}:reader:1", { chat: "5", zone: "UTC", items: "9" });
  await client.hset("{twice}:records", "1", "c5\nzUTC\ni3");
  await packOlder(client, "twice");
  expect((await createSubscriberStore(client, "twice").byNumber(1))?.items).toBe(3);
});

it("comes to the end of a store that is larger than what one scan looks through", async () => {
  const client = redis.connect();
  const many = 20_000;
  const filling = client.pipeline();
  for (let number = 1; number <= many; number += 1) {
    filling.hset(`{large}:reader:${number}`, { chat: String(number), zone: "UTC" });
    filling.hset("{large}:readers", String(number), String(number));
  }
  await filling.exec();
  expect(await packOlder(client, "large")).toBe(many);
  expect(await createSubscriberStore(client, "large").count()).toBe(many);
});
