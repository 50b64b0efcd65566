// Offers the clauses of a very long sentence, where each can be read by itself.
import {
  bodies,
  femaleVerbs,
  notSubjects,
  reportBehindWords,
  statementVerbs,
  subordinates,
} from "./arabic/joints.ts";
import type { Span } from "./lines.ts";
import { trimSpan } from "./lines.ts";
import { findQuotations } from "./quotations.ts";
import { countWords } from "./words.ts";

/** A sentence of no more words than this is never parted. */
export const longWords = 60;

/** A shorter piece says too little by itself. */
const leastWords = 10;

/** So much behind a joint shows what begins there. */
const sight = 120;

const joint = new RegExp(`[؛،,]|(?<=\\s)(?=و(?:${statementVerbs}|${femaleVerbs})${reportBehindWords})`, "gu");
const subordinate = new RegExp(`^و?(?:${subordinates.join("|")})(?!\\p{L})`, "u");
/** A noun with a pronoun at its end, «رئيسها» (its head), points back. */
const subject = `(?:(?:${bodies})(?!\\p{L})|(?!(?:${notSubjects})(?!\\p{L})|[بل]\\p{L}|\\p{L}{2,}(?:ه|ها|هم|هما|هن)(?!\\p{L}))\\p{L}{3,})`;
const verbal = new RegExp(`^و(?:(${femaleVerbs})|${statementVerbs})\\s+${subject}`, "u");
const nominal = new RegExp(`^(?:ال(?=\\p{L}{3})|(?:${bodies})\\s+ال)`, "u");
const femaleThat = /(?<!\p{L})[إأا]نها(?!\p{L})/u;
const maleThat = /(?<!\p{L})[إأا]نه(?!\p{L})/u;
/** «كل منهما» (each of the two): its nouns stand before the joint. */
const backwards = /(?<!\p{L})(?:من|بين|في|عن|علي|إلي)(?:ه|ها|هم|هما|هن)(?!\p{L})/u;
const pointing = new RegExp(`^(?:${notSubjects})(?!\\p{L})`, "u");

/**
 * Offsets in the sentence, in order, without the marks between them; the whole sentence where it has no more than 60 words
 * or no safe joint. Safe is a comma before «و» with a verb and its subject, and «؛» before such a pair or a definite noun,
 * outside quotations, brackets and lists.
 */
export function splitClauses(sentence: string): readonly Span[] {
  const whole = { start: 0, end: sentence.length };
  if (countWords(sentence) <= longWords || subordinate.test(sentence)) return [whole];
  const found: Span[] = [];
  let from = 0;
  const joints = findJoints(sentence);
  const words = countAlong(sentence, joints);
  let taken = 0;
  for (const [at, { start, end }] of joints.entries()) {
    const sofar = words[at] ?? 0;
    const all = words[joints.length] ?? 0;
    if (sofar - taken < leastWords || all - sofar < leastWords) continue;
    found.push(trimSpan(sentence, from, start));
    [from, taken] = [end, sofar];
  }
  return [...found, trimSpan(sentence, from, sentence.length)];
}

/** Marks, or empty spans between two words, behind which a statement stands. */
function findJoints(sentence: string): readonly Span[] {
  const quotations = findQuotations(sentence);
  let quotation = 0;
  let [isOpen, isList] = [false, false];
  let seen = 0;
  const found: Span[] = [];
  for (const { 0: mark, index } of sentence.matchAll(joint)) {
    for (; seen < index; seen += 1) {
      const unit = sentence.charAt(seen);
      // A mark without a partner: what it opens may go on to the end.
      if (/["“”]/.test(unit)) isOpen = !isOpen;
      // «ثلاث خدمات: الفحص؛ …» (three services: …): the parts of a list lean on what announced it.
      if (unit === ":") isList = true;
    }
    while ((quotations[quotation]?.close ?? sentence.length) < index) quotation += 1;
    const isInside = (quotations[quotation]?.open ?? sentence.length) < index;
    const end = index + mark.length;
    const behind = sentence.slice(end, end + sight).trimStart();
    if (!isInside && !isOpen && !isList && isStatement(behind, mark)) found.push({ start: index, end });
  }
  return found;
}

/** True where a statement begins that names who acts, and points to nothing before it. */
function isStatement(behind: string, mark: string): boolean {
  const opening = behind.split(/\s+/, 6).join(" ");
  if (backwards.test(opening)) return false;
  const verb = verbal.exec(behind);
  if (verb === null) return mark === "؛" && nominal.test(behind) && !pointing.test(behind);
  // «ويقول المؤرخون إنها» (historians say that it): a pronoun of the other gender than the speaker's points back.
  return !(verb[1] === undefined ? femaleThat : maleThat).test(opening);
}

/** How many words stand before each joint, and last in the whole. */
function countAlong(sentence: string, joints: readonly Span[]): readonly number[] {
  const counts: number[] = [];
  let [from, words] = [0, 0];
  for (const { start } of [...joints, { start: sentence.length }]) {
    words += countWords(sentence.slice(from, start));
    counts.push(words);
    from = start;
  }
  return counts;
}
