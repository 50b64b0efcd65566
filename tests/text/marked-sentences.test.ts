// The splitter against the hand-marked lines of tests/fixtures/sentences, rule by rule.
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";
import { type MarkedText, readMarked } from "./markedSentences.ts";

const marked = readMarked().filter(({ rule }) => rule !== "clauses");
const rules = [...new Set(marked.map(({ rule }) => rule))];

/** Where pieces end, as offsets; the end of the text is no decision. */
function endsOf(text: string, pieces: readonly { readonly text: string }[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece.text, from);
    expect(at, `${piece.text} stands in its text`).toBeGreaterThanOrEqual(0);
    from = at + piece.text.length;
    if (from < text.trimEnd().length) ends.add(from);
  }
  return ends;
}

/** Marked boundaries, and those that are missed or false, each with the words around it. */
function compare({ rule, line, text, pieces }: MarkedText) {
  const expected = endsOf(text, pieces);
  const found = endsOf(text, splitSentences(text));
  const show = (why: string, at: number): string =>
    `${rule}.txt:${line} ${why}: ${text.slice(Math.max(0, at - 30), at)}‖${text.slice(at, at + 30)}`.replaceAll(
      "\n",
      "⏎",
    );
  const missed = [...expected].filter((at) => !found.has(at)).map((at) => show("missed", at));
  const invented = [...found].filter((at) => !expected.has(at)).map((at) => show("false", at));
  return { rule, boundaries: expected.size, sentences: pieces.length, wrong: [...missed, ...invented] };
}

const compared = marked.map(compare);
const sum = (of: readonly { readonly [name: string]: unknown }[], name: string): number =>
  of.reduce((total, each) => total + Number(each[name]), 0);
/** A wrong boundary counts once, whether missed or false, against those that were marked. */
const right = (boundaries: number, wrong: number): number => 1 - wrong / boundaries;

describe("marked sentences", () => {
  it("are many, and cover each rule", () => {
    expect(sum(compared, "sentences")).toBeGreaterThanOrEqual(700);
    for (const rule of rules) {
      const sentences = sum(
        compared.filter((each) => each.rule === rule),
        "sentences",
      );
      expect(sentences, rule).toBeGreaterThanOrEqual(25);
    }
  });

  it("are split at 99.5 % of their boundaries", () => {
    const report = rules.map((rule) => {
      const own = compared.filter((each) => each.rule === rule);
      const wrong = own.flatMap((each) => each.wrong).length;
      const boundaries = sum(own, "boundaries");
      return `${rule}: ${sum(own, "sentences")} sentences, ${boundaries} boundaries, ${wrong} wrong`;
    });
    const wrong = compared.flatMap((each) => each.wrong);
    const share = right(sum(compared, "boundaries"), wrong.length);
    console.info(
      `${report.join("\n")}\nall: ${(100 * share).toFixed(2)} % of ${sum(compared, "boundaries")}`,
    );
    expect(share, wrong.join("\n")).toBeGreaterThanOrEqual(0.995);
  });

  it.each(rules)("have exact offsets: %s", (rule) => {
    for (const { text } of marked.filter((each) => each.rule === rule)) {
      for (const sentence of splitSentences(text)) {
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      }
    }
  });

  it("are of the marked kind in 98 % of the pieces", () => {
    const pieces = marked
      .filter(({ rule }) => rule === "kinds")
      .flatMap(({ line, text, pieces }) => {
        const found = splitSentences(text);
        return pieces.map((piece) => {
          const same = found.find((each) => each.text === piece.text);
          return { line, ...piece, found: same?.kind ?? "not split so" };
        });
      });
    const wrong = pieces.filter(({ kind, found }) => kind !== found);
    const lines = wrong.map(
      ({ line, kind, found, text }) => `kinds.txt:${line} ${kind}, found ${found}: ${text}`,
    );
    console.info(`kinds: ${wrong.length} of ${pieces.length} wrong`);
    expect(1 - wrong.length / pieces.length, lines.join("\n")).toBeGreaterThanOrEqual(0.98);
  });
});
