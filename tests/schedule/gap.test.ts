// How far back a digest reaches, by the plan of its reader: in Cairo, two hours ahead of UTC in winter.
import { describe, expect, it } from "vitest";
import { previousDue, reachesBackTo } from "../../src/schedule/gap.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { reader } from "./desk.ts";

/** 07:00 in Cairo on a day of January 2025; the 19th is a Sunday. */
const seven = (day: number): number => Date.UTC(2025, 0, day, 5) / 1000;
const working = weekdays.slice(0, 5); // Sunday to Thursday

const backTo = (differences: object, day = 19): number =>
  reachesBackTo(reader(1, differences), seven(day) * 1000, seven(day), 48) / 1000;

describe("a digest", () => {
  it.each([
    ["of every day reaches 48 hours back, whatever was missed", {}, seven(17)],
    ["after the weekend reaches back to the one before it", { days: working }, seven(16)],
    ["of once a week tells of the week", { days: ["sun"] }, seven(12)],
    [
      "after a pause reaches 48 hours back, though the plan leaves more time",
      { days: ["sun"], pausedUntil: "2025-01-18T12:00:00.000Z" },
      seven(17),
    ],
    [
      "after a pause that ended before the slot before it is like any other",
      { days: ["sun"], pausedUntil: "2025-01-11T12:00:00.000Z" },
      seven(12),
    ],
    ["of a reader without times reaches 48 hours back", { times: [] }, seven(17)],
  ])("%s", (_what, differences, expected) => {
    expect(backTo(differences)).toBe(expected);
  });

  it("that follows one of the same day reaches 48 hours back", () => {
    expect(backTo({ days: working, times: ["06:00", "07:00"] })).toBe(seven(17));
  });
});

it("the slot before is found over the days without one, and none where there is none", () => {
  expect(previousDue(reader(1, { days: ["thu"] }), seven(16))).toBe(seven(9));
  expect(previousDue(reader(1, { days: [] }), seven(16))).toBeNull();
});
