// Cuts one line of prose at the ends of its sentences.
import { findAddresses } from "./addresses.ts";
import { type Span, trimSpan } from "./lines.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { endsSentence, sight } from "./stops.ts";
import { countWords } from "./words.ts";

const stopRun = /[.!?؟…۔]+/gu;
const closing = /["'”’»)\]}›.!?؟…۔]/u;
const closingOrBlank = /[\s"'”’»)\]}›.!?؟…۔]/u;

/** Offsets of the sentences from `begin` on, in order; only white space is between them. */
export function cutLine(line: string, begin: number): readonly Span[] {
  const cuts: number[] = [];
  const quotations = findQuotations(line);
  const opening = new Set(quotations.map(({ open }) => open));
  const addresses = findAddresses(line);
  /** Quotes, brackets and further stops right behind a stop are its sentence's; a mark that opens is the next one's. */
  const passClosing = createScan(line, (mark, at) => closing.test(mark) && !opening.has(at));
  const passBlanks = createScan(line, (mark) => closingOrBlank.test(mark));
  let [from, behind] = [begin, begin];
  let [quotation, address] = [0, 0];
  for (const { 0: marks, index: at } of line.matchAll(stopRun)) {
    if (at < behind) continue;
    while ((quotations[quotation]?.close ?? line.length) < at) quotation += 1;
    while ((addresses[address]?.end ?? line.length) <= at) address += 1;
    if ((addresses[address]?.start ?? line.length) <= at) continue;
    const around = quotations[quotation];
    const inside = around !== undefined && around.open < at ? around : undefined;
    // A stop inside a quotation counts where nothing but closing marks stands between it and the quotation's end.
    if (inside !== undefined && passBlanks(at + marks.length) < inside.close) continue;
    const after = passClosing(inside === undefined ? at + marks.length : inside.close + 1);
    const stop = {
      before: lineBefore(line, from, at),
      marks,
      after: line.slice(after, after + sight),
    };
    if (endsSentence(inside === undefined ? stop : { ...stop, closing: describe(line, from, inside) })) {
      cuts.push(after);
      [from, behind] = [after, after];
    } else if (inside !== undefined) behind = inside.close;
  }
  return toSpans(line, begin, cuts);
}

/**
 * A function that gives the first place from `from` on where the run of matching units is over. It remembers the last run:
 * many stops in one run would otherwise each walk through it.
 */
function createScan(line: string, matches: (unit: string, at: number) => boolean): (from: number) => number {
  let known = { from: 0, to: 0 };
  return (from) => {
    if (from < known.from || from > known.to) known = { from, to: from };
    else if (from < known.to) return known.to;
    let to = known.to;
    while (to < line.length && matches(line.charAt(to), to)) to += 1;
    known = { from: known.from, to };
    return to;
  };
}

/** White space before a stop is one blank, so that what is looked at holds words. */
function lineBefore(line: string, from: number, at: number): string {
  let end = at;
  while (end > from && /\s/.test(line.charAt(end - 1))) end -= 1;
  return line.slice(Math.max(from, end - sight), end) + (end < at ? " " : "");
}

function describe(line: string, from: number, quotation: Quotation) {
  const { open, close } = quotation;
  const lead = line.slice(Math.max(from, open - sight), open).trimEnd();
  // Only a bullet or other brackets stand before it.
  const isFirst = !/[\p{L}\p{N}]/u.test(lead);
  return {
    ...quotation,
    words: countWords(line.slice(open, close)),
    // It began the sentence, or a colon announced it.
    isWholeSentence: isFirst || lead.endsWith(":"),
    isFirst,
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
