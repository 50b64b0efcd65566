// Where a very long sentence may be parted: against the hand-marked clauses, rule by rule, and as laws.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longWords, splitClauses } from "../../src/text/clauses.ts";
import { countWords } from "../../src/text/words.ts";
import { runs } from "../runs.ts";
import { readMarked } from "./markedSentences.ts";

const marked = readMarked().filter(({ rule }) => rule === "clauses");
const clausesOf = (text: string): readonly string[] =>
  splitClauses(text).map(({ start, end }) => text.slice(start, end));

/** Sixty words that are one statement without a joint. */
const long = `أعلنت البلدية أنها ستفتح ${"الحديقة الكبرى القريبة من النهر ".repeat(11)}أمام الزوار`;
const tail = "سيبدأ العمل في الموقع الجديد خلال أسبوعين وفق الخطة المعلنة";

describe("marked clauses", () => {
  it.each(marked.map((each) => [each.line, each] as const))("clauses.txt:%i", (_line, { text, pieces }) => {
    expect(countWords(text)).toBeGreaterThan(longWords);
    expect(clausesOf(text)).toEqual(pieces.map((piece) => piece.text.replace(/[،؛]$/u, "")));
  });
});

describe("a long sentence is parted", () => {
  it.each([
    ["before a report with its speaker", `${long}، وقال مدير الحدائق إن ${tail}.`, 2],
    ["before a report without a comma", `${long} وأوضح المدير أن ${tail}.`, 2],
    ["at a semicolon before a definite noun", `${long}؛ المقاول تسلم الموقع و${tail}.`, 2],
    ["at a semicolon before a body", `${long}؛ وزارة المال خصصت المبلغ كاملا و${tail}.`, 2],
    ["at each of several", `${long}، وقال المدير إن ${tail}، وأكدت الوزيرة أن ${tail}.`, 3],
  ] as const)("%s", (_rule, text, count) => expect(clausesOf(text)).toHaveLength(count));
});

describe("a long sentence stays whole", () => {
  it.each([
    ["before a report without its speaker", `${long}، وقال إن ${tail}.`],
    ["before a speaker who points back", `${long}، وقال رئيسها إن ${tail}.`],
    ["before the last or the other", `${long}، وقالت الأخيرة إن ${tail}.`],
    ["before a pronoun of the other gender", `${long}، وقال المدير إنها واسعة وإن ${tail}.`],
    ["before a demonstrative", `${long}، وكان ذلك مقررا منذ عام كامل حين قيل إن ${tail}.`],
    ["before a pronoun", `${long}، وهو ما رحب به السكان لأن ${tail}.`],
    ["before a connective", `${long}، لكن السكان يشكون من الضجيج و${tail}.`],
    ["before a second subject", `${long}، كما أن الرصيف مغلق و${tail}.`],
    ["at a semicolon before a reason", `${long}؛ لأن ${tail} كما جاء في البيان.`],
    ["at a semicolon before the second of a list", `${long}؛ الثانية أصغر منها و${tail}.`],
    ["in a list behind a colon", `${long}: الأولى واسعة؛ المسبح جديد و${tail}.`],
    ["in a quotation", `${long} «كما وعدنا، وقال المدير إن ${tail}» في كلمته.`],
    ["behind a quote that never closes", `${long} "كما وعدنا، وقال المدير إن ${tail}.`],
    ["where the rest is short", `${long}، وقال المدير إن العمل انتهى.`],
    ["where it opens with a condition", `إذا ${long}، فإن الزوار سيأتون، وقال المدير إن ${tail}.`],
  ])("%s", (_rule, text) => {
    expect(countWords(text)).toBeGreaterThan(longWords);
    expect(clausesOf(text)).toEqual([text]);
  });

  it("of 60 words and no more", () => {
    const text = `${"كلمة ".repeat(40)}، وقال المدير إن ${"كلمة ".repeat(17)}`.trim();
    expect(countWords(text)).toBe(60);
    expect(clausesOf(text)).toEqual([text]);
  });
});

it("clauses follow each other, and between them stand only joints", () => {
  const piece = fc.constantFrom(long, tail, "،", "؛", "وقال المدير إن", "«", "»", '"', "(", "\uD800", "  ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(" ").trim();
      let end = 0;
      for (const clause of splitClauses(text)) {
        expect(text.slice(end, clause.start)).toMatch(/^[\s،؛,]*$/u);
        expect(clause.end).toBeGreaterThanOrEqual(clause.start);
        end = clause.end;
      }
      expect(end).toBe(text.length);
    }),
    runs(300),
  );
});

it("parts a sentence of 50,000 words at each of its joints", () => {
  const statement = `وقال مدير الحدائق إن ${tail}`;
  const count = Math.ceil(50_000 / countWords(statement));
  expect(splitClauses(Array.from({ length: count }, () => statement).join("، "))).toHaveLength(count);
});
