// The calendar in full: each minute of the day as a wish, five years, against a scan of every minute of them.
import { expect, it } from "vitest";
import { dueBetween } from "../../src/schedule/due.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { datesBetween, everyMinute, scanDue } from "./oracle.ts";
import { calendarZones } from "./zones.ts";

it.each(calendarZones)("%s: every minute of every day from 2024 to 2028", (zone) => {
  const [from, to] = ["2024-01-01", "2028-12-31"];
  const times = everyMinute();
  const found = dueBetween({ zone, times, days: weekdays }, from, to);
  const expected = scanDue(zone, datesBetween(from, to), times);
  expect(found.length).toBe(expected.length);
  expect(found.findIndex((at, index) => at !== expected[index])).toBe(-1);
});
