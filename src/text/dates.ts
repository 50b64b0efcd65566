// Writes days and times of day for readers, with Latin digits and without stray direction marks.

import { toLatinDigits } from "./digits.ts";

export type CalendarChoice = "gregorian" | "hijri" | "both";

export interface DayOptions {
  readonly locale: string;
  /** IANA zone in which the day is taken. */
  readonly zone: string;
  readonly calendar: CalendarChoice;
}

const marks = /[\u200E\u200F\u061C]/g;

/** «الثلاثاء 24 نوفمبر 2026» (Tuesday 24 November 2026); "both" adds the Umm al-Qura date after a middle dot. */
export function formatDay(instant: Date, { locale, zone, calendar }: DayOptions): string {
  const gregorian = day(instant, locale, zone, "gregory");
  const hijri = day(instant, locale, zone, "islamic-umalqura");
  if (calendar === "gregorian") return gregorian;
  const weekday = new Intl.DateTimeFormat(tag(locale, "gregory"), { timeZone: zone, weekday: "long" }).format(
    instant,
  );
  return calendar === "hijri" ? `${weekday} ${hijri}` : `${gregorian} · ${hijri}`;
}

/** «15 نوفمبر» (15 November), with the year where it is not that of `now`; for lists, where a line is short. */
export function formatShortDay(instant: Date, { locale, zone, calendar }: DayOptions, now: Date): string {
  const chosen = calendar === "hijri" ? "islamic-umalqura" : "gregory";
  const [parts, today] = [partsOf(instant, locale, zone, chosen), partsOf(now, locale, zone, chosen)];
  const words = [parts.day, parts.month, ...(parts.year === today.year ? [] : [parts.year])];
  return words.join(" ");
}

function tag(locale: string, calendar: string): string {
  return `${isArabic(locale) ? "ar-EG" : "en-GB"}-u-nu-latn-ca-${calendar}`;
}

type IntlCalendar = "gregory" | "islamic-umalqura";

function day(instant: Date, locale: string, zone: string, calendar: IntlCalendar): string {
  const isGregorian = calendar === "gregory";
  const { weekday, day: date, month, year } = partsOf(instant, locale, zone, calendar);
  const words = [...(isGregorian ? [weekday] : []), date, month, year].join(" ");
  const era = isGregorian ? "" : isArabic(locale) ? " هـ" : " AH";
  return `${words}${era}`;
}

function partsOf(
  instant: Date,
  locale: string,
  zone: string,
  calendar: IntlCalendar,
): { weekday: string; day: string; month: string; year: string } {
  const formatter = new Intl.DateTimeFormat(tag(locale, calendar), {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const parts = new Map(
    formatter.formatToParts(instant).map(({ type, value }) => [type as string, value.replace(marks, "")]),
  );
  const of = (name: string): string => parts.get(name) ?? "";
  return {
    weekday: of("weekday"),
    day: of("day"),
    month: of("month"),
    year: of("year") || of("relatedYear"),
  };
}

/** «7:00 صباحاً» (7:00 in the morning), or "7:00 AM". A time in Arabic-Indic digits is taken too. */
export function formatTime(hhmm: string, locale: string): string {
  const [hour = 0, minute = 0] = toLatinDigits(hhmm).split(":").map(Number);
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")}`;
  const isMorning = hour < 12;
  return isArabic(locale)
    ? `${shown} ${isMorning ? "صباحاً" : "مساءً"}`
    : `${shown} ${isMorning ? "AM" : "PM"}`;
}

/** «7:00 ص» (7:00 a.m.), or "7:00 AM": for buttons, of which several stand in a row. */
export function formatShortTime(hhmm: string, locale: string): string {
  return formatTime(hhmm, locale).replace("صباحاً", "ص").replace("مساءً", "م");
}

/** "ar" and its regions; everything else is written as English. */
function isArabic(locale: string): boolean {
  return /^ar(?:-|$)/i.test(locale);
}
