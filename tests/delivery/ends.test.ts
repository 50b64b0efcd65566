// How slots end when time has passed: late ones, merged ones, those that were tried in vain; on the real agenda.
import { beforeEach, describe, expect, it } from "vitest";
import { createEnds, type Ends } from "../../src/delivery/ends.ts";
import { nextDue } from "../../src/schedule/due.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { dawn, lendDesks, reader, slot } from "../schedule/desk.ts";

const { desk } = lendDesks();
let member: number;
let now: number;
let ends: Ends;
beforeEach(async () => {
  member = await desk.agenda.upsert(reader(1001, { times: ["07:00", "18:30"] }), dawn);
  now = slot;
  ends = createEnds({
    book: { ...desk.agenda, postpone: desk.postpone },
    readerOf: (number) => desk.store.byNumber(number),
    nextDue,
    now: () => new Date(now * 1000),
    graceSeconds: 12 * hour,
    toleranceSeconds: hour,
    leaseSeconds: 30,
  });
  await desk.agenda.claim({ now: slot, limit: 10, leaseSeconds: 30 });
});

const hour = 3600;
const day = 24 * hour;
const evening = slot + 11.5 * hour;
const past = { cursor: 42, carry: [7] };

async function known(): Promise<Subscriber> {
  const reader = await desk.store.byNumber(member);
  if (reader === undefined) throw new Error("no reader");
  return reader;
}

const late = async (wasTried: boolean): Promise<string> =>
  ends.late({ member, slot }, await known(), wasTried);

describe("a slot older than the grace", () => {
  it("is late, and the next one is the first that may still be sent, though it has passed as well", async () => {
    now = evening + hour;
    expect(await late(false)).toBe("late");
    expect(await desk.dueAt(member)).toBe(evening);
    expect(await desk.agenda.outcomes()).toEqual({ late: 1 });
  });

  it("answers for all that are late with it: each is on record", async () => {
    now = evening + 2 * day + hour;
    await late(false);
    expect(await desk.dueAt(member)).toBe(evening + 2 * day);
    expect(await desk.agenda.outcomes()).toEqual({ late: 5 });
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 0 });
  });

  it("is a dead letter when it was tried", async () => {
    now = evening + hour;
    expect(await late(true)).toBe("dead");
    expect(await desk.agenda.listDead()).toMatchObject([{ member, slot, chat: 1001 }]);
    expect(await desk.agenda.outcomes()).toEqual({ dead: 1 });
  });
});

describe("a slot served late", () => {
  it("is one with those that came due meanwhile, and they are on record", async () => {
    now = evening + 60;
    await ends.served({ member, slot }, await known(), "sent", past);
    expect(await desk.dueAt(member)).toBe(slot + day);
    expect(await desk.agenda.outcomes()).toEqual({ sent: 1, merged: 1 });
    expect(await desk.store.byNumber(member)).toMatchObject(past);
  });

  it("is followed by the next of the plan as it is now, not as it was when the job began", async () => {
    const before = await known();
    const changed = new Date((slot + 2) * 1000);
    await desk.agenda.change(member, { times: ["07:05", "09:30"] }, changed);
    now = slot + 600;
    await ends.served({ member, slot }, before, "sent", past);
    expect(await desk.dueAt(member)).toBe(slot + 2.5 * hour);
  });
});

describe("a slot whose attempts are exhausted", () => {
  const lastTick = slot + 12 * hour;

  it("is let go to the lease while a tick can still serve it", async () => {
    now = lastTick - 30;
    await ends.giveUp({ member, slot }, "502");
    expect(await desk.dueAt(member)).toBe(lastTick);
    expect(await desk.agenda.listDead()).toEqual([]);
  });

  it("is a dead letter with its reason when the next tick would be too late", async () => {
    now = lastTick - 29;
    await ends.giveUp({ member, slot }, "attempts exhausted: 502 Bad Gateway");
    expect(await desk.agenda.listDead()).toMatchObject([{ why: "attempts exhausted: 502 Bad Gateway" }]);
    expect(await desk.agenda.pending(member)).toBeNull();
    // The stories were not lost with it, and the evening's digest, due by now, brings them.
    expect(await desk.store.byNumber(member)).toMatchObject({ cursor: 0 });
    expect(await desk.dueAt(member)).toBe(evening);
  });

  it("is nobody's any more when the reader left meanwhile", async () => {
    await desk.agenda.change(member, { status: "inactive", reason: "unsubscribed" }, dawn);
    now = lastTick;
    await ends.giveUp({ member, slot }, "502");
    expect(await desk.agenda.listDead()).toEqual([]);
  });
});
