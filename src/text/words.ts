// Finds and counts words.
import { isLetterOrDigitAt, isSpace } from "./characters.ts";

export interface Word {
  readonly text: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Runs of letters and digits with their marks; a number keeps its decimal point and its thousands. */
export function splitWords(text: string): readonly Word[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*(?:(?<=\p{N})[.,٫٬:]\p{N}+)*/gu),
    (match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

/** A word is a run between white space that holds a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (isSpace(text.charCodeAt(at))) isCounted = false;
    else if (!isCounted && isLetterOrDigitAt(text, at)) {
      isCounted = true;
      count += 1;
    }
  }
  return count;
}
