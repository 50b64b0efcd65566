// What comes late, and what does not: outages, pauses, quiet hours and nights with a changed clock, through real parts.

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { bare } from "../e2e/chat.ts";
import { openPost, type Post } from "./post.ts";

let post: Post;
let test: Post["test"];
let queue: Post["queue"];
let now = new Date();

beforeAll(async () => {
  post = await openPost({ sendRate: 0, attempts: 1 });
  ({ test, queue } = post);
  post.work(() => now);
});
afterAll(() => post.close());
afterEach(async () => {
  test.playground.clearFaults();
  await test.house.agenda.retire(member, "unsubscribed");
});

const hour = 3600;
const day = 24 * hour;
const user = 1;
let member = 0;
let happened = 0;
let seenBefore = 0;
let countedBefore: Readonly<Record<string, number>> = {};

/** Seconds of a time in Cairo on a day of January 2031, where it is two hours ahead of UTC. */
const cairo = (time: string, date = 15): number => Date.parse(`2031-01-${date}T${time}:00+02:00`) / 1000;

/** The reader of these tests, whose next slot is this one; all that is in the store so far was told. */
async function read(slot: number, settings: object): Promise<void> {
  const cursor = await test.house.articles.maxNumber();
  member = await test.addReader(1000 + user, { cursor, ...settings });
  await test.house.main.zadd("{mujaz}:due", slot, String(member));
  seenBefore = test.playground.transcript(user).length;
  countedBefore = await test.house.agenda.outcomes();
}

/** A story that the store saw first at this instant. */
async function happen(title: string, at: number): Promise<void> {
  const published = new Date(at * 1000);
  happened += 1;
  const draft = draftOf(`happening ${happened}`, { title, published: published.toISOString() });
  await test.house.articles.put(draft, { ...optionsOf(draft), fetched: published });
}

/** The clock and the worker are back at this instant: one tick, and everything that follows from it. */
async function serveAt(seconds: number): Promise<void> {
  now = new Date(seconds * 1000);
  await createTick(test.house, queue)(seconds);
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
}

const messages = (): string[] =>
  test.playground
    .transcript(user)
    .slice(seenBefore)
    .flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));

const dueAt = (): Promise<number> => post.dueAt(member);

/** What was counted since the reader of this test is there. */
async function counted(): Promise<Record<string, number>> {
  const all = Object.entries(await test.house.agenda.outcomes());
  return Object.fromEntries(
    all
      .map(([kind, count]) => [kind, count - (countedBefore[kind] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

// Made up: rain on the coast, a bridge opens, a harvest begins, a school is built.
const [rain, bridge, harvest, school] = [
  "أمطار على الساحل",
  "افتتاح الجسر الجديد",
  "بدء موسم الحصاد",
  "بناء مدرسة القرية",
];

describe("after an outage", () => {
  it.each([
    ["of 11:59 hours the digest comes late", 12 * hour - 60, 1, { sent: 1 }],
    ["of 12 hours to the second it still comes", 12 * hour, 1, { sent: 1 }],
    ["of 12:01 hours it is on record, and not sent", 12 * hour + 60, 0, { late: 1 }],
  ])("%s", async (_what, seconds, sent, outcome) => {
    const slot = cairo("07:00");
    await read(slot, { times: ["07:00"] });
    await happen(rain, slot - hour);
    await serveAt(slot + seconds);
    expect(messages()).toHaveLength(sent);
    expect(await counted()).toEqual(outcome);
    expect(await dueAt()).toBe(slot + day);
    await serveAt(slot + seconds + 60);
    expect(messages()).toHaveLength(sent);
  });

  it("of 5 hours the three slots in it are one digest, which tells what happened until now", async () => {
    await read(cairo("07:00"), { times: ["07:00", "09:00", "11:00"] });
    await happen(rain, cairo("06:00"));
    await happen(bridge, cairo("10:30"));
    await serveAt(cairo("11:55"));
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(rain);
    expect(messages()[0]).toContain(bridge);
    expect(await counted()).toEqual({ sent: 1, merged: 2 });
    expect(await dueAt()).toBe(cairo("07:00", 16));
  });

  it("of 13 hours the next digest reaches 48 hours back, and no further", async () => {
    await read(cairo("07:00", 14), { times: ["07:00"] });
    await happen(school, cairo("06:59", 13));
    await happen(bridge, cairo("07:01", 13));
    await serveAt(cairo("20:00", 14));
    expect(messages()).toEqual([]);
    await happen(rain, cairo("06:00"));
    await serveAt(cairo("07:00"));
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(bridge);
    expect(messages()[0]).toContain(rain);
    expect(messages()[0]).not.toContain(school);
    expect(await counted()).toEqual({ late: 1, sent: 1 });
  });

  it.each([
    ["49 hours", 49 * hour],
    ["5 days", 5 * day],
  ])("of %s today's news come, and what is older than 48 hours never", async (_what, seconds) => {
    const back = cairo("07:30", 20);
    await read(Math.floor((back - seconds) / day) * day + day + 5 * hour, { times: ["07:00"], items: 5 });
    // Told by three outlets it would be worth more than the news of today.
    await happen(school, back - seconds);
    await happen(harvest, back - 49 * hour);
    await happen(rain, back - 2 * hour);
    await serveAt(back);
    await serveAt(back + 60);
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(rain);
    for (const old of [school, harvest]) expect(messages()[0]).not.toContain(old);
    expect(await dueAt()).toBe(cairo("07:00", 21));
    await serveAt(cairo("07:00", 21));
    expect(messages()).toHaveLength(1);
  });

  it("a digest that failed all night is one with the morning's, and tells what the night brought", async () => {
    await read(cairo("18:30"), { times: ["18:30", "05:00"] });
    await happen(rain, cairo("18:00"));
    test.playground.fail({
      method: "sendMessage",
      times: 1,
      kind: { type: "error", code: 502, description: "Bad Gateway" },
    });
    await serveAt(cairo("18:30"));
    await happen(bridge, cairo("23:00"));
    await serveAt(cairo("05:00", 16));
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(bridge);
    expect(await counted()).toEqual({ sent: 1, merged: 1 });
  });
});

describe("on nights when Cairo sets its clock", () => {
  const at = (text: string): number => Date.parse(text) / 1000;
  it.each([
    [
      "00:30, which 25 April lacks, comes at 01:00 and no second time",
      "00:30",
      at("2025-04-24T22:00:00Z"),
      at("2025-04-25T21:30:00Z"),
    ],
    [
      "23:30, which 30 October has twice, comes the first time alone",
      "23:30",
      at("2025-10-30T20:30:00Z"),
      at("2025-10-31T21:30:00Z"),
    ],
  ])("%s", async (_what, time, slot, next) => {
    await read(slot, { times: [time], cursor: 0 });
    await serveAt(slot);
    expect(messages()).toHaveLength(1);
    expect(await dueAt()).toBe(next);
    await serveAt(slot + hour);
    expect(messages()).toHaveLength(1);
  });

  it.each([
    ["sent 12 hours after it", 12 * hour, 1],
    ["late a minute later, whatever the wall clock says", 12 * hour + 60, 0],
  ])("a digest is %s", async (_what, seconds, sent) => {
    const slot = at("2025-04-24T21:30:00Z"); // 23:30 in Cairo, half an hour before the gap
    await read(slot, { times: ["23:30"], cursor: 0 });
    await serveAt(slot + seconds);
    expect(messages()).toHaveLength(sent);
  });
});

describe("a pause", () => {
  it("takes along the digest that waits to be sent; the first one after it reaches 48 hours back", async () => {
    const slot = cairo("07:00", 10);
    await read(slot, { times: ["07:00"] });
    await happen(school, slot - hour);
    await test.house.agenda.claim({ now: slot, limit: 10, leaseSeconds: 30 });
    const pausedUntil = new Date(cairo("12:00", 14) * 1000).toISOString();
    await test.house.agenda.change(member, { pausedUntil }, new Date(slot * 1000));
    await serveAt(slot + 60);
    expect(messages()).toEqual([]);
    expect(await counted()).toEqual({ paused: 1 });
    expect(await dueAt()).toBe(cairo("07:00"));
    await happen(harvest, cairo("06:30", 13));
    await happen(bridge, cairo("08:00", 13));
    await serveAt(cairo("07:00"));
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(bridge);
    for (const old of [school, harvest]) expect(messages()[0]).not.toContain(old);
  });

  it("that ended while all was down brings no digest from before it", async () => {
    await read(cairo("07:00", 13), { times: ["07:00"], pausedUntil: "2031-01-13T20:00:00.000Z" });
    await happen(rain, cairo("06:00", 14));
    await serveAt(cairo("06:30", 14));
    expect(messages()).toEqual([]);
    await serveAt(cairo("07:00", 14));
    expect(messages()).toHaveLength(1);
    expect(await counted()).toEqual({ paused: 1, sent: 1 });
  });
});

describe("in quiet hours", () => {
  const quiet = { from: "23:00", to: "07:00" };

  it("what is late waits to their end, and is one with the slot that comes then", async () => {
    await read(cairo("18:30"), { times: ["18:30", "07:00"], quiet });
    await happen(rain, cairo("18:00"));
    await serveAt(cairo("23:30"));
    expect(messages()).toEqual([]);
    expect(await dueAt()).toBe(cairo("07:00", 16));
    await happen(bridge, cairo("02:00", 16));
    await serveAt(cairo("07:00", 16));
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toContain(bridge);
    expect(await counted()).toEqual({ sent: 1, merged: 1 });
    expect(await dueAt()).toBe(cairo("18:30", 16));
  });

  it("waiting for their end does not make it too late", async () => {
    await read(cairo("18:30"), { times: ["18:30"], quiet });
    await happen(rain, cairo("18:00"));
    await serveAt(cairo("23:30"));
    expect(messages()).toEqual([]);
    await serveAt(cairo("07:00", 16));
    expect(messages()).toHaveLength(1);
    expect(await counted()).toEqual({ sent: 1 });
  });

  it("a time that was chosen inside them is served, with what waited for their end", async () => {
    await read(cairo("18:30"), { times: ["18:30", "02:00"], quiet });
    await happen(rain, cairo("18:00"));
    await serveAt(cairo("23:30"));
    expect(messages()).toEqual([]);
    await serveAt(cairo("02:00", 16));
    expect(messages()).toHaveLength(1);
    expect(await counted()).toEqual({ sent: 1, merged: 1 });
    expect(await dueAt()).toBe(cairo("18:30", 16));
  });

  it("a digest whose attempts failed until they began waits as well", async () => {
    await read(cairo("22:30"), { times: ["22:30"], quiet });
    await happen(rain, cairo("18:00"));
    const failure = { type: "error", code: 502, description: "Bad Gateway" } as const;
    test.playground.fail({ method: "sendMessage", times: 1, kind: failure });
    await serveAt(cairo("22:30"));
    await serveAt(cairo("23:31"));
    expect(messages()).toEqual([]);
    await serveAt(cairo("07:00", 16));
    expect(messages()).toHaveLength(1);
  });
});
