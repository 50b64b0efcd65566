// Words, as a reader counts them and as the ranking reads them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, splitWords } from "../../src/text/words.ts";
import { runs } from "../runs.ts";

describe("countWords", () => {
  it.each([
    ["counts runs between white space", "وصل الوفد اليوم", 3],
    ["does not count a lone mark", "وصل - الوفد … !", 2],
    ["counts a joined pair once", "حفتر-كوبلر", 1],
    ["counts a number", "بلغ 3.5 ٪", 2],
    ["knows every white space", "واحد\u00A0اثنان\nثلاثة\u3000أربعة", 4],
    ["counts a letter beyond the first plane", "\u{1EE00} 😀", 1],
    ["counts no half of a letter", "\uD83A \uDE00", 0],
    ["gives 0 for an empty text", "", 0],
  ])("%s", (_rule, text, count) => expect(countWords(text)).toBe(count));

  it("agrees with the definition for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const runs = text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run));
        expect(countWords(text)).toBe(runs.length);
      }),
      runs(500),
    );
  });
});

describe("splitWords", () => {
  it.each([
    ["leaves marks out", "«وصل»، الوفد.", ["وصل", "الوفد"]],
    ["keeps tashkeel and tatweel", "كِتَـــاب", ["كِتَـــاب"]],
    ["keeps decimals and thousands", "بلغ 3.5 و1,250,000", ["بلغ", "3.5", "و1,250,000"]],
    ["parts words at a stop", "انتهى.وقال", ["انتهى", "وقال"]],
    ["parts words at a dash", "حفتر-كوبلر", ["حفتر", "كوبلر"]],
  ])("%s", (_rule, text, expected) => expect(splitWords(text).map((word) => word.text)).toEqual(expected));

  it("gives exact offsets for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of splitWords(text)) expect(word.text).toBe(text.slice(word.start, word.end));
      }),
    );
  });
});
