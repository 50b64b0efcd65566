// Reads a search as it was typed: words, «#الاقتصاد» (a topic), «منذ:2026-11-01» (since) and «حتى:أمس» (until yesterday).
import { addDays, type LocalDate, readDate } from "../schedule/calendar.ts";
import { localDate, toInstant } from "../schedule/localTime.ts";
import { toLatinDigits } from "../text/digits.ts";
import { normalize } from "../text/normalize.ts";

export interface AskedSearch {
  /** What to look for, without the filters. */
  readonly words: string;
  /** What stood behind a "#", with blanks for its underscores; whether that is a topic the caller knows. */
  readonly tags: readonly string[];
  /** The first instant, and the first one that is too late. */
  readonly from?: Date;
  readonly to?: Date;
  /** A date that nobody can read, as it was typed. */
  readonly unread?: string;
}

const dateShape = /^(منذ|من|since|from|حتى|الي|until|to):(.*)$/;
const untilWords = new Set(["حتى", "الي", "until", "to"].map(normalize));

/** Days back from today. */
const spoken: Readonly<Record<string, number>> = {
  اليوم: 0,
  today: 0,
  امس: 1,
  yesterday: 1,
  اسبوع: 7,
  week: 7,
  شهر: 30,
  month: 30,
};

/** Dates are days of the reader's zone, both included. */
export function readAskedSearch(text: string, { zone, now }: { zone: string; now: Date }): AskedSearch {
  const words: string[] = [];
  const tags: string[] = [];
  let from: Date | undefined;
  let to: Date | undefined;
  let unread: string | undefined;
  for (const token of text.split(/\s+/).filter((each) => each !== "")) {
    const tag = /^#(\p{L}[\p{L}\p{N}\p{M}_-]*)$/u.exec(token)?.[1];
    if (tag !== undefined) {
      tags.push(tag.replaceAll("_", " "));
      continue;
    }
    const [, keyword, written] = dateShape.exec(token.replace(/^إلى:/, "الي:")) ?? [];
    if (keyword === undefined || written === undefined) {
      words.push(token);
      continue;
    }
    const date = readDay(written, localDate(zone, now.getTime()));
    if (date === undefined) unread ??= token;
    else if (untilWords.has(normalize(keyword))) to = new Date(toInstant(zone, addDays(date, 1), 0, 0));
    else from = new Date(toInstant(zone, date, 0, 0));
  }
  return {
    words: words.join(" "),
    tags,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(unread !== undefined && { unread }),
  };
}

/** "2026-11-01", "1/11/2026", «١/١١/٢٠٢٦», «أمس» (yesterday), «أسبوع» (a week ago). */
function readDay(written: string, today: LocalDate): LocalDate | undefined {
  const back = spoken[normalize(written)];
  if (back !== undefined) return addDays(today, -back);
  const digits = toLatinDigits(written);
  const [, day = "", month = "", year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(digits) ?? [];
  return readDate(year === undefined ? digits : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
