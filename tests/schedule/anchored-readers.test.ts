// Readers whose digest comes by a prayer, on the index: one slot after the other, and changes of the city.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextDue } from "../../src/schedule/due.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { dawn, openDesk, reader, served } from "./desk.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const byFajr = { zone: "Asia/Riyadh", times: [{ at: "fajr", offsetMinutes: 15 }] } as const;

describe("a reader whose digest comes by Fajr", () => {
  it("is due at one slot a day, each by the sun of its own day", async () => {
    const desk = openDesk(redis.connect());
    const plan = reader(1001, byFajr);
    const member = await desk.agenda.upsert(plan, dawn);
    const slots: number[] = [];
    for (let day = 0; day < 60; day += 1) {
      const slot = (await desk.dueAt(member)) ?? Number.NaN;
      slots.push(slot);
      expect(await desk.agenda.claim({ now: slot - 1, limit: 10, leaseSeconds: 30 })).toEqual([]);
      expect(await desk.agenda.claim({ now: slot, limit: 10, leaseSeconds: 30 })).toEqual([{ member, slot }]);
      await desk.agenda.acknowledge({ ...served(member, slot), next: nextDue(plan, slot * 1000) });
    }
    const minutes = slots.slice(1).map((slot, day) => (slot - (slots[day] ?? 0)) / 60 - 24 * 60);
    // From mid-January to mid-March Fajr comes ever earlier in Riyadh, by a minute at the most.
    expect(minutes.filter((shift) => Math.abs(shift) > 1)).toEqual([]);
    expect(minutes.filter((shift) => shift < 0).length).toBeGreaterThan(20);
  });

  it("moves with the city, also where the times change at the same moment", async () => {
    const desk = openDesk(redis.connect());
    const other = desk.other(redis.connect());
    const member = await desk.agenda.upsert(reader(1001, byFajr), dawn);
    const inRiyadh = await desk.dueAt(member);
    await desk.agenda.change(member, { city: "Jeddah" }, dawn);
    expect((await desk.dueAt(member)) ?? 0).toBeGreaterThan((inRiyadh ?? 0) + 20 * 60);
    for (let round = 0; round < 30; round += 1) {
      const times = [{ at: "fajr", offsetMinutes: round }] as const;
      await Promise.all([
        desk.agenda.change(member, { city: round % 2 === 0 ? "" : "Jeddah" }, dawn),
        other.change(member, { times }, dawn),
      ]);
      const now = await desk.store.byNumber(member);
      if (now === undefined) throw new Error("the reader is gone");
      expect(now).toMatchObject({ city: round % 2 === 0 ? "" : "Jeddah", times });
      expect(await desk.dueAt(member)).toBe(nextDue(now, dawn.getTime()));
    }
  });
});
