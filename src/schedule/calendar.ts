// Plain calendar dates: no zone, no time of day. dayjs in its UTC mode, where a day always has 24 hours.
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(customParseFormat);

export interface LocalDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

/** "2026-11-24" as a date; undefined for what no calendar has, such as "2026-02-30". */
export function readDate(text: string): LocalDate | undefined {
  const read = dayjs.utc(text, "YYYY-MM-DD", true);
  return read.isValid() ? toDate(read) : undefined;
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toDate(dayjs.utc(midnightMs(date)).add(days, "day"));
}

/** 0 (Sunday) to 6 (Saturday). */
export function weekdayOf(date: LocalDate): number {
  return dayjs.utc(midnightMs(date)).day();
}

/** The date's midnight in UTC, for comparing dates. */
export function midnightMs({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

function toDate(at: dayjs.Dayjs): LocalDate {
  return { year: at.year(), month: at.month() + 1, day: at.date() };
}
