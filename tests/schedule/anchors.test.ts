// Digests by the prayers: one for each prayer's day, before and after it, across midnight, and beside wall-clock times.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placelessAnchors } from "../../src/schedule/anchors.ts";
import { dueBetween, nextDue, type Plan } from "../../src/schedule/due.ts";
import { offsetMs } from "../../src/schedule/localTime.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { type Anchor, type Prayer, prayers, readWishKey, type TimeWish } from "../../src/subscribers/wish.ts";
import { countries } from "../../src/text/countries.ts";
import { runs } from "../runs.ts";

const by = (at: Prayer, offsetMinutes = 0): Anchor => ({ at, offsetMinutes });
const plan = (zone: string, times: readonly TimeWish[], more: Partial<Plan> = {}): Plan => ({
  zone,
  times,
  days: weekdays,
  ...more,
});
/** What the zone's clock shows. */
const wall = (zone: string, at: number | null): string | null =>
  at === null ? null : new Date(at * 1000 + offsetMs(zone, at * 1000)).toISOString().slice(0, 16);
const due = (given: Plan, from: string, to = from): (string | null)[] =>
  dueBetween(given, from, to).map((at) => wall(given.zone, at));

const arabZones = Object.values(countries).flatMap((country): readonly string[] => country.zones);

describe("an anchor", () => {
  it.each([
    ["at the prayer itself", by("fajr"), "2025-11-24T04:57"],
    ["after it", by("fajr", 15), "2025-11-24T05:12"],
    ["before it", by("maghrib", -10), "2025-11-24T16:46"],
    ["by sunrise", by("sunrise", 5), "2025-11-24T06:33"],
  ])("is due %s", (_where, anchor, expected) =>
    expect(due(plan("Africa/Cairo", [anchor]), "2025-11-24")).toEqual([expected]),
  );

  it("counts at the reader's city, not at the one that stands for the zone", () => {
    const zone = "Asia/Riyadh";
    const fajr = (city: string): number =>
      dueBetween(plan(zone, [by("fajr")], { city }), "2026-03-30", "2026-03-30")[0] ?? 0;
    // Jeddah lies seven and a half degrees west of Riyadh, half an hour of the sun.
    expect(Math.round((fajr("Jeddah") - fajr("")) / 600)).toBe(3);
    expect(fajr("Riyadh")).toBe(fajr(""));
  });

  it("keeps to the prayer where the country changes its clock for Ramadan", () => {
    // Morocco goes back an hour on 15 February 2026 and forth on 22 March.
    const days = due(plan("Africa/Casablanca", [by("maghrib", 30)]), "2026-02-14", "2026-02-15");
    expect(days).toEqual(["2026-02-14T19:45", "2026-02-15T18:46"]);
  });

  it("belongs to the day of its prayer, on whichever date it falls", () => {
    const late = plan("Asia/Riyadh", [by("isha", 360)], { days: ["thu"] });
    expect(due(late, "2026-01-01", "2026-01-07")).toEqual(["2026-01-02T00:46"]);
    const early = plan("Asia/Riyadh", [by("fajr", -360)], { days: ["thu"] });
    expect(due(early, "2025-12-28", "2026-01-02")).toEqual(["2025-12-31T23:14"]);
    // The next one is found from the evening before, and after it only the Thursday to come.
    expect(wall("Asia/Riyadh", nextDue(early, Date.parse("2025-12-31T20:00Z")))).toBe("2025-12-31T23:14");
    expect(wall("Asia/Riyadh", nextDue(early, Date.parse("2025-12-31T20:14Z")))).toBe("2026-01-07T23:16");
  });

  it("that meets another wish is one slot with it", () => {
    const both = plan("Africa/Cairo", ["05:12", by("fajr", 15), by("fajr", 15)]);
    expect(due(both, "2025-11-24")).toEqual(["2025-11-24T05:12"]);
  });

  it("takes its place among wall-clock times", () => {
    const mixed = plan("Africa/Cairo", ["07:00", by("isha", 60), by("fajr", 15)]);
    expect(due(mixed, "2025-11-24")).toEqual(["2025-11-24T05:12", "2025-11-24T07:00", "2025-11-24T19:17"]);
  });

  it("is not due before the end of a pause, nor on a day that is not wished for", () => {
    const paused = plan("Africa/Cairo", [by("fajr")], { pausedUntil: "2025-11-24T02:57:00Z" });
    expect(wall("Africa/Cairo", nextDue(paused, Date.parse("2025-11-20T00:00Z")))).toBe("2025-11-24T04:57");
    const fridays = plan("Africa/Cairo", [by("dhuhr")], { days: ["fri"] });
    expect(due(fridays, "2025-11-24", "2025-11-30")).toEqual(["2025-11-28T11:44"]);
  });

  it("without a known place is never due, is told, and takes no other time with it", () => {
    const lost = plan("America/Phoenix", ["07:00", by("fajr", 15)]);
    expect(due(lost, "2026-01-01")).toEqual(["2026-01-01T07:00"]);
    expect(placelessAnchors(lost)).toEqual([by("fajr", 15)]);
    expect(nextDue(plan("America/Phoenix", [by("fajr")]), 0)).toBeNull();
    expect(placelessAnchors(plan("Africa/Cairo", [by("fajr")]))).toEqual([]);
  });
});

describe("in every Arab zone", () => {
  it.each(arabZones)("%s: each local day of 2026 has each anchor exactly once", (zone) => {
    for (const prayer of prayers) {
      const instants = dueBetween(plan(zone, [by(prayer, 10)]), "2026-01-01", "2026-12-31");
      const dates = instants.map((at) => wall(zone, at)?.slice(0, 10));
      expect([prayer, instants.length, new Set(dates).size]).toEqual([prayer, 365, 365]);
      // In the morning's order, or the evening's: no prayer strays by half a day.
      const hours = instants.map((at) => Number(wall(zone, at)?.slice(11, 13)));
      const [first, last] = prayer === "fajr" || prayer === "sunrise" ? [2, 8] : [11, 22];
      expect([prayer, hours.filter((hour) => hour < first || hour > last)]).toEqual([prayer, []]);
    }
  });
});

describe("any plan with anchors", () => {
  const zones = [...arabZones, "Europe/Oslo", "Europe/London", "America/New_York", "Pacific/Auckland"];
  const anchor = fc.record({
    at: fc.constantFrom(...prayers),
    offsetMinutes: fc.integer({ min: -720, max: 720 }),
  });
  const wish = fc.oneof(anchor, fc.constantFrom("07:00", "18:30", "00:15"));
  const plans = fc.record({
    zone: fc.constantFrom(...zones),
    city: fc.constantFrom("", "Jeddah"),
    times: fc.array(wish, { minLength: 1, maxLength: 4 }),
    days: fc.subarray([...weekdays], { minLength: 1 }),
  });
  const firstDay = fc.integer({ min: Date.UTC(2026, 0) / 86_400_000, max: Date.UTC(2026, 11) / 86_400_000 });
  const date = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

  it("rises, and the next instant walks through exactly what the span lists", () => {
    fc.assert(
      fc.property(plans, firstDay, (given, day) => {
        const listed = dueBetween(given, date(day), date(day + 20));
        expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
        let at = (listed[0] ?? 0) - 1;
        for (const expected of listed) {
          at = nextDue(given, at * 1000) ?? Number.NaN;
          expect(at).toBe(expected);
        }
      }),
      runs(200),
    );
  });

  it("has as many slots of an anchor as days are wished for", () => {
    fc.assert(
      fc.property(fc.constantFrom(...arabZones), anchor, firstDay, (zone, one, day) => {
        const listed = dueBetween(plan(zone, [one]), date(day), date(day + 20));
        // Across midnight the first or the last may fall outside of the span, or one from beside it inside.
        expect(Math.abs(listed.length - 21)).toBeLessThanOrEqual(1);
        const gaps = listed.slice(1).map((at, index) => (at - (listed[index] ?? 0)) / 3600);
        expect(gaps.filter((hours) => hours < 22.5 || hours > 25.5)).toEqual([]);
      }),
      runs(200),
    );
  });
});

describe("the key of a wish", () => {
  it.each(["07:00", "fajr+15", "maghrib-10", "isha+0", "sunrise+720"])("%s comes back as it was", (key) => {
    const wish = readWishKey(key);
    expect(wish).toBeDefined();
    expect(typeof wish === "string" ? wish : `${wish?.at} ${wish?.offsetMinutes}`).toBe(
      typeof wish === "string" ? key : key.replace("+", " ").replace("-", " -"),
    );
  });

  it.each(["7:00", "24:00", "noon+5", "fajr+721", "fajr+-5", "fajr 15", "", "toString", "fajr+1e2"])(
    "%j is none",
    (key) => expect(readWishKey(key)).toBeUndefined(),
  );
});
