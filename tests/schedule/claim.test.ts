// Claims, leases and what is noted of a pending slot, with deaths between the steps.
import { describe, expect, it } from "vitest";
import { createEarly } from "../../src/schedule/early.ts";
import { type Desk, dawn, lendDesks, nextSlot, reader, served, slot } from "./desk.ts";

const { desk, connect, isReal } = lendDesks();

const limit = 100;
const leaseSeconds = 30;
const claimAt = (now: number, agenda = desk.agenda) => agenda.claim({ now, limit, leaseSeconds });

describe("a claim", () => {
  it("takes nobody before the due second, and then each due reader", async () => {
    const [first, second] = [
      await desk.agenda.upsert(reader(1), dawn),
      await desk.agenda.upsert(reader(2), dawn),
    ];
    await desk.agenda.upsert(reader(3, { times: ["07:01"] }), dawn);
    expect(await claimAt(slot - 1)).toEqual([]);
    const claims = await claimAt(slot);
    expect(claims.toSorted((a, b) => a.member - b.member)).toEqual([
      { member: first, slot },
      { member: second, slot },
    ]);
  });

  it("takes no more than the limit, the longest due first", async () => {
    for (const chat of [1, 2, 3])
      await desk.agenda.upsert(reader(chat, { times: [`06:3${9 - chat}`] }), dawn);
    const claims = await desk.agenda.claim({ now: slot, limit: 2, leaseSeconds });
    expect(claims.map(({ member }) => member)).toEqual([3, 2]);
  });

  it("goes by the time of Redis when none is given", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    const before = Math.floor(Date.now() / 1000) - 5;
    const claims = await desk.agenda.claim({ now: null, limit, leaseSeconds });
    expect(claims).toEqual([{ member, slot }]);
    const due = (await desk.dueAt(member)) ?? 0;
    expect(due).toBeGreaterThanOrEqual(before + leaseSeconds);
    await desk.agenda.confirm(claims, 600, null);
    expect(await desk.dueAt(member)).toBeGreaterThanOrEqual(due + 600 - leaseSeconds);
  });

  it("never gives one reader to two claimers at the same moment", async () => {
    // The in-process server grows slower with every reader.
    const count = isReal() ? 2000 : 300;
    const chats = Array.from({ length: count }, (_, index) => index + 1);
    await Promise.all(chats.map((chat) => desk.agenda.upsert(reader(chat), dawn)));
    const drain = async (agenda: Desk["agenda"]): Promise<number[]> => {
      const members: number[] = [];
      for (;;) {
        const claims = await agenda.claim({ now: slot, limit: 17, leaseSeconds });
        if (claims.length === 0) return members;
        members.push(...claims.map(({ member }) => member));
      }
    };
    const clients = [1, 2, 3].map(() => connect());
    // Connected first, so that they do claim at the same moment.
    await Promise.all(clients.map((client) => client.ping()));
    const shares = await Promise.all(clients.map((client) => drain(desk.other(client))));
    expect(shares.every((share) => share.length > 0)).toBe(true);
    expect(shares.flat().length).toBe(count);
    expect(new Set(shares.flat()).size).toBe(count);
  });

  it("works on a server that has forgotten the scripts", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await claimAt(slot - 1);
    await connect().script("FLUSH");
    expect(await claimAt(slot)).toEqual([{ member, slot }]);
  });
});

describe("a lease", () => {
  it("ends for a clock that died before it queued its claims: claimed again, same slot", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await claimAt(slot);
    expect(await claimAt(slot + leaseSeconds - 1)).toEqual([]);
    expect(await claimAt(slot + leaseSeconds)).toEqual([{ member, slot }]);
  });

  it("lasts longer once the claims are queued", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await desk.agenda.confirm(await claimAt(slot), 600, slot + 1);
    expect(await claimAt(slot + 600)).toEqual([]);
    expect(await claimAt(slot + 601)).toEqual([{ member, slot }]);
  });

  it("is not made longer for slots that ended, or were replaced, before the confirmation", async () => {
    const [ended, replaced] = [
      await desk.agenda.upsert(reader(1), dawn),
      await desk.agenda.upsert(reader(2), dawn),
    ];
    const claims = await claimAt(slot);
    await desk.agenda.acknowledge(served(ended));
    await desk.agenda.acknowledge(served(replaced));
    await desk.agenda.claim({ now: nextSlot, limit: 1, leaseSeconds });
    const before = [await desk.dueAt(ended), await desk.dueAt(replaced)];
    await desk.agenda.confirm(claims, 600, slot + 1);
    expect([await desk.dueAt(ended), await desk.dueAt(replaced)]).toEqual(before);
  });

  it.each([
    ["given back", () => desk.agenda.release],
    ["postponed", () => desk.postpone],
    ["brought forward", () => createEarly(connect(), desk.prefix).bringForward],
  ])("is not laid over the instant of a slot that was %s before the confirmation", async (_how, by) => {
    // Sooner than the lease, where the lease ends, and behind what the confirmation would give.
    const instants = [slot + 10, slot + leaseSeconds, slot + 9_000];
    const members: number[] = [];
    for (const [index] of instants.entries()) members.push(await desk.agenda.upsert(reader(index + 1), dawn));
    const claims = await desk.agenda.claim({ now: slot, limit, leaseSeconds, wave: 10 });
    for (const [index, at] of instants.entries()) await by()(members[index] ?? 0, slot, at);
    await desk.agenda.confirm(claims, 600, slot + 1);
    expect(await Promise.all(members.map(desk.dueAt))).toEqual(instants);
    // Claimed at that very second, and not before it.
    expect(await claimAt(slot + 9)).toEqual([]);
    expect(await claimAt(slot + 10)).toMatchObject([{ member: members[0], slot }]);
  });

  it("is given back by a worker whose attempts are exhausted, for its own slot only", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await desk.agenda.confirm(await claimAt(slot), 600, slot);
    await desk.agenda.release(member, slot - 60, slot + 1);
    expect(await desk.dueAt(member)).toBe(slot + 600);
    await desk.agenda.release(member, slot, slot + 90);
    expect(await claimAt(slot + 89)).toEqual([]);
    expect(await claimAt(slot + 90)).toEqual([{ member, slot }]);
  });
});

describe("a pending slot", () => {
  it("is nothing before the claim and after the end", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    expect(await desk.agenda.pending(member)).toBeNull();
    await claimAt(slot);
    expect(await desk.agenda.pending(member)).toEqual({ slot, parts: 0, upTo: null });
    await desk.agenda.acknowledge(served(member));
    expect(await desk.agenda.pending(member)).toBeNull();
  });

  it("keeps its notes over the death of a worker and a second claim", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await claimAt(slot);
    await desk.agenda.noteUpTo(member, slot, 418);
    await desk.agenda.notePart(member, slot, 1);
    expect(await claimAt(slot + leaseSeconds)).toEqual([{ member, slot }]);
    expect(await desk.agenda.pending(member)).toEqual({ slot, parts: 1, upTo: 418 });
  });

  it("lets the first composition decide up to which article it looks", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await claimAt(slot);
    const first = { slot, parts: 0, upTo: 0 };
    expect(await desk.agenda.noteUpTo(member, slot, 0)).toEqual(first);
    expect(await desk.agenda.noteUpTo(member, slot, 420)).toEqual(first);
    await desk.agenda.notePart(member, slot, 2);
    expect(await desk.agenda.noteUpTo(member, slot, 420)).toEqual({ ...first, parts: 2 });
    expect(await desk.agenda.pending(member)).toEqual({ ...first, parts: 2 });
  });

  it("counts parts upwards only", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    await claimAt(slot);
    await desk.agenda.notePart(member, slot, 10);
    await desk.agenda.notePart(member, slot, 9);
    expect(await desk.agenda.pending(member)).toMatchObject({ parts: 10 });
  });

  it("takes no notes for another slot, nor for a reader without one", async () => {
    const member = await desk.agenda.upsert(reader(1), dawn);
    expect(await desk.agenda.noteUpTo(member, slot, 5)).toBeNull();
    expect(await desk.agenda.pending(member)).toBeNull();
    await claimAt(slot);
    await desk.agenda.notePart(member, slot - 60, 3);
    await desk.agenda.noteUpTo(member, slot - 60, 5);
    expect(await desk.agenda.pending(member)).toEqual({ slot, parts: 0, upTo: null });
  });
});

it("how many are due, and for how long the first has waited", async () => {
  expect(await desk.agenda.lagSeconds(slot)).toBe(0);
  await desk.agenda.upsert(reader(1), dawn);
  await desk.agenda.upsert(reader(2, { times: ["07:05"] }), dawn);
  expect([await desk.agenda.dueCount(slot - 1), await desk.agenda.lagSeconds(slot - 1)]).toEqual([0, 0]);
  expect([await desk.agenda.dueCount(slot + 90), await desk.agenda.lagSeconds(slot + 90)]).toEqual([1, 90]);
  expect([await desk.agenda.dueCount(slot + 300), await desk.agenda.lagSeconds(slot + 300)]).toEqual([
    2, 300,
  ]);
});
