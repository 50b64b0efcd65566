// Finds the quotations and brackets of a line: a stop inside one does not end the sentence around it.
import { countWords } from "./words.ts";

/** Offsets in the line: `open` is the opening mark, `close` the closing one. */
export interface Quotation {
  readonly open: number;
  readonly close: number;
  readonly kind: "quote" | "bracket";
}

/** A longer quotation is a speech of its own, and may be cut at the stops inside it. */
const wholeWords = 60;

const bracketPairs: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["«", "»"],
  ["‹", "›"],
]);
const closingMarks = new Set(bracketPairs.values());
/** Curly and straight ones are mixed in one pair so often that they are one family. */
const doubleMarks = /["“”„]/g;
/** As marks of quotation only: an apostrophe, "don't", stands between letters. */
const singleMarks = /(?<![\p{L}\p{N}])['‘’](?=[\p{L}\p{N}])|(?<=\S)['’](?![\p{L}\p{N}])/gu;

/** Brackets are not nested deeper; the bound keeps the cost linear in a text made of brackets. */
const deepest = 50;

/** In order of opening, the outer before the inner; closed in the line and of at most 60 words; marks without a partner are passed over. */
export function findQuotations(line: string): readonly Quotation[] {
  const found = [
    ...(/[()[\]«»‹›]/.test(line) ? pairBrackets(line) : []),
    ...(/["“”„]/.test(line) ? pairQuotes(line, doubleMarks) : []),
    ...(/['‘’]/.test(line) ? pairQuotes(line, singleMarks) : []),
  ].filter(({ open, close }) => countWords(line.slice(open, close)) <= wholeWords);
  return found.sort((a, b) => a.open - b.open || b.close - a.close);
}

function pairBrackets(line: string): readonly Quotation[] {
  const found: Quotation[] = [];
  const waiting: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of line.matchAll(/[()[\]«»‹›]/g)) {
    if (!closingMarks.has(mark)) {
      if (waiting.length >= deepest) waiting.shift();
      waiting.push({ mark, at: index });
      continue;
    }
    const partner = waiting.findLastIndex((each) => bracketPairs.get(each.mark) === mark);
    const opened = waiting[partner];
    if (opened === undefined) continue;
    // What was opened later and never closed has no partner.
    waiting.length = partner;
    found.push({ open: opened.at, close: index, kind: /[«‹]/.test(opened.mark) ? "quote" : "bracket" });
  }
  return found;
}

function pairQuotes(line: string, marks: RegExp): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (const { index: at } of line.matchAll(marks)) {
    const before = at === 0 || /[\s([«:،,–—-]/.test(line.charAt(at - 1));
    const behind = at === line.length - 1 || /[\s)\]».،,؛:;!؟?…]/.test(line.charAt(at + 1));
    if (open >= 0 && before && !behind) {
      // It can only open: the one that waits was a stray mark.
      open = at;
    } else if (open >= 0) {
      found.push({ open, close: at, kind: "quote" });
      open = -1;
    } else if (before || !behind) open = at;
  }
  return found;
}
