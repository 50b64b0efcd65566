// Quiet hours: in the reader's zone, over midnight, and to the minute.
import { describe, expect, it } from "vitest";
import { isQuiet } from "../../src/schedule/quiet.ts";

describe("quiet hours", () => {
  const night = { from: "23:00", to: "06:00" };
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
