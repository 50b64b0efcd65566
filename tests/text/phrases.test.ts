// Followed and blocked words in a text: whatever their spelling, all in one walk, never over the end of a sentence.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPhraseFinder, phraseStems } from "../../src/text/phrases.ts";
import { stems } from "../../src/text/stem.ts";
import { runs } from "../runs.ts";

describe("a phrase", () => {
  it.each([
    ["hamza", "أسعار الطاقة", "اسعار الطاقه"], // "energy prices"
    ["alef and ya", "مستشفى", "مستشفي"], // "hospital"
    ["tashkeel", "كُرَةُ القَدَم", "كرة القدم"], // "football"
    ["tatweel", "كـــرة القـدم", "كرة القدم"],
    ["the article", "كرة قدم", "الكرة القدم"],
  ])("is the same without %s", (_what, written, told) => {
    expect(phraseStems(written)).not.toEqual([]);
    expect(createPhraseFinder([written])([stems(`قالت اليوم ${told} في المدينة`)])).toEqual([0]);
  });

  it("stands in its order, whole, and within one sentence", () => {
    const find = createPhraseFinder(["كرة القدم"]);
    expect(find([stems("القدم كرة")])).toEqual([]);
    expect(find([stems("كرة اليد")])).toEqual([]);
    // "He threw the ball. The foot …": the end of one sentence and the beginning of the next.
    expect(find([stems("رمى الكرة"), stems("القدم اليسرى")])).toEqual([]);
  });

  it("of no letters, or of stop words alone, is found nowhere", () => {
    expect(createPhraseFinder(["…", "في", ""])([stems("في المدينة … سوق")])).toEqual([]);
  });

  it("is found where a look at every place finds it, however many there are and however they overlap", () => {
    const word = fc.constantFrom("ماء", "سوق", "ميناء", "مدرسة", "طريق");
    const decorated = fc.tuple(word, fc.boolean(), fc.boolean()).map(([text, hasArticle, hasTatweel]) => {
      const long = hasTatweel ? `${text[0]}ـ${text.slice(1)}` : text;
      return hasArticle ? `ال${long}` : long;
    });
    const text = (min: number, max: number) =>
      fc.array(decorated, { minLength: min, maxLength: max }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.array(text(1, 3), { maxLength: 12 }),
        fc.array(text(0, 12), { maxLength: 4 }),
        (phrases, pieces) => {
          const told = pieces.map((piece) => stems(piece));
          const naive = phrases.flatMap((phrase, index) => {
            const wanted = stems(phrase);
            const isIn = told.some((piece) =>
              piece.some((_, at) => wanted.every((stem, ahead) => piece[at + ahead] === stem)),
            );
            return isIn ? [index] : [];
          });
          expect(createPhraseFinder(phrases)(told)).toEqual(naive);
        },
      ),
      runs(500),
    );
  });
});
