// The order of readers who are due together: never before the slot, and nobody is always last.
import { describe, expect, it } from "vitest";
import { createEarly } from "../../src/schedule/early.ts";
import { createEarlyStart, slotOf } from "../../src/schedule/rotation.ts";
import type { Claim } from "../../src/schedule/slots.ts";
import { placeOf } from "../../src/subscribers/place.ts";
import { dawn, lendDesks, nextSlot, reader, served, slot } from "./desk.ts";

const { desk, connect } = lendDesks();

const day = 86_400;
const prefix = (): string => desk.prefix;
const score = async (member: number) => Number(await connect().zscore(`{${prefix()}}:due`, String(member)));

/** Adds readers who are all due at the slot; gives their numbers. */
async function addReaders(count: number): Promise<number[]> {
  const chats = Array.from({ length: count }, (_, index) => 1000 + index);
  return Promise.all(chats.map((chat) => desk.agenda.upsert(reader(chat), dawn)));
}

const claimAll = (now: number): Promise<Claim[]> =>
  desk.agenda.claim({ now, limit: 10_000, leaseSeconds: 30 });

describe("a reader's place in a slot", () => {
  it("stands behind the point of the score, the same in Lua and here, after a change and after an end", async () => {
    const [, member = 0] = await addReaders(2);
    expect(await score(member)).toBeCloseTo(slot + placeOf(member, slot), 5);
    await claimAll(slot);
    await desk.agenda.acknowledge(served(member));
    expect(await score(member)).toBeCloseTo(nextSlot + placeOf(member, nextSlot), 5);
    expect(slotOf(await score(member))).toBe(nextSlot);
  });

  it("is from 0 up to but not 1, so that no slot runs into the next second", () => {
    for (let member = 1; member < 20_000; member += 7) {
      const at = 1_700_000_000 + member * 60;
      const place = placeOf(member, at);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(Math.floor(at + place)).toBe(at);
    }
  });

  it("lets nobody be served before the slot, and all of them in its first second", async () => {
    const members = await addReaders(50);
    expect(await claimAll(slot - 1)).toEqual([]);
    expect(await desk.agenda.dueCount(slot - 1)).toBe(0);
    expect(await desk.agenda.dueCount(slot)).toBe(50);
    expect(await desk.agenda.lagSeconds(slot + 3)).toBe(3);
    const claims = await claimAll(slot);
    expect(claims).toHaveLength(members.length);
    for (const claim of claims) expect(claim.slot).toBe(slot);
  });

  it("is in the middle on the average of thirty days, for everyone; nobody is late two days on end", async () => {
    const count = 100;
    const members = await addReaders(count);
    const places = new Map<number, number[]>(members.map((member) => [member, []]));
    for (let at = slot; at < slot + 30 * day; at += day) {
      const order = (await claimAll(at)).map(({ member }) => member);
      expect(order).toHaveLength(count);
      for (const [index, member] of order.entries()) places.get(member)?.push(index / (count - 1));
      await Promise.all(order.map((member) => desk.agenda.acknowledge(served(member, at))));
    }
    for (const [member, own] of places) {
      const mean = own.reduce((sum, place) => sum + place, 0) / own.length;
      // By chance alone the means of thirty days would differ by 0.05 as a rule, and by 0.15 among a hundred readers.
      expect(Math.abs(mean - 0.5), `reader ${member}`).toBeLessThan(0.05);
      // Among the last fifth about every fifth day, and never on two days running.
      const late = own.map((place) => place > 0.8);
      expect(late.filter(Boolean).length).toBeLessThanOrEqual(8);
      expect(late.some((isLate, index) => isLate && late[index - 1])).toBe(false);
    }
  });

  it("is in the middle too for who reads on one weekday alone, over thirty weeks", () => {
    for (let member = 1; member <= 200; member += 1) {
      let sum = 0;
      for (let week = 0; week < 30; week += 1) sum += placeOf(member, slot + week * 7 * day);
      expect(Math.abs(sum / 30 - 0.5)).toBeLessThan(0.08);
    }
  });

  it("does not make a digest that is brought forward for review a stale one", async () => {
    const [, , member = 0] = await addReaders(3);
    const early = createEarly(connect(), prefix());
    expect(await early.slotOf(member)).toBe(slot);
    expect(await early.bringForward(member, slot, slot - 600)).toBe(true);
    expect(await claimAll(slot - 600)).toEqual([{ member, slot }]);
  });
});

describe("an early start", () => {
  const early = () => createEarlyStart(connect(), prefix());

  it("counts who is due in each of the next minutes", async () => {
    await addReaders(3);
    await desk.agenda.upsert(reader(1, { times: ["07:02"] }), dawn);
    expect(await early().dueByMinute(slot - 60, 4)).toEqual([3, 0, 1, 0]);
    expect(await early().dueByMinute(slot - 1, 2)).toEqual([3, 0]);
    expect(await early().dueByMinute(slot, 2)).toEqual([0, 1]);
  });

  it("makes some readers due now, first places first, with the slot they have; the others keep theirs", async () => {
    const members = await addReaders(10);
    expect(await early().begin(slot, 4, slot - 300)).toBe(4);
    const first = members.toSorted((a, b) => placeOf(a, slot) - placeOf(b, slot)).slice(0, 4);
    expect(await claimAll(slot - 300)).toEqual(first.map((member) => ({ member, slot })));
    expect(await claimAll(slot - 1)).toHaveLength(4); // their leases have ended
    expect(await claimAll(slot)).toHaveLength(6);
  });

  it("leaves the next slot as it is, also where a reader changes something before the slot's own time", async () => {
    const [member = 0] = await addReaders(1);
    await early().begin(slot, 1, slot - 300);
    await claimAll(slot - 300);
    await desk.agenda.acknowledge({ ...served(member), now: slot - 299 });
    expect(await desk.dueAt(member)).toBe(nextSlot);
    await desk.agenda.change(member, { items: 7 }, new Date((slot - 200) * 1000));
    expect(await desk.dueAt(member)).toBe(nextSlot);
    // A wish before the next slot is kept: 12:00 on the same day.
    await desk.agenda.change(member, { times: ["07:00", "12:00"] }, new Date((slot - 100) * 1000));
    expect(await desk.dueAt(member)).toBe(slot + 5 * 3_600);
  });

  it("takes nobody who is being served, whose score is the end of a lease", async () => {
    const [member = 0] = await addReaders(1);
    await desk.agenda.confirm(await claimAll(slot), 600, slot);
    expect(await early().begin(slot + 600, 5, slot + 300)).toBe(0);
    expect(await desk.dueAt(member)).toBe(slot + 600);
  });
});
