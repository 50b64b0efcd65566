// Which side a text belongs to, and that nothing inserted moves what stands around it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceIsolates,
  beginsIn,
  directionOf,
  dominantDirection,
  isolate,
  isolateBracketed,
  sideLine,
} from "../../src/text/direction.ts";
import { runs } from "../runs.ts";

/** Texts full of controls: isolates, embeddings, overrides, marks, ends of paragraphs. */
const controls = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\u200E\u200F\u061C\n\r\u2029\u0085",
      ),
      fc.constantFrom(..."اب1a([{«“)]}»” \uD83D\uDE00"),
      fc.string({ unit: "binary", maxLength: 2 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(""));

const paragraphEnds = "\n\r\u001C\u001D\u001E\u0085\u2029";

/** Open isolates at the end of each paragraph, and the least depth on the way (UAX #9, BD9). */
function depths(text: string): { open: number; least: number } {
  let [open, least] = [0, 0];
  for (const paragraph of text.split(new RegExp(`[${paragraphEnds}]`))) {
    let depth = 0;
    for (const character of paragraph) {
      if (/[\u2066-\u2068]/.test(character)) depth += 1;
      if (character === "\u2069") depth -= 1;
      least = Math.min(least, depth);
    }
    open += Math.abs(depth);
  }
  return { open, least };
}

describe("directionOf", () => {
  it.each([
    ["Arabic", "خبر", "rtl"], // news
    ["Latin", "news", "ltr"],
    ["the first letter behind digits and marks", "12 - «خبر» news", "rtl"],
    ["the first letter, whatever follows", "iPhone يصل إلى الأسواق", "ltr"], // iPhone reaches the markets
    ["Hebrew, Syriac, Thaana, N'Ko, Adlam", "\u05D0", "rtl"],
    ["Adlam, beyond the first plane", "\u{1E900}", "rtl"],
    ["a mark that acts as a letter", "\u200Fnews", "rtl"],
    ["a left-to-right mark", "\u200Eخبر", "ltr"],
    ["letters behind an isolate, not in it", "\u2068news\u2069 خبر", "rtl"],
    ["letters behind nested isolates", "\u2067\u2066a\u2069ب\u2069 news", "ltr"],
    ["a closing isolate that closes nothing", "\u2069خبر", "rtl"],
    ["digits alone as left-to-right", "2026", "ltr"],
    ["nothing as left-to-right", "", "ltr"],
  ] as const)("reads %s", (_rule, text, expected) => expect(directionOf(text)).toBe(expected));
});

describe("dominantDirection", () => {
  it.each([
    ["a headline that begins with a Latin name", "iPhone يصل إلى الأسواق", "rtl"],
    ["a Latin sentence that begins with an Arabic word", "جريدة is a word for a paper", "ltr"],
    ["as many of both as the first one has it", "ab خب", "ltr"],
    ["no letters as left-to-right", "12:30", "ltr"],
  ] as const)("reads %s", (_rule, text, expected) => expect(dominantDirection(text)).toBe(expected));
});

describe("sideLine", () => {
  it.each([
    ["nothing before Arabic", "rtl", "خبر", "خبر"],
    ["RLM before an emoji", "rtl", "📰 خبر", "\u200F📰 خبر"],
    ["RLM before Latin", "rtl", "CNN: خبر", "\u200FCNN: خبر"],
    ["RLM before a digit", "rtl", "3 أخبار", "\u200F3 أخبار"], // 3 stories
    ["RLM before a quote", "rtl", "«خبر»", "\u200F«خبر»"],
    ["no second RLM", "rtl", "\u200F3 أخبار", "\u200F3 أخبار"],
    ["LRM before Arabic in an English line", "ltr", "خبر is news", "\u200Eخبر is news"],
    ["RLM into an empty line", "rtl", "", "\u200F"],
  ] as const)("puts %s", (_rule, direction, line, expected) =>
    expect(sideLine(direction, line)).toBe(expected),
  );

  it("always begins on its side, and does nothing the second time", () => {
    fc.assert(
      fc.property(controls, fc.constantFrom("rtl", "ltr"), (line, direction) => {
        const sided = sideLine(direction, line);
        expect(beginsIn(direction, sided)).toBe(true);
        expect(sideLine(direction, sided)).toBe(sided);
        expect(directionOf(sided)).toBe(direction);
      }),
    );
  });
});

describe("isolate", () => {
  it.each([
    ["wraps a value", "CNN", "\u2068CNN\u2069"],
    ["wraps nothing too", "", "\u2068\u2069"],
    ["drops a closing mark that would end the isolate early", "a\u2069b", "\u2068ab\u2069"],
    ["closes what the value left open", "\u2067أ \u2066b", "\u2068\u2067أ \u2066b\u2069\u2069\u2069"],
    ["leaves balanced isolates alone", "أ \u2066b\u2069", "\u2068أ \u2066b\u2069\u2069"],
    ["leaves embeddings: the isolate's end closes them", "\u202Ea", "\u2068\u202Ea\u2069"],
    ["isolates each line, for a line's end ends isolates", "a\n\nب", "\u2068a\u2069\n\n\u2068ب\u2069"],
  ])("%s", (_rule, text, expected) => expect(isolate(text)).toBe(expected));

  it("leaves no isolate open and closes none of those around it, whatever the value", () => {
    fc.assert(
      fc.property(controls, (value) => {
        expect(depths(isolate(value))).toEqual({ open: 0, least: 0 });
        expect(isolate(value).replace(/[\u2066-\u2069]/g, "")).toBe(value.replace(/[\u2066-\u2069]/g, ""));
      }),
      runs(2000),
    );
  });

  it("does nothing to a line that is balanced", () => {
    fc.assert(
      fc.property(controls, (value) => {
        const once = balanceIsolates(value);
        expect(balanceIsolates(once)).toBe(once);
      }),
    );
  });
});

describe("isolateBracketed", () => {
  it.each([
    [
      "isolates Latin in brackets",
      "شركة Apple (Apple Inc.) تعلن",
      "شركة Apple (\u2066Apple Inc.\u2069) تعلن",
    ], // the company … announces
    ["isolates Latin in guillemets", "صحيفة «The Times»", "صحيفة «\u2066The Times\u2069»"], // the newspaper
    ["isolates the innermost pair", "(«BBC»)", "(«\u2066BBC\u2069»)"],
    ["keeps what ends in a sign together", "لغة (C++)", "لغة (\u2066C++\u2069)"], // the language
    ["leaves Arabic in brackets", "الوزير (سابقا)", "الوزير (سابقا)"], // the minister (formerly)
    ["leaves what is mixed", "(شركة Apple)", "(شركة Apple)"],
    ["leaves numbers, which have a side of their own", "عام (2026)", "عام (2026)"],
    ["leaves a bracket without its other half", "شركة (Apple", "شركة (Apple"],
    ["does nothing the second time", "شركة (\u2066Apple\u2069)", "شركة (\u2066Apple\u2069)"],
  ])("%s", (_rule, text, expected) => expect(isolateBracketed(text, "rtl")).toBe(expected));

  it("isolates Arabic in an English line", () => {
    expect(isolateBracketed("the daily (الأهرام) says", "ltr")).toBe("the daily (\u2067الأهرام\u2069) says");
  });

  it("only adds isolates that it closes, for any text", () => {
    fc.assert(
      fc.property(controls, fc.constantFrom("rtl", "ltr"), (text, direction) => {
        const plain = balanceIsolates(text.replace(/[\n\r\u2029\u0085]/g, " "));
        const safe = isolateBracketed(plain, direction);
        expect(balanceIsolates(safe)).toBe(safe);
        expect(isolateBracketed(safe, direction)).toBe(safe);
        expect(safe.replace(/[\u2066-\u2069]/g, "")).toBe(plain.replace(/[\u2066-\u2069]/g, ""));
      }),
      runs(2000),
    );
  });
});
