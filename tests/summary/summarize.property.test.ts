// Laws of every summary, for any text: verbatim, in order, within the budget, a prefix of the longer one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Budget, shorten, summarize } from "../../src/summary/summarize.ts";
import { countWords } from "../../src/text/words.ts";
import { runs } from "../runs.ts";

const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const words = fc.constantFrom(
  "أعلن",
  "الوزير",
  "وأضاف",
  "أن",
  "المدينة",
  "سوق",
  "جديد",
  "3.5",
  "د.",
  "لكن",
  "هذا",
  "«نعم",
  "لا»",
  '"',
  "(... )",
  "the",
  "rain",
  "however",
  "\uD800",
  "\u200F",
  "م\u0651",
  "😀",
  "اقرأ أيضا",
  "الأكثر قراءة",
  "www.example.com",
);
const ends = fc.constantFrom(".", ". ", "؟ ", "! ", ".\n", "\n", "\n\n", ".. ", " ");
const prose = fc
  .array(fc.tuple(fc.array(words, { minLength: 1, maxLength: 12 }), ends), { maxLength: 25 })
  .map((parts) => parts.map(([run, end]) => run.join(" ") + end).join(""));

const budgets: fc.Arbitrary<Budget> = fc.oneof(
  fc.record({ sentences: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ words: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ ratio: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
);
const titles = fc.option(
  fc.array(words, { maxLength: 6 }).map((run) => run.join(" ")),
  { nil: undefined },
);

describe.each([
  ["any UTF-16 units", anyUnits],
  ["prose", prose],
])("a summary of %s", (_name, texts) => {
  it("is verbatim, in the order of the text, and never over its budget unless it says so", () => {
    fc.assert(
      fc.property(texts, titles, budgets, (text, title, budget) => {
        const { sentences, overBudget } = summarize(title === undefined ? { text } : { text, title }, budget);
        let end = 0;
        for (const sentence of sentences) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          end = sentence.end;
        }
        expect(sentences.map(({ rank }) => rank).sort((one, other) => one - other)).toEqual(
          sentences.map((_, at) => at),
        );
        const used = sentences.reduce((sum, each) => sum + countWords(each.text), 0);
        if (overBudget === true) expect(sentences.length).toBe(1);
        else if ("sentences" in budget) expect(sentences.length).toBeLessThanOrEqual(budget.sentences);
        else if ("words" in budget) expect(used).toBeLessThanOrEqual(budget.words);
        else expect(used).toBeLessThanOrEqual(countWords(text) * budget.ratio + 1e-6);
      }),
      runs(500),
    );
  });

  it("is the beginning of the choice of a longer one", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 6 }), (text, count) => {
        const longer = summarize({ text }, { sentences: count + 3 }).sentences;
        expect(shorten(longer, count)).toEqual(summarize({ text }, { sentences: count }).sentences);
      }),
      runs(200),
    );
  });
});

it("costs no more than in proportion for long and for hostile texts", () => {
  // Each of these once took minutes; the time limit of the suite is the measure.
  const hostile = [
    ".".repeat(300_000),
    "(".repeat(150_000) + ")]".repeat(70_000),
    "1.".repeat(150_000),
    '"ا. '.repeat(70_000),
    "ا.».".repeat(70_000),
  ];
  for (const text of hostile)
    expect(summarize({ text }, { sentences: 3 }).sentences.length).toBeLessThanOrEqual(3);
});
