// Offers the clauses of a very long sentence, where each can be read by itself.
import { jointsAlone, jointsBehindComma, subordinates } from "./arabic/joints.ts";
import type { Span } from "./lines.ts";
import { findQuotations } from "./quotations.ts";
import { countWords } from "./words.ts";

/** A sentence of no more words than this is never parted. */
export const longWords = 60;

/** A shorter piece says too little by itself. */
const leastWords = 10;

const joint = new RegExp(
  `\\s*(?:؛|[،,](?=\\s*(?:${jointsBehindComma.join("|")})))\\s*|\\s+(?=${jointsAlone.join("|")})`,
  "gu",
);
const subordinate = new RegExp(`^و?(?:${subordinates.join("|")})(?!\\p{L})`, "u");

/**
 * Offsets in the sentence, in order, without the marks between them; the whole sentence where it has no more than 60 words
 * or no safe joint. Safe is «؛», a comma before a new statement, and a new report, outside quotations
 * and brackets.
 */
export function splitClauses(sentence: string): readonly Span[] {
  const whole = { start: 0, end: sentence.length };
  if (countWords(sentence) <= longWords || subordinate.test(sentence)) return [whole];
  const quotations = findQuotations(sentence);
  const found: Span[] = [];
  let from = 0;
  for (const { 0: mark, index } of sentence.matchAll(joint)) {
    if (quotations.some(({ open, close }) => open < index && index < close)) continue;
    const behind = index + mark.length;
    if (!isStatement(sentence.slice(from, index)) || !isStatement(sentence.slice(behind))) continue;
    found.push({ start: from, end: index });
    from = behind;
  }
  return [...found, { start: from, end: sentence.length }];
}

/** Long enough, and no quotation or bracket is open in it. */
function isStatement(piece: string): boolean {
  const count = (pattern: RegExp): number => piece.match(pattern)?.length ?? 0;
  return countWords(piece) >= leastWords && count(/["“”]/g) % 2 === 0 && count(/[(«[]/g) === count(/[)»\]]/g);
}
