// Quiet hours: in the reader's zone, over midnight, and to the minute.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, quietEnd } from "../../src/schedule/quiet.ts";
import { runs } from "../runs.ts";

const night = { from: "23:00", to: "06:00" };

describe("quiet hours", () => {
  it.each([
    // Cairo is two hours ahead in November.
    [night, "2026-11-24T20:59:00Z", false],
    [night, "2026-11-24T21:00:00Z", true],
    [night, "2026-11-25T03:59:59Z", true],
    [night, "2026-11-25T04:00:00Z", false],
    [{ from: "13:00", to: "15:00" }, "2026-11-24T11:00:00Z", true],
    [{ from: "13:00", to: "15:00" }, "2026-11-24T13:00:00Z", false],
    [{ from: "07:00", to: "07:00" }, "2026-11-24T05:00:00Z", false],
    [null, "2026-11-24T22:00:00Z", false],
  ])("%o at %s: %s", (quiet, at, expected) => {
    expect(isQuiet({ quiet, zone: "Africa/Cairo" }, new Date(at))).toBe(expected);
  });
});

describe("the end of quiet hours", () => {
  it.each([
    ["over midnight", night, "2026-11-24T21:00:30Z", "2026-11-25T04:00:00Z"],
    ["after midnight", night, "2026-11-25T03:59:59Z", "2026-11-25T04:00:00Z"],
    ["by day", { from: "13:00", to: "15:00" }, "2026-11-24T11:00:00Z", "2026-11-24T13:00:00Z"],
    // Cairo skips 00:00 to 01:00 on 25 April 2025, and repeats 23:00 to 24:00 on 30 October.
    ["in the night that lacks an hour", night, "2025-04-24T21:00:00Z", "2025-04-25T03:00:00Z"],
    [
      "in the hour that is lacking",
      { from: "23:00", to: "00:30" },
      "2025-04-24T21:10:00Z",
      "2025-04-24T22:00:00Z",
    ],
    ["in the night that has one more", night, "2025-10-30T20:00:00Z", "2025-10-31T04:00:00Z"],
    [
      "the first time in the hour that comes twice",
      { from: "22:00", to: "23:30" },
      "2025-10-30T20:10:00Z",
      "2025-10-30T20:30:00Z",
    ],
    ["the second time in it", { from: "22:00", to: "23:30" }, "2025-10-30T21:10:00Z", "2025-10-30T21:30:00Z"],
    ["none outside them", night, "2026-11-25T04:00:00Z", null],
  ])("%s", (_when, quiet, now, expected) => {
    const end = quietEnd({ quiet, zone: "Africa/Cairo" }, new Date(now));
    expect(end === null ? null : new Date(end * 1000).toISOString().replace(".000", "")).toBe(expected);
  });

  it("is the first minute that is not quiet, in every zone and over every change of the clock", () => {
    // Moments around changes: Cairo, Beirut, Casablanca's Ramadan, Gaza, Lord Howe's half hour, New York.
    const changes = [
      ["Africa/Cairo", "2025-04-24T22:00:00Z"],
      ["Africa/Cairo", "2025-10-30T21:00:00Z"],
      ["Asia/Beirut", "2025-03-29T22:00:00Z"],
      ["Africa/Casablanca", "2026-02-15T02:00:00Z"],
      ["Asia/Gaza", "2025-10-25T00:00:00Z"],
      ["Australia/Lord_Howe", "2025-04-05T15:00:00Z"],
      ["America/New_York", "2025-03-09T07:00:00Z"],
    ] as const;
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
      );
    const law = fc.property(
      fc.constantFrom(...changes),
      fc.integer({ min: -1500, max: 1500 }),
      time,
      time,
      ([zone, change], minutes, from, to) => {
        const now = new Date(Date.parse(change) + minutes * 60_000);
        const reader = { zone, quiet: { from, to } };
        const end = quietEnd(reader, now);
        let scanned = now.getTime();
        while (isQuiet(reader, new Date(scanned)) && scanned - now.getTime() < 3 * 86_400_000)
          scanned += 60_000;
        expect(end).toBe(scanned === now.getTime() ? null : scanned / 1000);
      },
    );
    fc.assert(law, runs(1500));
  });
});
