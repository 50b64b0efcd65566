// Reads the date that a newspaper writes above a report: «الأحد 12 مارس 2026 - 10:30» (Sunday 12 March 2026).
import { monthNames } from "../text/countries.ts";
import { toLatinDigits } from "../text/digits.ts";
import { normalize } from "../text/normalize.ts";
import { toInstant } from "./dates.ts";

const english = "january february march april may june july august september october november december".split(
  " ",
);

/** Number of a month by its normalised name; «ماي» (May, in the Maghreb) and the like among them. */
const monthByName: ReadonlyMap<string, number> = new Map(
  [...Object.values(monthNames), english, english.map((name) => name.slice(0, 3))].flatMap((names) =>
    names.map((name, at) => [normalize(name), at + 1] as const),
  ),
);
const names = [...monthByName.keys()].sort((a, b) => b.length - a.length).join("|");

const written = new RegExp(
  `(?<![\\d])(\\d{1,2})[ ,،/-]{1,3}(?:من )?(${names})(?!\\p{L})[ ,،/-]{0,3}(?:(?:${names})(?!\\p{L})[ ,/-]{1,3})?(\\d{4})(?!\\d)`,
  "u",
);
const monthFirst = new RegExp(
  `(?<!\\p{L})(${names})[. ]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[ ,،]{1,3}(\\d{4})(?!\\d)`,
  "u",
);
const yearFirst = /(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/;
const clock = /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:]) ?(صباحا|مساء|ظهرا|ص|م|am|pm)?(?!\p{L})/u;

/** What stands around a date in a line of nothing else; the place behind «بتوقيت» (by the time of) is one of two words. */
const aroundDate = new RegExp(
  `(?<!\\p{L})(?:بتوقيت \\p{L}+(?: المكرمه| المحتله)?|${names}|${[
    "السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|الساعة|تاريخ|النشر|نشر|تم|نشره|نشرها|في|بتاريخ|يوم|من",
    "آخر|تحديث|التحديث|حتى|صباحا|مساء|ظهرا|عصرا|ص|م|هـ|ه|غرينتش|جرينتش|gmt|utc|am|pm|date|on|at|last|updated|published",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  ]
    .join("|")
    .split("|")
    .map(normalize)
    .join("|")})(?!\\p{L})`,
  "gu",
);

const anyMonth = new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, "u");

/** True for a line that holds a whole date and nothing else but its time, its weekday and a word for publishing. */
export function isStampLine(line: string): boolean {
  if (line.length > longest || !/[\d٠-٩]/.test(line)) return false;
  const text = normalize(toLatinDigits(line));
  const hasDate =
    dateOf(text) !== undefined ||
    (anyMonth.test(text) && /(?<!\d)\d{4}(?!\d)/.test(text)) ||
    /(?<!\d)(?:\d{4} \d{1,2} \d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2})(?!\d)/.test(text);
  return hasDate && !/\p{L}/u.test(text.replace(aroundDate, " "));
}

/** A longer line is a sentence that tells a date. */
const longest = 140;

/**
 * The instant that a line of date and time tells, as UTC; undefined where it has no Gregorian date with a year. A Hijri date
 * beside it is passed over, and 3/4 is the third of April, as Arabic newspapers write.
 */
export function dateInLine(line: string): string | undefined {
  if (line.length > longest || !/[\d٠-٩]/.test(line)) return undefined;
  const text = normalize(toLatinDigits(line));
  const date = dateOf(text);
  if (date === undefined) return undefined;
  const [, hour, minute, half] = clock.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return toInstant(date);
  const isLate = half === "م" || half === "مساء" || half === "pm";
  const isEarly = half === "ص" || half === "صباحا" || half === "am";
  const hours = (Number(hour) % (isLate || isEarly ? 12 : 24)) + (isLate ? 12 : 0);
  return toInstant(`${date} ${hours}:${minute}`) ?? toInstant(date);
}

function dateOf(text: string): string | undefined {
  const [, day, name, year] = written.exec(text) ?? [];
  if (day !== undefined) return `${year}-${monthByName.get(name ?? "")}-${day}`;
  const [, month, date, inYear] = monthFirst.exec(text) ?? [];
  if (month !== undefined) return `${inYear}-${monthByName.get(month)}-${date}`;
  const iso = yearFirst.exec(text);
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const local = dayFirst.exec(text);
  return local === null ? undefined : `${local[3]}-${local[2]}-${local[1]}`;
}
