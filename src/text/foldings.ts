// What becomes of each letter, digit and mark when texts are compared: the tables behind `normalize`.
import { isSpace } from "./characters.ts";
import { letterForms, ligatures } from "./letterForms.ts";

/** Codes among the foldings that are no letters: below the blank, so that one comparison finds all of them. */
export const removed = 0;
/** A sign that stands for several letters or marks; `ligatures` has them. */
export const expands = 1;
/** A unit that Unicode's compatibility forms or case may change. */
export const uncommon = 2;
export const blank = 32;

/** Tashkeel, Quranic signs, hamza as a mark, tatweel, signs that span numbers; forms of presentation that are only marks. */
const marks =
  "\u0600-\u0605\u0610-\u061A\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06ED\u0890\u0891\u0897-\u089F\u08CA-\u08FF" +
  "\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE7F";

/** Controls, zero-width and bidi marks, soft hyphen, variation selectors, byte order mark. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]/u;
const mark = new RegExp(`[${marks}]`);

/** Neither compatibility forms nor case change these: ASCII, plain Arabic. */
const plain = /[\0-\u007F\u060C-\u0674\u0679-\u06FF]/;

/** By UTF-16 unit: the unit it becomes, or one of the codes above. */
export const foldings: Readonly<Uint16Array> = toTable();

/** True for a unit that is removed but belongs to the letter before it. */
export function isMark(unit: number): boolean {
  return mark.test(String.fromCharCode(unit));
}

function toTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (ligatures.has(character)) return expands;
    if (isSpace(unit) && unit !== 0xfeff) return blank;
    if (mark.test(character) || invisible.test(character)) return removed;
    return plain.test(character) ? unit : uncommon;
  });
  for (let unit = 0x41; unit <= 0x5a; unit += 1) table[unit] = unit + 0x20;
  for (const [forms, letter] of letterForms) {
    for (const form of forms) table[form.charCodeAt(0)] = letter.charCodeAt(0);
  }
  return table;
}

const halves = /[\uD800-\uDFFF]/;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
const lone = /\p{Surrogate}/gu;

/** Half a surrogate pair as U+FFFD, so that it can never find another half. Same length. */
export function mendHalves(text: string): string {
  return halves.test(text) ? text.replace(lone, "\uFFFD") : text;
}

/** Compatibility forms (NFKC) in lower case, without what has no shape. */
export function compose(text: string): string {
  const seen = halves.test(text) ? text.replace(ignorable, "") : text;
  return seen.normalize("NFKC").toLowerCase().normalize("NFKC");
}
