// The calendar in full: each minute of the day as a wish, five years, against a scan of every minute of them.
import { expect, it } from "vitest";
import { dueBetween } from "../../src/schedule/due.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { datesBetween, everyMinute, scanDue } from "./oracle.ts";

/** The zones of the Arab countries, and four with clocks of their own kind. */
const zones = [
  ...["Algiers", "Cairo", "Casablanca", "Djibouti", "El_Aaiun", "Khartoum", "Mogadishu", "Nouakchott"],
  ...["Tripoli", "Tunis"],
].map((city) => `Africa/${city}`);
zones.push(
  ...["Aden", "Amman", "Baghdad", "Bahrain", "Beirut", "Damascus", "Dubai", "Gaza", "Hebron", "Kuwait"].map(
    (city) => `Asia/${city}`,
  ),
  ...["Asia/Muscat", "Asia/Qatar", "Asia/Riyadh", "Indian/Comoro"],
  ...["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"],
);

it.each(zones)("%s: every minute of every day from 2024 to 2028", (zone) => {
  const [from, to] = ["2024-01-01", "2028-12-31"];
  const times = everyMinute();
  const found = dueBetween({ zone, times, days: weekdays }, from, to);
  const expected = scanDue(zone, datesBetween(from, to), times);
  expect(found.length).toBe(expected.length);
  expect(found.findIndex((at, index) => at !== expected[index])).toBe(-1);
});
