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
  return dayWords(voice, new Date(instant), { zone, calendar, hijriShift });
}

/** «الثلاثاء 24 نوفمبر 2026، 8:00 صباحاً» (Tuesday 24 November 2026, 8:00 in the morning). */
export function momentOf(instant: string, { voice }: Speech, { zone }: Place): string {
  const then = new Date(instant);
  const day = dayWords(voice, then, { zone, calendar: "gregorian" });
  return `${day}${voice.locale === "ar" ? "،" : ","} ${timeWords(voice, clockIn(zone, then))}`;
}
