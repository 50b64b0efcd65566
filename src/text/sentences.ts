// Splits a text into sentences with exact UTF-16 offsets; what stands between them is only white space.
import { findAddresses } from "./addresses.ts";
import { datelineLength, isDateline } from "./dateline.ts";
import { findLines, isHeading, isItem, type Span, trimSpan } from "./lines.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { endsSentence, sight } from "./stops.ts";
import { countWords } from "./words.ts";

export interface Sentence {
  /** Always `source.slice(start, end)`, without white space at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * "heading": a short line without a stop; "dateline": place and agency before a report; "item": from a line of a list.
   */
  readonly kind: "sentence" | "heading" | "dateline" | "item";
}

/**
 * Sentences in order. They end at «. ! ؟ ? …» and at line ends, never at «؛»; quotes and brackets that close behind a stop
 * belong to the sentence. Any string is taken; one without anything but white space gives none.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const lines = findLines(text);
  return lines.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const pieces = splitLine(line, lines.length === 1);
    return pieces.map((piece) => ({
      text: line.slice(piece.start, piece.end),
      start: start + piece.start,
      end: start + piece.end,
      kind: piece.kind,
    }));
  });
}

type Piece = Span & Pick<Sentence, "kind">;

function splitLine(line: string, isOnlyLine: boolean): readonly Piece[] {
  const whole = { start: 0, end: line.length };
  if (isDateline(line) && !isOnlyLine) return [{ ...whole, kind: "dateline" }];
  const kind = isItem(line) ? "item" : "sentence";
  if (kind === "sentence" && !isOnlyLine && isHeading(line)) return [{ ...whole, kind: "heading" }];
  const from = kind === "item" ? 0 : datelineLength(line);
  const sentences = cut(line, from).map((span) => ({ ...span, kind }) as const);
  return from === 0 ? sentences : [{ ...trimSpan(line, 0, from), kind: "dateline" }, ...sentences];
}

const stopRun = /[.!?؟…۔]+/gu;
const closingMark = /[\s"'”’»)\]}›.!?؟…۔]/u;

/** Cuts one line at the ends of its sentences. */
function cut(line: string, begin: number): readonly Span[] {
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
