// Cuts a text into its written lines, as offsets, and tells what a line is.
import { isSpace } from "./characters.ts";
import { countWords } from "./words.ts";

/** UTF-16 offsets, end exclusive, without white space at the ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Lines that hold more than white space, in order. */
export function findLines(text: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const span = trimSpan(text, from, to);
    if (span.start < span.end) found.push(span);
  };
  for (const { 0: mark, index } of text.matchAll(lineEnd)) {
    add(index);
    from = index + mark.length;
  }
  add(text.length);
  return found;
}

/** The span without white space at its ends; an empty span where nothing is left. */
export function trimSpan(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** True where only white space stands between the beginning of a line and the offset. */
export function isLineStart(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || isBreak(text.charCodeAt(at));
}

/** True where only white space stands between the offset and the end of its line. */
export function isLineEnd(text: string, offset: number): boolean {
  let at = offset;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at >= text.length || isBreak(text.charCodeAt(at));
}

/** True where a line ends between two offsets, the second exclusive. */
export function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isBreak(text.charCodeAt(at))) return true;
  return false;
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
const isBlank = (unit: number): boolean => isSpace(unit) && !isBreak(unit);

/** A heading has at most this many words. */
const headingWords = 12;

/** With a colon at its end, a line of more words announces what follows, «وعلى الناخب أن يتبع الخطوات الآتية:» (the voter has to …). */
const labelWords = 4;

/** A short line without a stop at its end; a line without a letter or digit is one too. */
export function isHeading(line: string): boolean {
  const words = countWords(line);
  if (words === 0) return true;
  if (words > headingWords || /[.!؟?…۔][\s"'”’»)\]}›]*$/u.test(line)) return false;
  return !line.endsWith(":") || (words <= labelWords && !/^[وف]/u.test(line));
}

/** A line of a list: it begins with a bullet, or with a figure or letter and a mark. */
export function isItem(line: string): boolean {
  return (
    countWords(line) > 0 &&
    /^(?:[•*▪●◦‣·]\s*|[-–—]\s+|\(?\p{Nd}{1,2}[.):-]\s|\(?[\p{Nd}]{1,2}-(?=\p{L})|\(?[أ-ي][.)-]\s)(?=\S)/u.test(
      line,
    )
  );
}
