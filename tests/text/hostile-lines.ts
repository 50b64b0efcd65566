// Texts that punish a splitter which looks twice: one kind of mark many times, endless lines, deep brackets.
import { describe, expect, it } from "vitest";
import { splitClauses } from "../../src/text/clauses.ts";
import { splitSentences } from "../../src/text/sentences.ts";

const prose = "وصل الوفد إلى المدينة.";

/** Sentences follow each other and leave nothing out but white space; the texts hold no U+0085. */
function splitWhole(text: string): readonly string[] {
  const sentences = splitSentences(text);
  let end = 0;
  // One expectation for all: 100,000 of them would take longer than the splitter.
  const isWhole = sentences.every((sentence) => {
    const isNext = text.slice(end, sentence.start).trim() === "";
    end = sentence.end;
    return isNext && text.slice(sentence.start, sentence.end) === sentence.text;
  });
  expect(isWhole && text.slice(end).trim() === "").toBe(true);
  return sentences.map((each) => each.text);
}

/** The marks stand `times` times each. */
export function describeHostileLines(times: number): void {
  describe("a run of one mark is one piece, and the sentence behind it is found", () => {
    it.each([
      "(",
      ")",
      "()",
      '"',
      "«",
      "«»",
      "'",
      ".",
      ". ",
      ".)",
      ".) ",
      '."',
      "؟!",
      "…",
      "؟ ) ",
      "،",
      "؛ ",
      "- ",
      "@",
      "/",
      "\u0651",
      "\u200F",
    ])("%j", (mark) => {
      const run = mark.repeat(times).trim();
      expect(splitWhole(`${run}\n${prose}`)).toEqual([run, prose]);
      expect(splitWhole(run).join("")).toBe(run);
    });
  });

  describe("a run of marks around letters keeps every unit", () => {
    it.each([
      ["a chain of letters is one abbreviation", "ا.", 1],
      ["a chain of Latin letters is one name", "a.", 1],
      ["words with a stop are sentences", "كلمة. ", times],
      ["questions are sentences", "كلمة؟ ", times],
      ["quoted questions are sentences", "«ا؟» ", times],
      ["quoted questions in a sentence are names", "و«ا؟» ", 1],
      ["stops in one open bracket", "(كلمة. ", times],
      ["numbers are one piece", "1.", 1],
      ["addresses are one piece", "a@b.c", 1],
      ["hosts are one piece", "www.a.com/", 1],
    ])("%s", (_rule, unit, count) => {
      expect(splitWhole(unit.repeat(times))).toHaveLength(count);
    });

    it("white space of any length is nothing", () => {
      const blank = " ".repeat(times);
      expect(splitWhole(`كلمة${blank}.${blank}كلمة أخرى${blank}.`)).toHaveLength(2);
      expect(splitWhole(blank)).toEqual([]);
    });

    it("brackets around stops and blanks", () => {
      expect(splitWhole(`(${". ".repeat(times)}x ${". ".repeat(times)})`)).toHaveLength(1);
      const nested = `${"(".repeat(times)}كلمة.${")".repeat(times)}`;
      expect(splitWhole(`${nested} ${prose}`).at(-1)).toBe(prose);
    });
  });

  describe("long texts", () => {
    it("a line of 5,000 words is split at its stops", () => {
      expect(splitWhole(Array.from({ length: 1_250 }, () => prose).join(" "))).toHaveLength(1_250);
      const endless = "كلمة ".repeat(5_000).trim();
      expect(splitWhole(endless)).toEqual([endless]);
      expect(splitClauses(endless)).toEqual([{ start: 0, end: endless.length }]);
    });

    it("a text of 50,000 words is split at its stops and line ends", () => {
      expect(splitWhole(Array.from({ length: 12_500 }, () => prose).join("\n"))).toHaveLength(12_500);
      expect(splitWhole(Array.from({ length: 12_500 }, () => prose).join(" "))).toHaveLength(12_500);
    });

    it("clauses of a text made of joints", () => {
      for (const mark of ["،", "؛ ", "، وقال ", '" ، ', "( ، ", ": ؛ "]) {
        const text = `${"كلمة ".repeat(70)}${mark.repeat(times)}`.trim();
        const [first] = splitClauses(text);
        expect(first?.start).toBe(0);
        expect(splitClauses(text).at(-1)?.end).toBe(text.length);
      }
    });
  });
}
