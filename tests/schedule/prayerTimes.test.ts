// Times of prayer against what the bodies themselves published, and Umm al-Qura's Ramadan.
import { describe, expect, it } from "vitest";
import { readDate } from "../../src/schedule/calendar.ts";
import { toInstant } from "../../src/schedule/localTime.ts";
import { prayerPlace } from "../../src/schedule/prayerPlaces.ts";
import { prayersOf } from "../../src/schedule/prayerTimes.ts";
import { type Prayer, prayers } from "../../src/subscribers/wish.ts";

function dayOf(zone: string, city: string, date: string) {
  const [place, day] = [prayerPlace(zone, city), readDate(date)];
  if (place === undefined || day === undefined) throw new Error(`no ${city} or no ${date}`);
  return { prayers: prayersOf(place, day), day };
}

/**
 * Zone, city, date, then Fajr, sunrise, Dhuhr, Asr, Maghrib, Isha by the city's clock; "-" where the source is silent or
 * of another school. Minutes that a body rounds otherwise are allowed for, one or two.
 */
const published: readonly (readonly [string, string, string, string, number])[] = [
  // Egyptian General Authority of Survey, as newspapers of the day printed it; the third is in Ramadan.
  ["Africa/Cairo", "Cairo", "2024-12-02", "05:03 - 11:44 14:36 16:55 18:17", 2],
  ["Africa/Cairo", "Cairo", "2025-11-24", "04:57 06:28 11:42 14:36 16:55 18:17", 2],
  ["Africa/Cairo", "Cairo", "2025-03-21", "04:31 05:57 12:02 15:30 18:07 19:25", 2],
  // Umm al-Qura's own timetable.
  ["Asia/Riyadh", "Mecca", "2016-01-05", "05:39 06:59 12:26 15:32 17:53 19:23", 1],
  ["Asia/Riyadh", "Mecca", "2016-06-04", "04:11 05:37 12:20 15:37 19:01 20:31", 1],
  ["Asia/Riyadh", "Mecca", "2016-12-04", "05:24 06:44 12:12 15:17 17:38 19:08", 1],
  // Ministry of Habous, Morocco: winter, Ramadan (the clock goes back an hour), and summer.
  ["Africa/Casablanca", "Casablanca", "2020-01-01", "07:01 08:31 13:39 16:15 18:38 19:57", 1],
  ["Africa/Casablanca", "Casablanca", "2020-05-10", "03:53 05:30 12:32 16:10 19:25 20:50", 1],
  ["Africa/Casablanca", "Casablanca", "2020-06-21", "04:30 06:17 13:38 17:17 20:49 22:21", 1],
  // Awqaf of the Emirates, 1 June 2018.
  ["Asia/Dubai", "Dubai", "2018-06-01", "04:00 05:25 12:19 15:43 19:08 20:33", 2],
  // Ministry of Awqaf, Qatar, and of Kuwait.
  ["Asia/Qatar", "Doha", "2016-12-01", "04:41 06:02 11:23 14:23 16:44 18:14", 2],
  ["Asia/Kuwait", "Kuwait", "2016-06-01", "03:15 04:49 11:46 15:20 18:43 20:13", 2],
  // The ministries' tables for Ramadan, first and last day: Oman, and Jordan's own calendar.
  ["Asia/Muscat", "Muscat", "2026-02-19", "05:21 - - - 18:10 -", 1],
  ["Asia/Muscat", "Muscat", "2026-03-19", "04:57 - - - 18:23 -", 1],
  ["Asia/Amman", "Amman", "2026-02-19", "05:53 - - - 18:31 -", 1],
  ["Asia/Amman", "Amman", "2026-03-19", "05:20 - - - 18:52 -", 1],
  // Ministry of Religious Affairs, Algeria: the last day of Ramadan. For Oran it has Maghrib three minutes after ours.
  ["Africa/Algiers", "Algiers", "2024-04-09", "04:52 - - - 19:21 -", 1],
  ["Africa/Algiers", "Constantine", "2024-04-09", "04:39 - - - 19:07 -", 1],
  ["Africa/Algiers", "Oran", "2024-04-09", "05:10 - - - 19:37 -", 3],
  // National Institute of Meteorology, Tunisia.
  ["Africa/Tunis", "Tunis", "2025-03-13", "05:06 - 12:36 15:50 18:27 19:52", 1],
  // Moonsighting Committee, Oslo; its Asr there was of the Hanafi school.
  ["Europe/Oslo", "Oslo", "2016-06-01", "03:18 04:07 13:20 - 22:27 23:13", 1],
  ["Europe/Oslo", "Oslo", "2016-07-01", "03:15 04:01 13:26 - 22:44 23:27", 1],
];

describe("the prayers of a day", () => {
  it.each(published)("%s %s, %s", (zone, city, date, row, minutes) => {
    const { prayers: found, day } = dayOf(zone, city, date);
    const differences = row.split(" ").flatMap((time, index) => {
      const prayer = prayers[index];
      if (time === "-" || prayer === undefined) return [];
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      const difference = (found[prayer] ?? Number.NaN) - toInstant(zone, day, hour, minute) / 1000;
      return Math.abs(difference / 60) <= minutes ? [] : [`${prayer} ${difference / 60}`];
    });
    expect(differences).toEqual([]);
  });

  it.each([
    ["the eve of Ramadan 1447", "2026-02-17", 90],
    ["its first day", "2026-02-18", 120],
    ["its last day", "2026-03-19", 120],
    ["the feast", "2026-03-20", 90],
  ])("in Mecca, on %s (%s), leave %s minutes between Maghrib and Isha", (_day, date, minutes) => {
    const { maghrib = 0, isha = 0 } = dayOf("Asia/Riyadh", "Mecca", date).prayers;
    expect((isha - maghrib) / 60).toBe(minutes);
  });

  it("in Doha and Sanaa are not moved by Ramadan", () => {
    for (const zone of ["Asia/Qatar", "Asia/Aden"]) {
      const { maghrib = 0, isha = 0 } = dayOf(zone, "", "2026-03-01").prayers;
      expect((isha - maghrib) / 60).toBe(90);
    }
  });

  it("rise in whole minutes on every day of a year, in the far north too", () => {
    const wrong: string[] = [];
    for (const zone of ["Europe/Oslo", "Europe/Helsinki", "Europe/London", "Europe/Berlin", "Africa/Cairo"]) {
      for (let day = 0; day < 366; day += 1) {
        const date = new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10);
        const found = dayOf(zone, "", date).prayers;
        const times = prayers.map((prayer: Prayer) => found[prayer] ?? Number.NaN);
        const isRising = times.every((at, index) => index === 0 || at > (times[index - 1] ?? 0));
        if (!isRising || times.some((at) => at % 60 !== 0)) wrong.push(`${zone} ${date}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
