// When the prayers of a day are, at a place: adhan's reckoning, and Umm al-Qura's Ramadan.
import { Coordinates, HighLatitudeRule, PolarCircleResolution, PrayerTimes } from "adhan";
import type { Prayer } from "../subscribers/wish.ts";
import { type LocalDate, midnightMs } from "./calendar.ts";
import { methods } from "./prayerMethods.ts";
import type { PrayerPlace } from "./prayerPlaces.ts";

/** Epoch seconds, whole minutes; a prayer is absent where the sun gives it no time. */
export type DayOfPrayers = Partial<Readonly<Record<Prayer, number>>>;

/** Days that are kept: a thousand readers of one city ask for the same few. */
const mostKept = 2000;
const kept = new Map<string, DayOfPrayers>();

/**
 * The prayers of a date of the place's own calendar, to adhan's nearest minute. Isha may fall after midnight. In the
 * far north Fajr and Isha keep to the middle or, above 48°, the last and first seventh of the night, as adhan advises.
 */
export function prayersOf(place: PrayerPlace, date: LocalDate): DayOfPrayers {
  const { latitude, longitude, method } = place;
  const key = `${latitude} ${longitude} ${method} ${midnightMs(date)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const day = reckon(place, date);
  kept.set(key, day);
  return day;
}

function reckon({ latitude, longitude, method }: PrayerPlace, date: LocalDate): DayOfPrayers {
  const coordinates = new Coordinates(latitude, longitude);
  const parameters = methods[method]();
  parameters.highLatitudeRule = HighLatitudeRule.recommended(coordinates);
  parameters.polarCircleResolution = PolarCircleResolution.AqrabBalad;
  if (method === "UmmAlQura" && isRamadan(date)) parameters.ishaInterval += 30;
  // adhan reads year, month and day by the process's own zone: noon has the same date in each.
  const times = new PrayerTimes(coordinates, new Date(date.year, date.month - 1, date.day, 12), parameters);
  const { fajr, sunrise, dhuhr, asr, maghrib, isha } = times;
  const found = Object.entries({ fajr, sunrise, dhuhr, asr, maghrib, isha });
  return Object.fromEntries(
    found
      .filter(([, at]) => Number.isFinite(at.getTime()))
      // adhan rounds seconds and leaves what is less.
      .map(([name, at]) => [name, Math.round(at.getTime() / 60_000) * 60]),
  );
}

const hijriMonth = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", { month: "numeric", timeZone: "UTC" });

/** By the Umm al-Qura calendar: days, as its timetable prints them, so the eve of Ramadan still has 90 minutes. */
function isRamadan(date: LocalDate): boolean {
  return hijriMonth.format(midnightMs(date)) === "9";
}
