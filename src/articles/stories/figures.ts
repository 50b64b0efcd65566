// Reads the figures of a report with what they count, whether written in digits of either kind or in words.

import { normalize } from "../../text/normalize.ts";
import { hash } from "./hash.ts";
import { isMonth } from "./months.ts";

/** How much it says that two reports share a figure: 0 for one digit, 1 for two or a round one, 2 for one that few have. */
export type Rarity = 0 | 1 | 2;

/** 32 bits: 11 of what is counted, 2 of rarity, 19 of the value: two values are mistaken for one once in half a million. */
export const unitOf = (figure: number): number => figure >>> 21;
export const amountOf = (figure: number): number => figure & 0x7ffff;
export const rarityOf = (figure: number): number => (figure >>> 19) & 3;

const table = (pairs: string): ReadonlyMap<string, number> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair): [string, number] => {
        const [word = "", value = ""] = pair.split("=");
        return [normalize(word), Number(value)];
      }),
  );

const ones = table(`
ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 ثمان=8 تسعة=9 تسع=9 عشرة=10 عشر=10
واحد=1 إحدى=1 أحد=1 اثنا=2 اثني=2 اثنتا=2 اثنتي=2 اثنان=2 اثنين=2 اثنتان=2 اثنتين=2
three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12`);
const tens = table(`
عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80
تسعون=90 تسعين=90 مئة=100 مائة=100 مئتا=200 مئتي=200 مئتان=200 مئتين=200 twenty=20 thirty=30 forty=40 fifty=50`);
const scales = table(`
ألف=1000 ألفا=1000 آلاف=1000 مليون=1000000 مليونا=1000000 ملايين=1000000 مليار=1000000000 مليارا=1000000000 مليارات=1000000000
thousand=1000 million=1000000 billion=1000000000`);
const percents: ReadonlySet<string> = new Set(
  ["بالمئة", "بالمائة", "المئة", "المائة", "percent"].map(normalize),
);

/** A result, «2-1» or «1–2»; the order is lost, for a line of Arabic turns it round. */
const result = /(?<![\d.,٠-٩-])([\d٠-٩]{1,2})\s?[-–]\s?([\d٠-٩]{1,2})(?![\d٠-٩%-])/g;

/** A figure where it stands among the words of its stretch. */
export interface Figure {
  readonly value: number;
  /** What is counted: the stem of the next word that says something, "%" for a share, "" where nothing follows. */
  readonly unit: string;
  readonly at: number;
  /** Words that say the value. */
  readonly width: number;
}

/** Normalised words of one stretch without a stop, and their stems ("" for a stop word). Years, dates and ones are no figures. */
export function findFigures(words: readonly string[], stems: readonly string[]): readonly Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const read = readNumber(words, at);
    if (read === undefined) continue;
    const [value, width] = read;
    const isWritten = /^\d/.test(words[at] ?? "");
    const isYear = isWritten && width === 1 && value >= 1900 && value < 2100 && Number.isInteger(value);
    const isDate = isMonth(words[at + width] ?? "");
    if (value >= 2 && !isYear && !isDate)
      found.push({ value, unit: nextUnit(words, stems, at + width), at, width });
    at += width - 1;
  }
  return found;
}

/** The figures of a stretch, packed. */
export function figuresOf(words: readonly string[], stems: readonly string[]): readonly number[] {
  return findFigures(words, stems).map(({ value, unit }) => toFigure(value, unit));
}

/** Results of matches in a raw text. */
export function resultsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(result), ([, one = "", other = ""]) => {
    const sides = [Number(normalize(one)), Number(normalize(other))].sort((a, b) => a - b);
    return pack("result", 1, sides.join("-"));
  });
}

/** The value and how many words it takes. */
function readNumber(words: readonly string[], at: number): readonly [number, number] | undefined {
  const [word = "", next = "", third = ""] = words.slice(at, at + 3);
  if (/^\d/.test(word)) {
    const value = Number(word.replace(/,(?=\d{3})/g, "").replace(",", "."));
    return Number.isFinite(value) ? withScale(value, words, at, 1) : undefined;
  }
  const one = ones.get(word);
  if (one !== undefined) {
    if (one < 10 && /^عشره?$/.test(next)) return withScale(one + 10, words, at, 2);
    const ten = next.startsWith("و") ? tens.get(next.slice(1)) : undefined;
    if (ten !== undefined) return withScale(one + ten, words, at, 2);
    if (next === "و" && tens.has(third)) return withScale(one + (tens.get(third) ?? 0), words, at, 3);
    return one < 3 ? undefined : withScale(one, words, at, 1);
  }
  const ten = tens.get(word);
  return ten === undefined ? undefined : withScale(ten, words, at, 1);
}

function withScale(
  value: number,
  words: readonly string[],
  at: number,
  width: number,
): readonly [number, number] {
  const scale = scales.get(words[at + width] ?? "");
  return scale === undefined ? [value, width] : [value * scale, width + 1];
}

/** The next word that says something; for a share the word before the number does. */
function nextUnit(words: readonly string[], stems: readonly string[], at: number): string {
  for (let next = at; next < Math.min(at + 3, words.length); next += 1) {
    if (percents.has(words[next] ?? "")) return "%";
    const stemmed = stems[next] ?? "";
    if (stemmed !== "" && !/^\d/.test(stemmed)) return stemmed;
  }
  return "";
}

function toFigure(value: number, unit: string): number {
  const plain = String(Math.round(value * 1000) / 1000);
  const digits = plain.replace(/0+$/, "").replace(".", "").length;
  const rarity: Rarity =
    value < 10 && Number.isInteger(value) ? 0 : digits < 3 && value < 1_000_000 ? 1 : digits < 2 ? 1 : 2;
  return pack(unit, rarity, plain);
}

function pack(unit: string, rarity: Rarity, value: string): number {
  return (hash(unit) << 21) | (rarity << 19) | (hash(value) & 0x7ffff);
}
