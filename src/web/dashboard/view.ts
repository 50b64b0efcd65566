// How somebody sees the dashboard: language, digits, zone, and the question in the page's address.
import type { Messages, MessageValues, Voice } from "../../messages/messages.ts";
import { countryOf } from "../../text/countries.ts";
import { formatShortDay, formatShortTime } from "../../text/dates.ts";
import { digitsOf, toArabicDigits } from "../../text/digits.ts";
import { type Html, trusted } from "./html.ts";

export interface View {
  readonly locale: string;
  readonly direction: "rtl" | "ltr";
  readonly voice: Voice;
  /** The operator's IANA zone: days and times are shown in it. */
  readonly zone: string;
  readonly now: Date;
  /** What stands behind the "?" of the page; from outside. */
  readonly query: URLSearchParams;
  /** A message as HTML; strings among the values are escaped. */
  say(id: string, values?: MessageValues): Html;
  /** A message as plain text: escaped once more where it is put into a template. */
  plain(id: string, values?: MessageValues): string;
  /** The language and its digits for Intl, e.g. "ar-u-nu-arab". */
  readonly numbers: string;
  /** 12,345 in the language's digits, with at most so many decimals (0). */
  number(value: number, decimals?: number): string;
  /** «7:00 ص»; the hour and minute of an instant in the zone, or in another. */
  time(at: Date, zone?: string): string;
  /** «27 نوفمبر». */
  day(at: Date): string;
  /** «7 دقائق»: a length of time in words, to its two largest parts at most. */
  duration(seconds: number): string;
}

export interface ViewNeeds {
  readonly messages: Messages;
  readonly zone: string;
}

export interface Seen {
  readonly locale: string;
  readonly now: Date;
  readonly query: URLSearchParams;
}

export function createView({ messages, zone }: ViewNeeds, { locale, now, query }: Seen): View {
  const isArabic = locale === "ar";
  const country = countryOf(zone);
  const digits = isArabic ? digitsOf("auto", country) : "latin";
  const voice: Voice = { locale, digits };
  const numbers = `${locale}-u-nu-${digits === "arabic" ? "arab" : "latn"}`;
  const inDigits = (text: string): string => (digits === "arabic" ? toArabicDigits(text) : text);
  const plain: View["plain"] = (id, values) => messages.plain(voice, id, values);
  return {
    locale,
    direction: isArabic ? "rtl" : "ltr",
    voice,
    zone,
    now,
    query,
    say: (id, values) => trusted(messages.say(voice, id, values)),
    plain,
    numbers,
    number: (value, decimals = 0) => formatNumber(value, numbers, decimals),
    time: (at, other = zone) => inDigits(formatShortTime(clockOf(at, other), locale)),
    day: (at) => formatShortDay(at, { locale, zone, calendar: "gregorian", country, digits }, now),
    duration: (seconds) => plain(...durationOf(seconds)),
  };
}

function formatNumber(value: number, tag: string, decimals: number): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: decimals }).format(value);
}

/** "07:05" in a zone. */
export function clockOf(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** The message that tells so many seconds. */
function durationOf(seconds: number): [string, Record<string, number>] {
  if (seconds < 90) return ["dash-seconds", { n: Math.round(seconds) }];
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return ["dash-minutes", { n: minutes }];
  const hours = Math.round(minutes / 60);
  return hours < 48 ? ["dash-hours", { n: hours }] : ["dash-days", { n: Math.round(hours / 24) }];
}
