// How slots and subscriptions end: acknowledged, retired, moved to another chat, buried.
import { beforeEach, describe, expect, it } from "vitest";
import { createAgenda } from "../../src/schedule/agenda.ts";
import { mostDead } from "../../src/schedule/dead.ts";
import { dawn, lendDesks, nextSlot, reader, served, slot } from "./desk.ts";

const { desk, connect } = lendDesks();
let member: number;
beforeEach(async () => {
  member = await desk.agenda.upsert(reader(1001), dawn);
});

const claim = (now = slot) => desk.agenda.claim({ now, limit: 100, leaseSeconds: 30 });

describe("an acknowledgement", () => {
  it("moves the reader's past on, counts, and places the next slot", async () => {
    await claim();
    expect(await desk.agenda.acknowledge(served(member))).toBe("ended");
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 42, carry: [7, 9] });
    expect(await desk.field(member, "lastSlot")).toBe(String(slot));
    expect(await desk.field(member, "sent")).toBe("1");
    expect(await desk.dueAt(member)).toBe(nextSlot);
    expect(await desk.agenda.outcomes()).toEqual({ sent: 1 });
  });

  it("is refused a second time, for another slot, and without a claim: nothing changes", async () => {
    expect(await desk.agenda.acknowledge(served(member))).toBe("stale");
    await claim();
    expect(await desk.agenda.acknowledge(served(member, slot - 86_400))).toBe("stale");
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 0, carry: [] });
    expect(await desk.agenda.acknowledge(served(member))).toBe("ended");
    expect(await desk.agenda.acknowledge({ ...served(member), cursor: 1 })).toBe("stale");
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 42 });
    expect(await desk.agenda.outcomes()).toEqual({ sent: 1 });
  });

  it("comes too late from a worker whose slot another one ended and the next of which is pending", async () => {
    await claim();
    await desk.agenda.acknowledge(served(member));
    await claim(nextSlot);
    expect(await desk.agenda.acknowledge({ ...served(member), cursor: 1 })).toBe("stale");
    expect(await desk.agenda.pending(member)).toMatchObject({ slot: nextSlot });
  });

  it("of a slot that was not sent is on record under its reason, and counts no digest", async () => {
    await claim();
    await desk.agenda.acknowledge({ ...served(member), outcome: "late" });
    expect(await desk.field(member, "sent")).toBeNull();
    expect(await desk.agenda.outcomes()).toEqual({ late: 1 });
  });

  it("without a next slot takes the reader off the index", async () => {
    await claim();
    await desk.agenda.acknowledge({ ...served(member), next: null });
    expect(await desk.dueAt(member)).toBeNull();
  });

  it("can set the past back to its defaults", async () => {
    await desk.agenda.change(member, { cursor: 5, carry: [3] }, dawn);
    await claim();
    await desk.agenda.acknowledge({ ...served(member), cursor: 0, carry: [] });
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 0, carry: [] });
  });
});

describe("retirement", () => {
  it("ends status, pending slot and due entry together, and is counted once", async () => {
    await claim();
    await desk.agenda.retire(member, "blocked");
    await desk.agenda.retire(member, "deleted");
    expect(await desk.store.byNumber(member)).toMatchObject({ status: "inactive", reason: "blocked" });
    expect(await desk.agenda.pending(member)).toBeNull();
    expect(await desk.dueAt(member)).toBeNull();
    expect(await desk.agenda.acknowledge(served(member))).toBe("stale");
    expect(await desk.agenda.outcomes()).toEqual({ gone: 1 });
  });

  it("keeps the reason of one who had unsubscribed before", async () => {
    await desk.agenda.change(member, { status: "inactive", reason: "unsubscribed" }, dawn);
    await desk.agenda.retire(member, "blocked");
    expect(await desk.store.byNumber(member)).toMatchObject({ reason: "unsubscribed" });
    expect(await desk.agenda.outcomes()).toEqual({});
  });

  it("of a number that nobody has leaves no record behind", async () => {
    await desk.agenda.retire(99, "not-found");
    expect(await desk.store.byNumber(99)).toBeUndefined();
    expect(await desk.field(99, "status")).toBeNull();
  });
});

describe("a migration", () => {
  it("moves the record with its pending slot", async () => {
    await claim();
    await desk.agenda.notePart(member, slot, 1);
    await desk.agenda.migrate(member, -100_500);
    expect(await desk.store.byChat(1001, null)).toBeUndefined();
    expect(await desk.store.byChat(-100_500, null)).toEqual({ number: member, subscriber: reader(-100_500) });
    expect(await desk.agenda.pending(member)).toEqual({ slot, parts: 1, upTo: null });
    expect(await desk.agenda.acknowledge(served(member))).toBe("ended");
  });

  it("moves a forum topic with its thread", async () => {
    const topic = await desk.agenda.upsert(reader(2002, { thread: 5, kind: "group" }), dawn);
    await desk.agenda.migrate(topic, -100_600);
    expect(await desk.store.numberOf(-100_600, 5)).toBe(topic);
    expect(await desk.store.numberOf(2002, 5)).toBeUndefined();
    expect(await desk.store.numberOf(-100_600, null)).toBeUndefined();
  });

  it("told twice is the same as told once", async () => {
    await desk.agenda.migrate(member, -100_500);
    await desk.agenda.migrate(member, -100_500);
    expect(await desk.store.numberOf(-100_500, null)).toBe(member);
    expect(await desk.store.count()).toBe(1);
    expect(await desk.dueAt(member)).toBe(slot);
  });

  it("between the reading and the writing of an import keeps its new chat, and the rest of the line is written", async () => {
    const { store } = desk;
    const importing = createAgenda(connect(), desk.prefix, {
      store: {
        ...store,
        async ensure(...asked) {
          const known = await store.ensure(...asked);
          await desk.agenda.migrate(known.number, -100_500);
          return known;
        },
      },
    });
    await importing.upsert(reader(1001, { items: 9 }), dawn);
    const moved = reader(-100_500, { items: 9 });
    expect(await store.byChat(-100_500, null)).toEqual({ number: member, subscriber: moved });
  });

  it("of a record that was written with the old chat after it had moved keeps the record and its slot", async () => {
    // As a subscription does that was read before the move and written after it.
    await desk.agenda.migrate(member, -100_500);
    await desk.agenda.change(member, { chat: 1001 }, dawn);
    await claim();
    expect(await desk.agenda.migrate(member, -100_500)).toBe(true);
    expect(await desk.store.byChat(-100_500, null)).toEqual({ number: member, subscriber: reader(-100_500) });
    expect(await desk.agenda.pending(member)).toEqual({ slot, parts: 0, upTo: null });
    expect(await desk.dueAt(member)).toBe(slot + 30);
  });

  it("to a chat that has a reader already keeps the older settings and forgets the other", async () => {
    const younger = await desk.agenda.upsert(reader(-100_500, { items: 9 }), dawn);
    await desk.agenda.migrate(member, -100_500);
    expect(await desk.store.byChat(-100_500, null)).toEqual({ number: member, subscriber: reader(-100_500) });
    expect(await desk.store.byNumber(younger)).toBeUndefined();
    expect([await desk.dueAt(member), await desk.dueAt(younger)]).toEqual([slot, null]);
    expect(await desk.store.count()).toBe(1);
  });

  it("never lets a late visitor of the old chat displace the reader who moved", async () => {
    await desk.agenda.migrate(member, -100_500);
    const { number: late } = await desk.store.ensure(reader(1001, { status: "inactive", reason: "visitor" }));
    await desk.agenda.migrate(late, -100_500);
    expect(await desk.store.numberOf(-100_500, null)).toBe(member);
    expect(await desk.store.byNumber(late)).toBeUndefined();
    expect(await desk.store.numberOf(1001, null)).toBeUndefined();
  });

  it("forgets the one who moves where the older settings are those of the new chat", async () => {
    const younger = await desk.agenda.upsert(reader(2002, { items: 9 }), dawn);
    await claim();
    await desk.agenda.migrate(younger, 1001);
    expect(await desk.store.byChat(1001, null)).toEqual({ number: member, subscriber: reader(1001) });
    expect(await desk.store.numberOf(2002, null)).toBeUndefined();
    expect(await desk.agenda.pending(younger)).toBeNull();
    expect(await desk.dueAt(younger)).toBeNull();
    expect(await desk.agenda.pending(member)).toMatchObject({ slot });
  });

  it("never lets an older visitor displace a subscriber", async () => {
    await desk.agenda.change(member, { status: "inactive", reason: "visitor" }, dawn);
    const subscriber = await desk.agenda.upsert(reader(-100_500), dawn);
    await desk.agenda.migrate(member, -100_500);
    expect(await desk.store.numberOf(-100_500, null)).toBe(subscriber);
    expect(await desk.dueAt(subscriber)).toBe(slot);
  });

  it("of a number that nobody has changes nothing", async () => {
    await desk.agenda.migrate(99, -100_500);
    expect(await desk.store.numberOf(-100_500, null)).toBeUndefined();
  });
});

describe("dead letters", () => {
  const letter = { member: 1, chat: 1001, slot, why: "refused: no-rights", at: "2025-01-15T05:00:09Z" };
  beforeEach(async () => {
    for (const chat of [1001, 1002]) await desk.agenda.upsert(reader(chat), dawn);
  });

  it("are not kept of who is no reader any more", async () => {
    await desk.agenda.bury({ ...letter, member: 3 });
    expect(await desk.agenda.listDead()).toEqual([]);
  });

  it("are listed oldest slot first, one for each slot of a reader", async () => {
    await desk.agenda.bury({ ...letter, slot: nextSlot });
    await desk.agenda.bury({ ...letter, member: 2 });
    await desk.agenda.bury(letter);
    await desk.agenda.bury({ ...letter, why: "attempts exhausted" });
    expect(await desk.agenda.listDead()).toEqual([
      { ...letter, id: `${slot}_1`, why: "attempts exhausted" },
      { ...letter, id: `${slot}_2`, member: 2 },
      { ...letter, id: `${nextSlot}_1`, slot: nextSlot },
    ]);
  });

  it("are bounded: beyond ten thousand the oldest slots go, and their number is on record", async () => {
    const many = Array.from({ length: mostDead + 99 }, (_, index) => [`${slot + index}_7`, "{}"]).flat();
    await connect().hset(`{${desk.prefix}}:dead`, ...many);
    await desk.agenda.bury({ ...letter, slot: nextSlot });
    const kept = await desk.agenda.listDead();
    expect(kept).toHaveLength(mostDead);
    expect(kept.map(({ id }) => id)).toContain(`${nextSlot}_1`);
    expect(kept.map(({ id }) => id)).not.toContain(`${slot + 99}_7`);
    expect(kept.map(({ id }) => id)).toContain(`${slot + 100}_7`);
    expect(await desk.agenda.outcomes()).toEqual({ "dead-dropped": 100 });
  });

  it("are taken once, also by two at the same moment", async () => {
    await desk.agenda.bury(letter);
    const other = desk.other(connect());
    const taken = await Promise.all([desk.agenda.takeDead(`${slot}_1`), other.takeDead(`${slot}_1`)]);
    expect(taken.filter((each) => each !== undefined)).toEqual([{ ...letter, id: `${slot}_1` }]);
    expect(await desk.agenda.listDead()).toEqual([]);
    expect(await desk.agenda.takeDead("no such id")).toBeUndefined();
  });
});

it("ends that no acknowledgement counts can be put on record", async () => {
  await desk.agenda.record("restored");
  await desk.agenda.record("restored");
  expect(await desk.agenda.outcomes()).toEqual({ restored: 2 });
});
