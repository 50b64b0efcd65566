// Reads dates as newsrooms write them: by the rules of mail and the web, or in Arabic words.
import { monthNames } from "../text/countries.ts";
import { toLatinDigits } from "../text/digits.ts";
import { normalize } from "../text/normalize.ts";
import { instantOf, toInstant, zoneMinutes } from "./dates.ts";

/** Zone names that feeds use, in minutes east of Greenwich; the rest of RFC 822 names (the letters) say nothing sure. */
const zones: ReadonlyMap<string, number> = new Map([
  ["EDT", -240],
  ["EST", -300],
  ["CDT", -300],
  ["CST", -360],
  ["MDT", -360],
  ["MST", -420],
  ["PDT", -420],
  ["PST", -480],
  ["CET", 60],
  ["CEST", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["KSA", 180],
  ["BST", 60],
  ["WEST", 60],
]);

const english = "january february march april may june july august september october november december".split(
  " ",
);

/** Spellings that the tables of the countries do not have. */
const spellings: readonly (readonly [string, number])[] = [
  ["تشرين أول", 10],
  ["تشرين ثاني", 11],
  ["كانون أول", 12],
  ["كانون ثاني", 1],
  ["ايلول", 9],
  ["مايس", 5],
  ["ابريل", 4],
  ["يوليه", 7],
  ["يونيه", 6],
];

/** Arabic month name, without its letter variants → 1 to 12. */
const arabic: ReadonlyMap<string, number> = new Map([
  ...Object.values(monthNames).flatMap((names) =>
    names.map((name, index) => [normalize(name), index + 1] as const),
  ),
  ...spellings.map(([name, month]) => [normalize(name), month] as const),
]);

const arabicMonth = new RegExp(
  `(?<!\\p{L})(?:${[...arabic.keys()].sort((a, b) => b.length - a.length).join("|")})(?!\\p{L})`,
  "u",
);

/** UTF-16 units. What is longer is no date, and would take long to search. */
const longest = 120;

/**
 * An ISO 8601 instant; undefined for what is no full Gregorian date between 1900 and 2100. Read are ISO 8601 and its
 * likes (2026/11/25 14:30), RFC 822 and 2822, and a day, a month by name and a year in any words around them, such as
 * «الأربعاء 25 نوفمبر 2026، 3:15 م» ("Wednesday 25 November 2026, 3:15 p.m."). Without a zone, or with one that is not
 * known, the time is UTC. 3/11/2026 is refused, for nobody can tell whether it is in March.
 */
export function readWrittenDate(written: string): string | undefined {
  if (written.length > longest) return undefined;
  const text = toLatinDigits(written)
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const iso = text
    .replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, "$1-$2-$3")
    .replace(/ ?(?:UTC|GMT)$/i, "Z")
    .replace(/([+-]\d{2})$/, (zone) => (/T| \d{1,2}:/.test(text) ? `${zone}:00` : zone));
  return toInstant(iso) ?? toInstantOfWords(text.replace(/\([^)]*\)/g, " "));
}

function toInstantOfWords(text: string): string | undefined {
  const time = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?/.exec(text);
  const before = time === null ? text : text.slice(0, time.index);
  const after = time === null ? "" : text.slice(time.index + time[0].length);
  const month = monthIn(before) ?? monthIn(after);
  // "Wed Nov 25 08:30:00 2026" has its year behind the time.
  const date = dayAndYear(monthIn(before) ? before : after) ?? dayAndYear(`${before} ${after}`);
  if (month === undefined || date === undefined) return undefined;
  const half = /^\s*(?:[ap]\.?m\.?(?![a-z])|[صم](?!\p{L})|صباحا|مساء|ظهرا|عصرا)/iu
    .exec(after.normalize("NFC"))?.[0]
    .trim();
  return instantOf({
    ...date,
    month,
    hour: hourOf(Number(time?.[1] ?? 0), half),
    minute: Number(time?.[2] ?? 0),
    second: Number(time?.[3] ?? 0),
    zoneMinutes: zoneIn(after),
  });
}

function monthIn(text: string): number | undefined {
  const word = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]*)(?![a-z])/gi;
  for (const [, head = "", rest = ""] of text.matchAll(word)) {
    const at = english.findIndex((name) => name.startsWith(head.toLowerCase()));
    if (english[at]?.startsWith((head + rest).toLowerCase()) || /^sept$/i.test(head + rest)) return at + 1;
  }
  const found = arabicMonth.exec(normalize(text))?.[0];
  return found === undefined ? undefined : arabic.get(found);
}

/** "25 Nov 2026", "Nov 25, 2026", "25 Nov 26" (RFC 2822: up to 49 it is this century). */
function dayAndYear(text: string): { readonly day: number; readonly year: number } | undefined {
  const [first, second] = (text.match(/(?<![\d:])\d+(?![\d:])/g) ?? []).map((digits) => digits);
  if (first === undefined || second === undefined || first.length > 4) return undefined;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return undefined;
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return { day: Number(day), year: full };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour < 1 || hour > 12) return hour;
  const isAfternoon = /^(?:p|م|ظ|ع)/i.test(half);
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function zoneIn(after: string): number {
  const offset = /(?:GMT|UTC)?\s?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(after);
  if (offset !== null) {
    const [, sign, hours = "", minutes = "00"] = offset;
    return zoneMinutes(`${sign}${hours.padStart(2, "0")}${minutes}`);
  }
  const name = /(?<![A-Za-z])[A-Z]{3,4}(?![A-Za-z])/.exec(after)?.[0];
  return name === undefined ? 0 : (zones.get(name) ?? 0);
}
