// Cuts one line of prose at the ends of its sentences.
import { findAddresses } from "./addresses.ts";
import { type Span, trimSpan } from "./lines.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { endsSentence, sight } from "./stops.ts";
import { countWords } from "./words.ts";

const stopRun = /[.!?؟…۔]+/gu;
const closingMark = /[\s"'”’»)\]}›.!?؟…۔]/u;

/** Offsets of the sentences from `begin` on, in order; only white space is between them. */
export function cutLine(line: string, begin: number): readonly Span[] {
  const cuts: number[] = [];
  const quotations = findQuotations(line);
  const opening = new Set(quotations.map(({ open }) => open));
  const addresses = findAddresses(line);
  let [from, behind] = [begin, begin];
  let [quotation, address] = [0, 0];
  for (const { 0: marks, index: at } of line.matchAll(stopRun)) {
    if (at < behind) continue;
    while ((quotations[quotation]?.close ?? line.length) < at) quotation += 1;
    while ((addresses[address]?.end ?? line.length) <= at) address += 1;
    if ((addresses[address]?.start ?? line.length) <= at) continue;
    const around = quotations[quotation];
    const inside = around !== undefined && around.open < at ? around : undefined;
    if (inside !== undefined && !closesWith(line, at + marks.length, inside.close)) continue;
    const after = passClosing(line, inside === undefined ? at + marks.length : inside.close + 1, opening);
    const stop = {
      before: line.slice(Math.max(from, at - sight), at),
      marks,
      after: line.slice(after, after + sight),
    };
    if (!endsSentence(inside === undefined ? stop : { ...stop, closing: describe(line, from, inside) }))
      continue;
    cuts.push(after);
    [from, behind] = [after, after];
  }
  return toSpans(line, begin, cuts);
}

/** True when only closing marks stand between a stop and the end of the quotation it is in. */
function closesWith(line: string, from: number, close: number): boolean {
  for (let at = from; at < close; at += 1) if (!closingMark.test(line.charAt(at))) return false;
  return true;
}

/** Quotes, brackets and further stops right behind a stop are its sentence's; a mark that opens is the next one's. */
function passClosing(line: string, from: number, opening: ReadonlySet<number>): number {
  let at = from;
  while (at < line.length && /["'”’»)\]}›.!?؟…۔]/u.test(line.charAt(at)) && !opening.has(at)) at += 1;
  return at;
}

function describe(line: string, from: number, quotation: Quotation) {
  const { open, close } = quotation;
  const lead = line.slice(from, open).trimEnd();
  return {
    ...quotation,
    words: countWords(line.slice(open, close)),
    // It began the sentence, or a colon announced it.
    isWholeSentence: lead === "" || lead.endsWith(":"),
    isFirst: lead === "",
  };
}

/** A piece without a letter or digit (a lone mark) belongs to the one before it. */
function toSpans(line: string, begin: number, cuts: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  let from = begin;
  for (const to of [...cuts, line.length]) {
    const span = trimSpan(line, from, to);
    from = to;
    if (span.start === span.end) continue;
    const previous = spans.at(-1);
    if (previous !== undefined && !/[\p{L}\p{N}]/u.test(line.slice(span.start, span.end))) {
      spans[spans.length - 1] = { start: previous.start, end: span.end };
    } else spans.push(span);
  }
  return spans;
}
