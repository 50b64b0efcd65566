// The way back from the comparable form to the text, in exact offsets.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/text/normalize.ts";
import { type Normalized, normalizeWithMap } from "../../src/text/normalizeWithMap.ts";
import { runs } from "../runs.ts";

/** Whole texts of what is hard: any character, halves of one, marks, forms of presentation, controls, blanks. */
const hard = fc.oneof(
  fc.constantFrom(..."أإآابتةىيئؤءکگ٠۵ـًُّٔٓ ﻻﷲﷺﷻﷴ﷽ﻛﺘﺎﺏ\u200F\u200C\u2067\u2069\u202E\uFEFF\n\u00A0«»“…"),
  fc.constantFrom("\uD83D", "\uDE00", "😀", "\uDB40\uDD00", "\uDB40", "\uDD00", "\u{10EFD}", "\u{1D400}"),
  fc.constantFrom(
    "é",
    "e",
    "\u0301",
    "\u0323",
    "\u0307",
    "İ",
    "ΟΔΟΣ",
    "ß",
    "ﬁ",
    "¨",
    "´",
    "ａ",
    "１",
    "\u1100",
    "\u1161",
    "\u11A8",
  ),
  fc.constantFrom(
    "\u3131",
    "\u314F",
    "ｶ",
    "ﾞ",
    "\u{16D67}",
    "\u{16D63}",
    "\u0DD9",
    "\u0DCF",
    "\u200D",
    "\uFE0F",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
);
const hardText = fc.array(hard, { maxLength: 24 }).map((pieces) => pieces.join(""));
const tries = runs(3000);

const whole = (text: string): Normalized => normalizeWithMap(text);

describe("normalizeWithMap", () => {
  it.each([
    ["gives a word with its tashkeel and tatweel", "هذا كِتَـــابٌ جديد", "كتاب", "كِتَـــابٌ"], // this is a new book
    ["leaves direction marks outside", "\u2067أحمد\u2069 هنا", "احمد", "أحمد"], // Ahmad is here
    ["takes a mark in the middle along", "كت\u200Cاب", "كتاب", "كت\u200Cاب"],
    ["takes a run of blanks as one", "واحد \n\t اثنان", "احد ا", "احد \n\t ا"], // one, two
    ["takes the whole run for its one blank", "واحد \n\t اثنان", " ", " \n\t "],
    ["gives the whole ligature for part of it", "قال ﷺ هنا", "الله", "ﷺ"], // he said, peace be upon him
    ["gives the sign for its dots", "نعم… لا", "..", "…"], // yes… no
    ["knows letters built of two characters", "في cafe\u0301 هنا", "café", "cafe\u0301"], // in a café here
    ["keeps count behind characters of two units", "😀 مدينة", "مدينه", "مدينة"], // city
    ["reads digits of every kind", "عام ٢٠٢٦", "2026", "٢٠٢٦"], // the year 2026
  ])("%s", (_rule, original, part, expected) => {
    const normalized = whole(original);
    const at = normalized.text.indexOf(part);
    expect(at).toBeGreaterThanOrEqual(0);
    const { start, end } = normalized.toOriginal(at, at + part.length);
    expect(original.slice(start, end)).toBe(expected);
  });

  it.each([
    ["finds a word by its place in the original", "قال أَحمد نعم", "أَحمد", "احمد"], // Ahmad said yes
    ["finds all of a ligature's letters", "قال ﷺ هنا", "ﷺ", "صلي الله عليه وسلم"],
    ["finds nothing for what was dropped", "قال \u200Fنعم", "\u200F", ""],
    ["finds the letter of a lone vowel sign", "كِتاب", "\u0650", "ك"], // book
  ])("%s", (_rule, original, part, expected) => {
    const normalized = whole(original);
    const at = original.indexOf(part);
    const { start, end } = normalized.toNormalized(at, at + part.length);
    expect(normalized.text.slice(start, end)).toBe(expected);
  });

  it.each([
    ["nothing in an empty text", "", 0, 0, { start: 0, end: 0 }],
    ["nothing in white space", " \n", 0, 1, { start: 0, end: 0 }],
    ["offsets outside as the ends", " كتاب ", -5, 99, { start: 1, end: 5 }],
    ["an empty range as an empty one", "كِتاب", 1, 1, { start: 2, end: 2 }],
    ["a range turned round as an empty one", "كتاب", 3, 1, { start: 3, end: 3 }],
  ])("takes %s", (_rule, original, start, end, expected) => {
    expect(whole(original).toOriginal(start, end)).toEqual(expected);
  });

  it("has the text of normalize, for any text", () => {
    fc.assert(
      fc.property(hardText, (original) => {
        expect(whole(original).text).toBe(normalize(original));
      }),
      tries,
    );
  });

  it("gives rising ranges inside the original that leave out only what has no letter", () => {
    fc.assert(
      fc.property(hardText, (original) => {
        const { text, toOriginal } = whole(original);
        let [lastStart, lastEnd] = [0, 0];
        for (let at = 0; at < text.length; at += 1) {
          const { start, end } = toOriginal(at, at + 1);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(start).toBeGreaterThanOrEqual(lastStart);
          expect(end).toBeGreaterThanOrEqual(lastEnd);
          if (start > lastEnd) expect(normalize(original.slice(lastEnd, start))).toBe("");
          [lastStart, lastEnd] = [start, end];
        }
        expect(normalize(original.slice(lastEnd))).toBe("");
      }),
      tries,
    );
  });

  it("slices the original as it slices the normalised text, from joint to joint", () => {
    fc.assert(
      fc.property(hardText, fc.nat(), fc.nat(), (original, a, b) => {
        const { text, toOriginal, toNormalized } = whole(original);
        const joints = Array.from({ length: text.length + 1 }, (_, at) => at).filter(
          (at) => toOriginal(at - 1, at).end <= toOriginal(at, at + 1).start || at === text.length,
        );
        const [one = 0, other = 0] = [joints[a % joints.length], joints[b % joints.length]];
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const range = toOriginal(start, end);
        const unblanked = text.slice(start, end).replace(/^ | $/g, "");
        expect(normalize(original.slice(range.start, range.end))).toBe(unblanked);
        if (start < end) expect(toNormalized(range.start, range.end)).toEqual({ start, end });
      }),
      tries,
    );
  });

  it("never loses a part on the way there and back", () => {
    fc.assert(
      fc.property(hardText, fc.nat(40), fc.nat(40), (original, a, b) => {
        const { text, toOriginal, toNormalized } = whole(original);
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        if (start === end) return;
        const range = toOriginal(start, end);
        const back = toNormalized(range.start, range.end);
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
      }),
      tries,
    );
  });

  it("knows every character that Unicode joins to the one before it", () => {
    // A character that stands behind another in a canonical form must not begin a cluster of its own.
    const apart: string[] = [];
    for (let code = 0x80; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      const [first = "", ...others] = character.normalize("NFD");
      for (const other of others) {
        if (whole(`${first}${other}`).text !== normalize(`${first}${other}`)) apart.push(character);
      }
    }
    expect(apart).toEqual([]);
  });
});
