// Changes of a subscriber: the record and the due index move as one, also while a slot is pending.
import { beforeEach, describe, expect, it } from "vitest";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { dawn, lendDesks, nextSlot, reader, served, slot } from "./desk.ts";

const { desk, connect } = lendDesks();
let member: number;
beforeEach(async () => {
  member = await desk.agenda.upsert(reader(1001), dawn);
});

const hour = 3600;
const claim = (now = slot) => desk.agenda.claim({ now, limit: 100, leaseSeconds: 30 });
const change = (patch: Partial<Subscriber>, now = dawn) => desk.agenda.change(member, patch, now);
const inactive = { status: "inactive", reason: "unsubscribed" } as const;

describe("a change", () => {
  it.each([
    ["of the time", { times: ["09:30"] }, slot + 2.5 * hour],
    ["of the zone", { zone: "Asia/Dubai" }, nextSlot - 2 * hour],
    ["of the days", { days: ["fri"] }, nextSlot + 86_400],
    ["of what does not bear on time", { topics: ["economy"] }, slot],
    ["that leaves no time", { times: [] }, null],
    ["to paused", { status: "paused" }, null],
    ["to inactive", inactive, null],
  ] satisfies [string, Partial<Subscriber>, number | null][])(
    "%s places the reader",
    async (_what, patch, due) => {
      const after = await change(patch);
      expect(after).toEqual({ ...reader(1001), ...patch });
      expect(await desk.store.byNumber(member)).toEqual(after);
      expect(await desk.dueAt(member)).toBe(due);
    },
  );

  it("to active places the reader and drops the reason", async () => {
    await change(inactive);
    expect(await change({ status: "active" })).toEqual(reader(1001));
    expect(await desk.store.byNumber(member)).toEqual(reader(1001));
    expect(await desk.dueAt(member)).toBe(slot);
  });

  it("does not lose a slot that is due but not yet claimed", async () => {
    const late = new Date((slot + 20) * 1000);
    await change({ topics: ["economy"] }, late);
    await change({ times: ["08:00"] }, late);
    expect(await claim(slot + 30)).toEqual([{ member, slot }]);
  });

  it("of a reader that does not exist is refused and leaves no record", async () => {
    await expect(desk.agenda.change(99, { items: 3 }, dawn)).rejects.toThrow("99");
    expect(await desk.field(99, "items")).toBeNull();
  });

  it("and another at the same moment both hold, and the reader is due by both", async () => {
    const others = Array.from({ length: 8 }, () => desk.other(connect()));
    await Promise.all([
      ...others.map((agenda, index) => agenda.change(member, { topics: [`topic-${index}`] }, dawn)),
      desk.agenda.change(member, { zone: "Asia/Riyadh" }, dawn),
      desk.other(connect()).change(member, { times: ["08:30"] }, dawn),
    ]);
    expect(await desk.store.byNumber(member)).toMatchObject({ zone: "Asia/Riyadh", times: ["08:30"] });
    expect(await desk.dueAt(member)).toBe(slot + hour / 2);
  });

  it("never puts back on the index who unsubscribes at the same moment", async () => {
    for (let round = 0; round < 20; round += 1) {
      await change({ status: "active" });
      const other = desk.other(connect());
      await Promise.all([change({ times: [`08:${round + 10}`] }), other.change(member, inactive, dawn)]);
      expect(await desk.store.byNumber(member)).toMatchObject({ ...inactive, times: [`08:${round + 10}`] });
      expect(await desk.dueAt(member)).toBeNull();
    }
  });
});

describe("a change while a slot is pending", () => {
  it("leaves the lease alone and decides the next slot when this one ends", async () => {
    await claim();
    await change({ times: ["09:30"] }, new Date((slot + 2) * 1000));
    expect(await desk.dueAt(member)).toBe(slot + 30);
    // The worker had read the reader before the change.
    expect(await desk.agenda.acknowledge(served(member))).toBe("ended");
    expect(await desk.dueAt(member)).toBe(slot + 2.5 * hour);
    expect(await desk.field(member, "planned")).toBeNull();
  });

  it("whose instant has passed by then leaves the next to who reads the plan anew: nothing has ended before", async () => {
    await claim();
    await change({ times: ["07:05", "07:00"] }, new Date((slot + 2) * 1000));
    const end = { ...served(member), now: slot + hour };
    expect(await desk.agenda.acknowledge(end)).toBe("replan");
    expect(await desk.agenda.pending(member)).toMatchObject({ slot });
    expect(await desk.agenda.outcomes()).toEqual({});
    expect(await desk.agenda.acknowledge(end)).toBe("ended");
    expect(await desk.dueAt(member)).toBe(nextSlot);
    expect(await desk.agenda.outcomes()).toEqual({ sent: 1 });
  });

  it("to a plan without a time takes the reader off the index when the slot ends", async () => {
    await claim();
    await change({ days: [] }, new Date((slot + 2) * 1000));
    await desk.agenda.acknowledge(served(member));
    expect(await desk.dueAt(member)).toBeNull();
  });

  it.each(["inactive", "paused"] as const)(
    "to %s drops the slot, and its worker's end is stale",
    async (status) => {
      await claim();
      await change({ times: ["12:00"] });
      await change({ status });
      expect(await desk.agenda.pending(member)).toBeNull();
      expect(await desk.agenda.acknowledge(served(member))).toBe("stale");
      expect(await desk.dueAt(member)).toBeNull();
      expect(await desk.field(member, "planned")).toBeNull();
    },
  );

  it("away and back again forgets the slot: the next one is to come", async () => {
    await claim();
    const late = new Date((slot + 2) * 1000);
    await change(inactive, late);
    await change({ status: "active" }, late);
    expect(await desk.agenda.pending(member)).toBeNull();
    expect(await desk.dueAt(member)).toBe(nextSlot);
  });
});

describe("an upsert", () => {
  it("replaces the settings of a known chat and keeps its number and its first contact", async () => {
    const later = { zone: "Asia/Dubai", cursor: 418, since: "2025-02-01T00:00:00.000Z" };
    expect(await desk.agenda.upsert(reader(1001, later), dawn)).toBe(member);
    const { since } = reader(1001);
    expect(await desk.store.byNumber(member)).toEqual(reader(1001, { ...later, since }));
    expect(await desk.dueAt(member)).toBe(nextSlot - 2 * hour);
    const sooner = { since: "2024-12-01T00:00:00.000Z" };
    await desk.agenda.upsert(reader(1001, sooner), dawn);
    expect(await desk.store.byNumber(member)).toEqual(reader(1001, sooner));
  });

  it("of an inactive subscriber keeps the reader off the index", async () => {
    await desk.agenda.upsert(reader(1001, inactive), dawn);
    expect(await desk.dueAt(member)).toBeNull();
    expect(await desk.store.byNumber(member)).toEqual(reader(1001, inactive));
    await desk.agenda.upsert(reader(1001), dawn);
    expect(await desk.store.byNumber(member)).toEqual(reader(1001));
  });
});

describe("a digest on demand", () => {
  const past = { cursor: 0, carry: [] };
  const moved = { cursor: 42, carry: [7, 9] };

  it("moves the past on, and back when the send failed", async () => {
    expect(await desk.agenda.advance(member, past, moved)).toBe("done");
    expect(await desk.store.byNumber(member)).toEqual(reader(1001, moved));
    expect(await desk.agenda.advance(member, moved, past)).toBe("done");
    expect(await desk.store.byNumber(member)).toEqual(reader(1001));
  });

  it.each([
    ["cursor", { cursor: 1, carry: [] }],
    ["carry", { cursor: 0, carry: [7] }],
  ])("is refused when the %s is another than it was read", async (_name, from) => {
    expect(await desk.agenda.advance(member, from, moved)).toBe("changed");
    expect(await desk.store.byNumber(member)).toEqual(reader(1001));
  });

  it("is refused while a scheduled one is pending", async () => {
    await claim();
    expect(await desk.agenda.advance(member, past, moved)).toBe("pending");
    expect(await desk.store.byNumber(member)).toEqual(reader(1001));
  });

  it("moves on for one of two who ask at the same moment", async () => {
    const other = desk.other(connect());
    const answers = await Promise.all([
      desk.agenda.advance(member, past, moved),
      other.advance(member, past, { cursor: 43, carry: [] }),
    ]);
    expect(answers.sort()).toEqual(["changed", "done"]);
  });

  it("leaves no record for a number that nobody has", async () => {
    expect(await desk.agenda.advance(99, past, moved)).toBe("changed");
    expect(await desk.field(99, "cursor")).toBeNull();
  });
});

it("an operator can make a reader due at once", async () => {
  await desk.agenda.dueNow(member, slot - hour);
  expect(await claim(slot - hour)).toEqual([{ member, slot: slot - hour }]);
});

it("nobody can make one due who is not active: no end would ever come", async () => {
  await change(inactive);
  expect(await desk.agenda.dueNow(member, slot - hour)).toBe(false);
  expect(await desk.agenda.dueNow(99, slot - hour)).toBe(false);
  expect(await claim(slot)).toEqual([]);
});

it("a dead letter sent again gives the reader the stories back that it held, before those carried already", async () => {
  const letter = { id: `${slot}_1`, member, chat: 1001, slot, why: "refused: other", at: dawn.toISOString() };
  await change({ cursor: 42, carry: [9, 7] });
  expect(await desk.agenda.resend({ ...letter, stories: [40, 9] }, slot - hour)).toBe(true);
  expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 42, carry: [40, 9, 7] });
  expect(await claim(slot - hour)).toEqual([{ member, slot: slot - hour }]);
});
