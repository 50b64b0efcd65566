// Days and times as a page writes them.
import { clockIn, dayWords, timeWords } from "../digest/wording.ts";
import type { HijriShift } from "../text/dates.ts";
import type { Speech } from "./speech.ts";

interface Place {
  readonly zone: string;
  readonly hijriShift?: HijriShift | undefined;
}

/** In both calendars in Arabic, in the Gregorian one otherwise. */
export function dayOf(instant: string, { voice }: Speech, { zone, hijriShift }: Place): string {
  const calendar = voice.locale === "ar" ? "both" : "gregorian";
  // The letter of the Hijri era does not begin a line.
  return dayWords(voice, new Date(instant), { zone, calendar, hijriShift }).replace(/ هـ$/, "\u00a0هـ");
}

/** «الثلاثاء 24 نوفمبر 2026، 8:00 صباحاً» (Tuesday 24 November 2026, 8:00 in the morning); the day alone where no hour is known. */
export function momentOf(instant: string, { voice }: Speech, { zone }: Place): string {
  const then = new Date(instant);
  const day = dayWords(voice, then, { zone, calendar: "gregorian" });
  // Midnight to the millisecond is how a source without hours is stored.
  if (then.getTime() % dayMs === 0) return day;
  // A line does not part the hour from its half of the day.
  const time = timeWords(voice, clockIn(zone, then)).replaceAll(" ", "\u00a0");
  return `${day}${voice.locale === "ar" ? "،" : ","} ${time}`;
}

const dayMs = 86_400_000;
