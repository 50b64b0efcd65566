// Writes days and times of day for readers, as their country does, without stray direction marks.
import { type CountryCode, countries, monthNames } from "./countries.ts";
import { type DigitsChoice, digitsOf, toArabicDigits, toLatinDigits } from "./digits.ts";

export type CalendarChoice = "gregorian" | "hijri" | "both";

/** Days added to the Hijri date: −1 where a country saw the moon a day later than Umm al-Qura has it, 1 a day earlier. */
export type HijriShift = -1 | 0 | 1;

/** How the reader's country writes; all of it counts for Arabic only. */
export interface Local {
  /** Whose names of the Gregorian months; left out: «يناير» (January) and its like. */
  readonly country?: CountryCode | undefined;
  /** Latin when left out; "auto" is the country's. */
  readonly digits?: DigitsChoice | undefined;
}

export interface DayOptions extends Local {
  readonly locale: string;
  /** IANA zone in which the day is taken. */
  readonly zone: string;
  readonly calendar: CalendarChoice;
  /** 0 when left out; anything else than −1, 0 and 1 throws a RangeError. */
  readonly hijriShift?: HijriShift | undefined;
}

/** True for a shift that `formatDay` takes. */
export function isHijriShift(value: unknown): value is HijriShift {
  return value === -1 || value === 0 || value === 1;
}

/**
 * «الثلاثاء 24 نوفمبر 2026» (Tuesday 24 November 2026); "both" adds the Umm al-Qura date:
 * «الموافق 14 جمادى الآخرة 1448 هـ» (which is 14 Jumada II 1448). In Arabic a middle dot between two numbers would be read
 * as the digit zero, «٠». Umm al-Qura is tabled from 1300 to 1600 AH, outside Intl counts by rule. The Gregorian
 * era, «م», is written only where the year could be taken for a Hijri one.
 */
export function formatDay(instant: Date, options: DayOptions): string {
  const { weekday, ...gregorian } = read(instant, options, "gregory");
  const hijri = toWords(read(instant, options, "islamic-umalqura"));
  const day = options.calendar === "hijri" ? hijri : toWords(gregorian);
  const joint = options.locale.startsWith("ar") ? "الموافق" : "·"; // which is (the date)
  return inDigits(`${weekday} ${day}${options.calendar === "both" ? ` ${joint} ${hijri}` : ""}`, options);
}

/** «15 نوفمبر» (15 November), with the year where it is not that of `now`; for lists, where a line is short. */
export function formatShortDay(instant: Date, options: DayOptions, now: Date): string {
  const chosen = options.calendar === "hijri" ? "islamic-umalqura" : "gregory";
  const [{ day, month, year }, today] = [read(instant, options, chosen), read(now, options, chosen)];
  return inDigits([day, month, ...(year === today.year ? [] : [year])].join(" "), options);
}

interface Day {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Empty where none is needed. */
  readonly era: string;
}

function toWords({ day, month, year, era }: Day): string {
  return [day, month, year, era].filter((word) => word !== "").join(" ");
}

type IntlCalendar = "gregory" | "islamic-umalqura";

const dayMs = 24 * 3_600_000;

function read(instant: Date, options: DayOptions, calendar: IntlCalendar): Day & { weekday: string } {
  const { locale, zone, country, hijriShift = 0 } = options;
  if (!isHijriShift(hijriShift))
    throw new RangeError(`A Hijri date may be shifted by -1, 0 or 1, not ${hijriShift}`);
  const local = localDay(instant, zone);
  const isHijri = calendar === "islamic-umalqura";
  const shown = isHijri ? new Date(local.getTime() + hijriShift * dayMs) : local;
  const parts = partsOf(
    shown,
    `${isArabic(locale) ? "ar-EG" : "en-GB"}-u-nu-latn-ca-${calendar}`,
    "UTC",
    "long",
  );
  const month = monthNames[country === undefined ? "common" : countries[country].months][local.getUTCMonth()];
  return {
    weekday: parts("weekday"),
    day: parts("day"),
    month: isArabic(locale) && !isHijri && month !== undefined ? month : parts("month"),
    year: parts("year"),
    era: isHijri || local.getUTCFullYear() < hijriLike ? parts("era") : "",
  };
}

/** A year below this one may be a Hijri year. */
const hijriLike = 1700;

/** Noon, in UTC, of the day that an instant falls on in a zone: days are counted from there, free of summer time. */
function localDay(instant: Date, zone: string): Date {
  const parts = partsOf(instant, "en-u-nu-latn-ca-gregory", zone, "numeric");
  const year = Number(parts("year"));
  const day = new Date(0);
  day.setUTCFullYear(
    parts("era") === "BC" ? 1 - year : year,
    Number(parts("month")) - 1,
    Number(parts("day")),
  );
  day.setUTCHours(12);
  return day;
}

type DateParts = Readonly<Record<"weekday" | "day" | "month" | "year" | "era", string>>;

/** Parts by formatter and minute: a wave of digests tells the same few instants thousands of times. */
const known = new Map<string, DateParts>();
const mostKnown = 2_000;

function partsOf(
  instant: Date,
  tag: string,
  timeZone: string,
  month: "long" | "numeric",
): (name: keyof DateParts) => string {
  // No zone's day begins within a minute (none has since 1972): all instants of a minute share their parts.
  const minute = Math.floor(instant.getTime() / 60_000);
  const key = `${tag} ${timeZone} ${month} ${minute}`;
  let parts = known.get(key);
  if (parts === undefined) {
    parts = readParts(formatter(tag, timeZone, month), minute * 60_000);
    if (known.size >= mostKnown) known.clear();
    known.set(key, parts);
  }
  return (name) => parts[name];
}

/** Only what is asked for, without direction marks: thousands are kept. */
function readParts(format: Intl.DateTimeFormat, at: number): DateParts {
  const all = format.formatToParts(at);
  const of = (name: keyof DateParts): string =>
    all.find(({ type }) => type === name)?.value.replace(/[\u200E\u200F\u061C]/g, "") ?? "";
  return { weekday: of("weekday"), day: of("day"), month: of("month"), year: of("year"), era: of("era") };
}

/** To make one takes longer than to use it a hundred times. The bound keeps misspelt zones from filling memory. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostFormatters = 1000;

function formatter(tag: string, timeZone: string, month: "long" | "numeric"): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${month}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month,
    year: "numeric",
    era: "short",
  });
  if (formatters.size >= mostFormatters) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** «7:00 صباحاً» (7:00 in the morning), or "7:00 AM". A time in Arabic-Indic digits is taken too. */
export function formatTime(hhmm: string, locale: string, local: Local = {}): string {
  const [hour = 0, minute = 0] = toLatinDigits(hhmm).split(":").map(Number);
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")}`;
  if (!isArabic(locale)) return `${shown} ${hour < 12 ? "AM" : "PM"}`;
  return inDigits(`${shown} ${partOfDay(hour)}`, { locale, ...local });
}

/** Around twelve «ص» and «م» are read either way: «12:00 ظهراً» is noon, «12:30 ليلاً» half an hour behind midnight. */
function partOfDay(hour: number): string {
  if (hour === 0) return "ليلاً";
  if (hour === 12) return "ظهراً";
  return hour < 12 ? "صباحاً" : "مساءً";
}

/** «7:00 ص» (7:00 a.m.), or "7:00 AM": for buttons, of which several stand in a row. */
export function formatShortTime(hhmm: string, locale: string, local: Local = {}): string {
  return formatTime(hhmm, locale, local).replace("صباحاً", "ص").replace("مساءً", "م");
}

function inDigits(text: string, { locale, digits = "latin", country }: Local & { locale: string }): string {
  return isArabic(locale) && digitsOf(digits, country) === "arabic" ? toArabicDigits(text) : text;
}

/** "ar" and its regions; everything else is written as English. */
function isArabic(locale: string): boolean {
  return /^ar(?:-|$)/i.test(locale);
}
