// Makes texts comparable; what it returns is never shown to a reader.
import { isSpace } from "./characters.ts";

/** Letters that Arabic, Persian and Urdu keyboards write in several ways, and what each becomes. */
const letterForms: readonly (readonly [string, string])[] = [
  ["أإآٱٲٳ", "ا"],
  ["ىیېےئۍێ", "ي"],
  ["ؤۋۆۇۈ", "و"],
  ["ةۀہھۃەۂ", "ه"],
  ["کڪگڬ", "ك"],
  ["پ", "ب"],
  ["چ", "ج"],
  ["ژ", "ز"],
  ["ڤ", "ف"],
  ["ٹ", "ت"],
  ["ڈ", "د"],
  ["ڑ", "ر"],
  ["ں", "ن"],
  ["٠۰", "0"],
  ["١۱", "1"],
  ["٢۲", "2"],
  ["٣۳", "3"],
  ["٤۴", "4"],
  ["٥۵", "5"],
  ["٦۶", "6"],
  ["٧۷", "7"],
  ["٨۸", "8"],
  ["٩۹", "9"],
  ["٫", "."],
  ["٬", ","],
  ["“”„‟«»", '"'],
  ["‘’‚‛`", "'"],
];

/** Soft hyphen, zero-width and bidi controls, byte order mark. */
const invisible = "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF";

/** Tashkeel, Quranic signs, hamza as a mark, tatweel. */
const marks = "\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED";

/** NFKC would turn a detached presentation form of a vowel, and an acute accent, into a blank and a mark. */
const detached = /[\uFE70-\uFE7F]/g;

/** What NFKC or case may change: all but ASCII, plain Arabic and the commonest punctuation. */
const uncommon = /[^\0-\u007F\u060C-\u0674\u0679-\u06FF«»–—‘’“”]/;

const removed = 0;
const blank = 32;
/** What becomes of each UTF-16 unit. */
const changes = toTable();

/**
 * For comparison only: presentation forms, tashkeel, tatweel, alef, ya, hamza, ta marbuta, Persian and Urdu letters,
 * digits, quotes, zero-width and bidi marks are unified or gone, case is folded, white space is one blank.
 * «كتـــابُ أحمد» (Ahmad's book) gives «كتاب احمد». An empty text gives an empty one.
 */
export function normalize(text: string): string {
  const source = uncommon.test(text) ? compose(text) : text;
  const units: number[] = [];
  let last = blank;
  for (let at = 0; at < source.length; at += 1) {
    const unit = changes[source.charCodeAt(at)] ?? removed;
    if (unit === removed || (unit === blank && last === blank)) continue;
    units.push(unit);
    last = unit;
  }
  if (last === blank) units.pop();
  return toText(units);
}

function compose(text: string): string {
  const plain = text
    .replace(detached, "")
    .replaceAll("´", "'")
    .replace(new RegExp(`[${invisible}]`, "g"), "");
  return plain.normalize("NFKC").toLowerCase();
}

function toTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => (isSpace(unit) ? blank : unit));
  for (let unit = 0x41; unit <= 0x5a; unit += 1) table[unit] = unit + 0x20;
  for (const [forms, letter] of letterForms) {
    for (const form of forms) table[form.charCodeAt(0)] = letter.charCodeAt(0);
  }
  const gone = new RegExp(`[${marks}${invisible}]`);
  for (let unit = 0; unit < table.length; unit += 1)
    if (gone.test(String.fromCharCode(unit))) table[unit] = removed;
  return table;
}

/** So many arguments a call surely takes. */
const chunk = 8192;

function toText(units: readonly number[]): string {
  if (units.length <= chunk) return String.fromCharCode(...units);
  let text = "";
  for (let at = 0; at < units.length; at += chunk)
    text += String.fromCharCode(...units.slice(at, at + chunk));
  return text;
}
