// The nightly recomputation: an index as older time zone rules would have left it, put right on a real Redis.
import type { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRecomputing } from "../../src/processes/recomputation.ts";
import { createRecompute, type Recompute, rightInstant } from "../../src/schedule/recompute.ts";
import { fromRecord, letterOf, toRecord } from "../../src/subscribers/fields.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { type Desk, dawn, nextSlot, openDesk, reader, served, slot } from "./desk.ts";

let redis: TestRedis;
let client: Redis;
let desk: Desk;
let recompute: Recompute;
beforeAll(async () => {
  redis = await startRedis();
  client = redis.connect();
});
afterAll(() => redis.close());
beforeEach(() => {
  desk = openDesk(client);
  recompute = createRecompute(client, desk.prefix, "2025b");
});

const hour = 3600;

/** A reader whose instant in the index is off by so many seconds, as older rules had worked it out. */
async function offBy(seconds: number, chat = 1001, differences: Partial<Subscriber> = {}): Promise<number> {
  const member = await desk.agenda.upsert(reader(chat, differences), dawn);
  const right = await desk.dueAt(member);
  if (right !== null) await client.zadd(`{${desk.prefix}}:due`, right + seconds, String(member));
  return member;
}

/** Writes the slot that ended last into the record, as if it had been another. */
async function noteLastSlot(member: number, at: number): Promise<void> {
  const fields = fromRecord(await client.hget(`{${desk.prefix}}:records`, String(member)));
  const record = toRecord({ ...fields, [letterOf("lastSlot")]: String(at) });
  await client.hset(`{${desk.prefix}}:records`, String(member), record);
}

/** All steps as of an instant. */
async function run(now = dawn, by = recompute): Promise<{ checked: number; corrected: number }> {
  while (!(await by.step(now, 2)));
  const { checked, corrected } = await by.state();
  return { checked, corrected };
}

describe("an instant that older rules worked out", () => {
  it.each([
    ["an hour too late", hour],
    ["half an hour too early", -hour / 2],
    ["a day too late", 24 * hour],
  ])("%s is put right", async (_how, seconds) => {
    const member = await offBy(seconds);
    expect(await run()).toEqual({ checked: 1, corrected: 1 });
    expect(await desk.dueAt(member)).toBe(slot);
  });

  it("is left alone where it has come already, or is being served", async () => {
    // Due at 05:55 by the older rules, which was five minutes ago.
    const come = await offBy(-hour - 300, 1001);
    const pending = await offBy(0, 1002);
    await client.zadd(`{${desk.prefix}}:due`, slot - 2 * hour, String(pending));
    await desk.agenda.claim({ now: slot - 2 * hour, limit: 10, leaseSeconds: 9 * hour });
    const leased = await desk.dueAt(pending);
    expect(await run()).toEqual({ checked: 2, corrected: 0 });
    expect([await desk.dueAt(come), await desk.dueAt(pending)]).toEqual([slot - hour - 300, leased]);
  });

  it("brings no second digest of the wish that was served by the older rules this morning", async () => {
    const member = await offBy(0);
    // 07:00 was at 06:00 by the older rules: served then, and the next one an hour too early as well.
    await desk.agenda.claim({ now: slot, limit: 1, leaseSeconds: 30 });
    await desk.agenda.acknowledge({ ...served(member), next: nextSlot - hour });
    await noteLastSlot(member, slot - hour);
    expect(await run(new Date((slot - hour / 2) * 1000))).toEqual({ checked: 1, corrected: 1 });
    expect(await desk.dueAt(member)).toBe(nextSlot);
  });

  it("of a reader who was lost from the index is found", async () => {
    const member = await offBy(0);
    await client.zrem(`{${desk.prefix}}:due`, String(member));
    expect(await run()).toEqual({ checked: 1, corrected: 1 });
    expect(await desk.dueAt(member)).toBe(slot);
  });
});

describe("where no rule has changed", () => {
  it("nothing is written, whatever the reader's plan and past", async () => {
    const members = await Promise.all([
      offBy(0, 1001),
      offBy(0, 1002, { times: ["07:00", "09:00", "18:30"] }),
      offBy(0, 1003, { days: ["fri"] }),
      offBy(0, 1004, { pausedUntil: "2025-02-01T00:00:00.000Z" }),
      offBy(0, 1005, { times: [] }),
      offBy(0, 1006, { status: "inactive", reason: "unsubscribed" }),
      offBy(0, 1007, { status: "paused" }),
    ]);
    const before = await Promise.all(members.map((member) => desk.dueAt(member)));
    expect(await run()).toEqual({ checked: 5, corrected: 0 });
    expect(await Promise.all(members.map((member) => desk.dueAt(member)))).toEqual(before);
  });

  it("a slot that was served ahead of its time is not brought once more", () => {
    // send-due --at, or a review that was agreed to early: 07:00 is served at 06:00.
    expect(rightInstant(reader(1), slot, nextSlot, dawn.getTime())).toBeNull();
  });

  it("the second of two wishes within the hour comes all the same", () => {
    const who = reader(1, { times: ["07:00", "07:30"] });
    expect(rightInstant(who, slot, slot + hour / 2, slot * 1000 + 1)).toBeNull();
  });
});

describe("a night", () => {
  it("has one recomputation, and newer rules another; older rules do not undo it", async () => {
    await offBy(hour);
    expect(await recompute.isOpen(dawn)).toBe(true);
    await run();
    expect(await recompute.isOpen(dawn)).toBe(false);
    const [newer, older] = ["2025c", "2025a"].map((tz) => createRecompute(client, desk.prefix, tz));
    expect(await newer?.isOpen(dawn)).toBe(true);
    const tomorrow = new Date(dawn.getTime() + 86_400_000);
    expect(await recompute.isOpen(tomorrow)).toBe(true);
    expect(await older?.isOpen(tomorrow)).toBe(false);
  });

  it("is gone on with by another process where the first one was killed", async () => {
    for (let chat = 1; chat <= 5; chat += 1) await offBy(hour, chat);
    expect(await recompute.step(dawn, 2)).toBe(false);
    const other = createRecompute(redis.connect(), desk.prefix, "2025b");
    expect(await other.isOpen(dawn)).toBe(true);
    // Only what is left: the first two are wrong once more, and stay so.
    for (const member of ["1", "2"]) await client.zadd(`{${desk.prefix}}:due`, slot + hour, member);
    expect(await run(dawn, other)).toEqual({ checked: 5, corrected: 5 });
    const due = await Promise.all([1, 2, 3, 4, 5].map((member) => desk.dueAt(member)));
    expect(due).toEqual([slot + hour, slot + hour, slot, slot, slot]);
    expect(await other.state()).toMatchObject({ night: "2025-01-15", tz: "2025b", endedMs: dawn.getTime() });
  });

  it("is one process's at a time", async () => {
    for (let chat = 1; chat <= 5; chat += 1) await offBy(hour, chat);
    const house = { main: client, config: { env: { redisPrefix: desk.prefix } } };
    const [one, other] = [1, 2].map(() => createRecomputing(house, () => dawn, recompute));
    const ends = await Promise.all([one?.round(), other?.round()]);
    expect(ends.toSorted()).toEqual([5, null]);
    expect(await one?.round()).toBeNull();
    expect(await client.exists(`{${desk.prefix}}:recompute:lease`)).toBe(0);
  });
});
