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

function tag(locale: string, calendar: string): string {
  return `${isArabic(locale) ? "ar-EG" : "en-GB"}-u-nu-latn-ca-${calendar}`;
}

function day(instant: Date, locale: string, zone: string, calendar: "gregory" | "islamic-umalqura"): string {
  const isGregorian = calendar === "gregory";
  const formatter = new Intl.DateTimeFormat(tag(locale, calendar), {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(isGregorian ? { weekday: "long" } : {}),
  });
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type as string, value]));
  const year = parts.get("year") ?? parts.get("relatedYear") ?? "";
  const words = [parts.get("weekday"), parts.get("day"), parts.get("month"), year].filter(Boolean).join(" ");
  const era = isGregorian ? "" : isArabic(locale) ? " هـ" : " AH";
  return `${words}${era}`.replace(marks, "");
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

/** "ar" and its regions; everything else is written as English. */
function isArabic(locale: string): boolean {
  return /^ar(?:-|$)/i.test(locale);
}
