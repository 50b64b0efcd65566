// Local time: gaps, overlaps, and zones with odd clocks.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate, offsetMs, toInstant } from "../../src/schedule/localTime.ts";
import { runs } from "../runs.ts";
import { wallClock } from "./oracle.ts";

function instant(zone: string, wish: string): string {
  const [date = "", time = ""] = wish.split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(toInstant(zone, { year, month, day }, hour, minute)).toISOString().slice(0, 16);
}

describe("a wall-clock time as an instant", () => {
  it.each([
    ["an ordinary morning in winter", "Africa/Cairo", "2026-01-15 07:00", "2026-01-15T05:00"],
    ["an ordinary morning in summer", "Africa/Cairo", "2026-07-15 07:00", "2026-07-15T04:00"],
    ["a gap at midnight gives the transition", "Africa/Cairo", "2025-04-25 00:30", "2025-04-24T22:00"],
    ["the first minute of a gap", "Africa/Cairo", "2025-04-25 00:00", "2025-04-24T22:00"],
    ["the first minute after a gap", "Africa/Cairo", "2025-04-25 01:00", "2025-04-24T22:00"],
    ["the last minute before a gap", "Africa/Cairo", "2025-04-24 23:59", "2025-04-24T21:59"],
    ["the morning after a gap", "Africa/Cairo", "2025-04-25 08:00", "2025-04-25T05:00"],
    ["an overlap before midnight gives the earlier", "Africa/Cairo", "2025-10-30 23:30", "2025-10-30T20:30"],
    ["the first minute after an overlap", "Africa/Cairo", "2025-10-31 00:00", "2025-10-30T22:00"],
    ["a gap at midnight in Beirut", "Asia/Beirut", "2025-03-30 00:15", "2025-03-29T22:00"],
    ["a gap in the night", "Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:00"],
    ["an overlap in the night", "Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30"],
    ["a gap in the west", "America/New_York", "2026-03-08 02:30", "2026-03-08T07:00"],
    ["an overlap in the west", "America/New_York", "2026-11-01 01:30", "2026-11-01T05:30"],
    ["a gap of half an hour", "Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30"],
    ["an overlap of half an hour", "Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45"],
    ["back to standard time as Ramadan begins", "Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T01:30"],
    ["forward again as Ramadan has ended", "Africa/Casablanca", "2026-03-22 02:30", "2026-03-22T02:00"],
    ["a day that a zone skipped ends at once", "Pacific/Apia", "2011-12-30 07:00", "2011-12-30T10:00"],
    ["the morning before the skipped day", "Pacific/Apia", "2011-12-29 07:00", "2011-12-29T17:00"],
    ["the morning after the skipped day", "Pacific/Apia", "2011-12-31 07:00", "2011-12-30T17:00"],
    ["far east of Greenwich", "Pacific/Kiritimati", "2026-06-01 00:00", "2026-05-31T10:00"],
    ["a quarter of an hour off", "Asia/Kathmandu", "2026-06-01 06:00", "2026-06-01T00:15"],
    ["a leap day", "Asia/Riyadh", "2028-02-29 07:00", "2028-02-29T04:00"],
  ])("%s: %s %s", (_rule, zone, wish, expected) => expect(instant(zone, wish)).toBe(expected));

  const zones = ["Africa/Cairo", "Africa/Casablanca", "Australia/Lord_Howe", "America/St_Johns", "Asia/Gaza"];
  const minute = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2028, 11) / 60_000 });

  it("leads back from what the clock shows to the same or an earlier instant that shows the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
        const at = minutes * 60_000;
        const show = wallClock(zone);
        const back = Date.parse(`${instant(zone, show(at))}Z`);
        expect(show(back)).toBe(show(at));
        expect(back).toBeLessThanOrEqual(at);
        expect(at - back).toBeLessThanOrEqual(3_600_000);
      }),
      runs(2000),
    );
  });

  it("knows the offset and the date that the clock shows", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
        const at = minutes * 60_000;
        const shown = wallClock(zone)(at);
        expect(new Date(at + offsetMs(zone, at)).toISOString().slice(0, 16)).toBe(shown.replace(" ", "T"));
        const { year, month, day } = localDate(zone, at);
        expect([year, month, day]).toEqual(shown.slice(0, 10).split("-").map(Number));
      }),
      runs(2000),
    );
  });
});
