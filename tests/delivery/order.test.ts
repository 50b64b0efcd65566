// Who arrives before whom when more waits than the rate lets go: the real workers of digests, broadcasts and alerts, the real pace.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createAlertQueue } from "../../src/delivery/alert-queue.ts";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { startAlerts } from "../../src/processes/alerts.ts";
import { createBroadcasts } from "../../src/processes/broadcasts.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { openPost, type Post } from "./post.ts";

/** Who is held looks again after so long; as long is the time from a job's beginning to the line of those who wait. */
const holdMicros = 4_000_000;

const [first, digests, alerts] = [5_000_000, 12, 4];
/** Two that go one after the other may arrive the other way round. */
const overtaken = 1;

const words = "صيانة قصيرة الليلة"; // A short maintenance tonight.

let post: Post;
/** What arrived, as what it is. */
let arrivals: ("alert" | "digest" | "broadcast")[];
const open: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  post = await openPost({ sendRate: 30, attempts: 3 });
  arrivals = [];
  const { playground } = post.test;
  playground.addCrowd({ first, count: 500 });
  playground.onCall(({ method, params, isDone }) => {
    // What the operator is told of a broadcast is none.
    if (method !== "sendMessage" || !isDone || Number(params["chat_id"]) < first) return;
    const text = String(params["text"]);
    arrivals.push(text.startsWith("<b>تنبيه") ? "alert" : text === words ? "broadcast" : "digest");
  });
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await post.close();
});

const before = (kind: string, other: string): number =>
  arrivals.slice(0, arrivals.lastIndexOf(other as never)).filter((each) => each === kind).length;

/** Nobody's turn comes while `act` goes on, as if the messages of the next moment were booked already. */
async function whileHeld(act: () => Promise<void>): Promise<void> {
  const { main } = post.test.house;
  // Of one question: who asks for a turn after a standstill of Redis comes behind it.
  const book = (): Promise<unknown> => main.eval(bookAhead, 1, "{mujaz}:pace:ring", holdMicros);
  let isHeld = true;
  await book();
  const holding = (async () => {
    for (; isHeld; await book()) await sleep(50);
  })();
  try {
    await act();
  } finally {
    isHeld = false;
    await holding;
  }
}
const bookAhead = `
  local now = redis.call("TIME")
  return redis.call("HSET", KEYS[1], "last", string.format("%.0f", now[1] * 1e6 + now[2] + ARGV[1]))`;
const isTrue = (check: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(check, { timeout: 20_000 }).toBe(true);

const active = (queue: string): Promise<number> => post.test.house.main.llen(`{mujaz}:jobs:${queue}:active`);

/** Readers who are due at once, claimed and in the queue; so many share a job. */
async function queueDigests(wave: number): Promise<void> {
  const { agenda } = post.test.house;
  const chats = Array.from({ length: digests }, (_, index) => first + index);
  const members = await Promise.all(chats.map((chat) => post.test.addReader(chat)));
  const now = await post.dueAt(members[0] ?? 0);
  await post.queue.add(await agenda.claim({ now, limit: digests, leaseSeconds: 600, wave }));
}

it("an alert goes before the digests that wait already", async () => {
  const { house } = post.test;
  const phrase = "حديقة النباتات"; // The garden of plants.
  const settings = { alerts: true, follow: [phrase], cursor: await house.articles.maxNumber() };
  const followers = await Promise.all(
    Array.from({ length: alerts }, (_, index) => post.test.addReader(first + 100 + index, settings)),
  );
  // Their own digests are another day's.
  for (const member of followers) await house.main.zadd("{mujaz}:due", 4e9, String(member));
  await queueDigests(1);
  const draft = draftOf("order", { title: phrase, published: new Date().toISOString() });
  const { number: article } = await house.articles.put(draft, { ...optionsOf(draft), fetched: new Date() });
  const queue = createAlertQueue(house.redis.connect("alerts"), "mujaz");
  open.push(() => queue.close());
  await whileHeld(async () => {
    // Three workers that have digests to send: by chance alone the alerts would hardly come first.
    const working = Array.from({ length: 3 }, () => startWorker(house));
    for (const each of working) open.push(() => each.close());
    await isTrue(async () => (await active("digests")) === digests);
    const worker = startAlerts(house);
    open.push(() => worker.close());
    await queue.add(followers.map((member) => ({ member, article })));
    await isTrue(async () => (await active("alerts")) === alerts);
  });
  await expect.poll(() => arrivals.length, { timeout: 20_000 }).toBe(alerts + digests);
  expect(before("digest", "alert")).toBeLessThanOrEqual(overtaken);
});

it("digests that come due go before a broadcast's messages that wait already", async () => {
  const { house } = post.test;
  // Few enough that places of the worker are left.
  const readers = house.config.env.sendConcurrency - 8;
  await Promise.all(Array.from({ length: readers }, (_, index) => post.test.addReader(first + 200 + index)));
  await house.main.del("{mujaz}:due");
  const book = createBroadcastBook(house.main, "mujaz");
  const id = await book.draft({ html: words, by: 1001, locale: "ar", digits: "latin" });
  await book.begin(id, { segment: { kind: "all" }, total: readers, last: readers });
  const broadcasts = createBroadcasts(house);
  open.push(() => broadcasts.close());
  await whileHeld(async () => {
    await broadcasts.round();
    post.work();
    await isTrue(async () => (await active("digests")) === readers);
    await queueDigests(digests);
    await isTrue(() => post.composed() === digests);
  });
  await expect.poll(() => arrivals.length, { timeout: 20_000 }).toBe(readers + digests);
  expect(before("broadcast", "digest")).toBeLessThanOrEqual(overtaken);
});
