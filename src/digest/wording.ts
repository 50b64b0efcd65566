// Small pieces of wording that every screen shares: days, times, cities, ages, topics, lines with a direction.
import type { Messages, Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { countryOf } from "../text/countries.ts";
import {
  type CalendarChoice,
  formatDay,
  formatShortDay,
  formatShortTime,
  formatTime,
  type HijriShift,
} from "../text/dates.ts";
import { digitsOf, toArabicDigits } from "../text/digits.ts";
import { beginsIn, directionOf, LRM, RLM } from "../text/direction.ts";
import { cityOf } from "./cities.ts";
import { placeOf } from "./findPlace.ts";

/**
 * How a subscriber is spoken to. "auto" digits are those of the country (Cairo ٧:٠٠, Casablanca 7:00). Arabic-Indic
 * digits belong to Arabic sentences alone.
 */
export function voiceOf({ locale, digits, zone }: Pick<Subscriber, "locale" | "digits" | "zone">): Voice {
  return { locale, digits: locale === "ar" ? digitsIn({ digits, zone }) : "latin" };
}

/** The digits in which Arabic is written to a subscriber. */
export function digitsIn({ digits, zone }: Pick<Subscriber, "digits" | "zone">): "latin" | "arabic" {
  return digitsOf(digits, countryOf(zone));
}

/** Digits of a finished value as the voice writes them. Never for commands: only Latin ones are tappable. */
export function inDigits(voice: Voice, text: string): string {
  return voice.digits === "arabic" && voice.locale === "ar" ? toArabicDigits(text) : text;
}

/** Where and by which calendar a reader counts days. */
export interface Place {
  readonly zone: string;
  readonly calendar: CalendarChoice;
  readonly hijriShift?: HijriShift | undefined;
}

/** «الثلاثاء 24 نوفمبر 2026» (Tuesday 24 November 2026), with the Hijri date where it is wished. */
export function dayWords(voice: Voice, instant: Date, place: Place): string {
  return inDigits(voice, formatDay(instant, localOf(voice, place)));
}

/** Months have the names of the reader's country: «تشرين الثاني» in Beirut is «نوفمبر» (November) in Cairo. */
function localOf({ locale }: Voice, { zone, calendar, hijriShift }: Place) {
  return { locale, zone, calendar, hijriShift, country: countryOf(zone) };
}

/** «7:00 صباحاً» (7:00 in the morning) for "07:00". */
export function timeWords(voice: Voice, hhmm: string): string {
  return inDigits(voice, formatTime(hhmm, voice.locale));
}

/** «7:00 ص» (7:00 a.m.) for "07:00": as short as a button. */
export function shortTimeWords(voice: Voice, hhmm: string): string {
  return inDigits(voice, formatShortTime(hhmm, voice.locale));
}

/** The name of the zone's city in the reader's language, or the zone's own last word: Latin letters in any language. */
export function cityWords(messages: Messages, voice: Voice, zone: string): string {
  const city = cityOf(zone);
  if (city !== undefined) return messages.plain(voice, `city-${city}`);
  const place = placeOf(zone);
  if (place !== undefined) return voice.locale === "ar" ? place.arabic : place.english;
  return zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}

/** The local wall-clock time of an instant as "HH:MM". */
export function clockIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(
    instant,
  );
}

/** Older than this a story's age is told by its date. */
const agoDays = 8;

/** True while an age is told in minutes, hours and days. */
export function isRecent(then: Date, now: Date): boolean {
  return now.getTime() - then.getTime() < agoDays * 24 * 3_600_000;
}

/** «قبل ساعتين» (two hours ago); the date itself once a week has passed: «15 نوفمبر» (15 November). */
export function agoWords(messages: Messages, voice: Voice, then: Date, now: Date, place: Place): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return messages.plain(voice, "ago-now");
  if (minutes < 60) return messages.plain(voice, "ago-minutes", { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return messages.plain(voice, "ago-hours", { count: hours });
  if (isRecent(then, now)) return messages.plain(voice, "ago-days", { count: Math.floor(hours / 24) });
  return inDigits(voice, formatShortDay(then, localOf(voice, place), now));
}

/**
 * A line that keeps the side it belongs to: in Arabic it begins with RLM unless its first character is already a
 * right-to-left letter (not every client looks behind an isolate); in English the mirror of it.
 */
export function sided(voice: Voice, line: string): string {
  const wanted = voice.locale === "ar" ? "rtl" : "ltr";
  if (beginsIn(wanted, line.replace(/^(?:<[^>]*>)+/, ""))) return line;
  return (wanted === "rtl" ? RLM : LRM) + line;
}

/** A text of the articles' own, on the side of its own language whatever it begins with. */
export function ownSided(text: string, language: string): string {
  const wanted = language === "ar" ? "rtl" : "ltr";
  const first = /\p{L}/u.exec(text)?.[0];
  if (first !== undefined && directionOf(first) === wanted && !/^[\p{N}]/u.test(text)) return text;
  return (wanted === "rtl" ? RLM : LRM) + text;
}

/** A command as a finished value: messages isolate what they insert, so it stays whole and tappable. */
export function command(name: string): string {
  return `/${name}`;
}
