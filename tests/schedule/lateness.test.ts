// How late a digest may come: quiet hours and the grace, for one reader in Cairo (two hours ahead of UTC in winter).
import { describe, expect, it } from "vitest";
import { lastInstant, newestSlot, restsUntil } from "../../src/schedule/lateness.ts";
import { reader } from "./desk.ts";

const limits = { graceSeconds: 12 * 3600, toleranceSeconds: 3600 };
const night = { from: "23:00", to: "07:00" };
const at = (text: string): number => Date.parse(text) / 1000;
/** 15 January 2025 in Cairo, or the day after. */
const cairo = (time: string, day = 15): number => at(`2025-01-${day}T${time}:00+02:00`);

describe("a slot that is served inside quiet hours", () => {
  it.each([
    ["18:30 of an outage waits for their end", ["18:30"], "18:30", cairo("23:00"), cairo("07:00", 16)],
    ["18:30 goes out as long as they have not begun", ["18:30"], "18:30", cairo("22:59"), null],
    ["02:00 was chosen, and goes out at 02:00", ["02:00"], "02:00", cairo("02:00"), null],
    ["02:00 goes out while the queue may take so long", ["02:00"], "02:00", cairo("03:00"), null],
    ["02:00 waits when it comes later than that", ["02:00"], "02:00", cairo("03:01"), cairo("07:00")],
    ["22:50 goes out past their beginning", ["22:50"], "22:50", cairo("23:50"), null],
    ["22:50 waits when it comes later than that", ["22:50"], "22:50", cairo("23:51"), cairo("07:00", 16)],
    [
      "18:30 waits no longer than to a time chosen inside them",
      ["18:30", "02:00"],
      "18:30",
      cairo("23:30"),
      cairo("02:00", 16),
    ],
    ["18:30 goes out with the one chosen inside them", ["18:30", "02:00"], "18:30", cairo("02:05", 16), null],
  ])("%s", (_what, times, slot, now, expected) => {
    const who = reader(1, { times, quiet: night });
    expect(restsUntil(who, cairo(slot), now, limits)).toBe(expected);
  });

  it("waits for nothing where there are none", () => {
    expect(restsUntil(reader(1), cairo("07:00"), cairo("12:00"), limits)).toBeNull();
  });
});

describe("the last instant of a slot", () => {
  it("is the end of its grace", () => {
    expect(lastInstant(reader(1), cairo("07:00"), limits)).toBe(cairo("19:00"));
  });

  it("is after the quiet hours that the grace ends in, with the time that the queue may take", () => {
    const who = reader(1, { times: ["18:30"], quiet: night });
    expect(lastInstant(who, cairo("18:30"), limits)).toBe(cairo("08:00", 16));
    expect(lastInstant(who, cairo("10:00"), limits)).toBe(cairo("22:00"));
  });
});

describe("the newest slot that has passed", () => {
  it("is the slot itself until the next one has come", () => {
    const who = reader(1, { times: ["07:00", "12:00", "18:30"] });
    expect(newestSlot(who, cairo("07:00"), cairo("11:59"))).toBe(cairo("07:00"));
    expect(newestSlot(who, cairo("07:00"), cairo("12:00"))).toBe(cairo("12:00"));
    expect(newestSlot(who, cairo("07:00"), cairo("19:00"))).toBe(cairo("18:30"));
  });
});
