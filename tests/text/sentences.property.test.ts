// Laws of the splitter that hold for any string: exact offsets, order, nothing lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";
import { runs } from "../runs.ts";

/** Any UTF-16 unit, lone surrogates too. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
/** What the rules are about, thickly. */
const marks = fc.string({
  unit: fc.constantFrom(
    ..."اب تم. ؟!…\"«»“”()[]'’:؛،-–1٢\n\r\t.. ",
    "د.",
    "هـ.",
    "(... )",
    "www.a.com",
    "\u200F",
    "\u0651",
    "\uD800",
    "\uDC00",
    "😀",
    "A",
    "b",
  ),
  maxLength: 60,
});

describe.each([
  ["any UTF-16 units", anyUnits],
  ["marks and letters", marks],
  ["any text", fc.string({ unit: "binary" })],
])("for %s", (_name, texts) => {
  it("a sentence is exactly its slice, trimmed and not empty", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of splitSentences(text)) {
          expect(sentence.text).toBe(text.slice(sentence.start, sentence.end));
          expect(sentence.text).toBe(sentence.text.trim());
          expect(sentence.text).not.toBe("");
        }
      }),
      runs(400),
    );
  });

  it("sentences follow each other, and only white space is between them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const sentence of splitSentences(text)) {
          // U+0085 is a line end to the splitter, and no white space to `trim`.
          expect(text.slice(end, sentence.start)).toMatch(/^[\s\u0085]*$/);
          end = sentence.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\u0085]*$/);
      }),
      runs(400),
    );
  });
});

it("keeps a whole quotation of few words in one sentence", () => {
  const word = fc.constantFrom("وصل", "غدا", "انتهى.", "لماذا؟", "نعم!", "3.5", "د.");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (inside) => {
      const quotation = `«${inside.join(" ")}»`;
      const holders = splitSentences(`قال الوزير ${quotation} في كلمته.`).filter(({ text }) =>
        /[«»]/.test(text),
      );
      expect(holders.map(({ text }) => text.includes(quotation))).toEqual([true]);
    }),
  );
});
