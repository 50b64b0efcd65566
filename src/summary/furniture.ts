// Finds the parts of a text that are the page's and not the article's.
import { findLines, type Span } from "../text/lines.ts";
import { countWords } from "../text/words.ts";
import { isEnding, isNoise } from "./noise.ts";
import type { SummaryInput } from "./summary.ts";

/** Behind this share of a text a line such as «الأكثر قراءة» (most read) may end it. */
const endFrom = 0.5;

/**
 * A line of the article, and no headline of another: a paragraph of so many words with a stop at its end, or of `long`
 * without one. Where the paragraphs of a text are short, `share` of their median is enough.
 */
const paragraph = { least: 8, most: 20, long: 25, share: 0.7 } as const;

/** A label of the page, «خبر متعلق» (related news), has no more words. */
const labelWords = 5;

/** So many whole paragraphs show that an article is not written in short lines. */
const enoughParagraphs = 3;

/** A block of other articles in the middle of a text has at most so many lines. */
const blockLines = 8;

export interface Furniture {
  /** Spans of whole lines that are the page's, in order. */
  readonly found: readonly Span[];
  /** Spans of short lines in a block of other articles or under a label, in order: their words must tell. */
  readonly doubtful: readonly Span[];
}

/** Looks at whole lines; `isFurniture` is the caller's own knowledge of its pages. */
export function findFurniture(text: string, isFurniture: SummaryInput["isFurniture"]): Furniture {
  const lines = findLines(text).map((span) => toLine(text, span));
  const enough = paragraphWords(lines);
  const isParagraph = ({ words, hasStop }: Line, least = enough): boolean =>
    words >= paragraph.long || (hasStop && words >= least);
  const found: Span[] = [];
  const doubtful: Span[] = [];
  const lastParagraph = lines.findLastIndex((line) => isParagraph(line));
  const hasParagraphs = lines.filter((line) => isParagraph(line, paragraph.most)).length >= enoughParagraphs;
  let blockLeft = 0;
  for (const [at, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    if (isEnding(written)) {
      const end = lines.at(-1)?.end ?? line.end;
      if (line.start >= text.length * endFrom && at >= lastParagraph)
        return { found: [...found, { start: line.start, end }], doubtful };
      blockLeft = blockLines;
      found.push(line);
    } else if (blockLeft > 0 && !isParagraph(line, paragraph.most)) {
      blockLeft -= 1;
      (isParagraph(line) ? doubtful : found).push(line);
    } else {
      blockLeft = 0;
      if (hasParagraphs && isUnderLabel(lines[at - 1], line)) doubtful.push(line);
      if (isNoise(written) || isFurniture?.(written) === true) found.push(line);
    }
  }
  return { found, doubtful };
}

/** A short line behind a label of few words: «خبر متعلق» (related news) and its headline, where an article has paragraphs. */
function isUnderLabel(before: Line | undefined, line: Line): boolean {
  return before !== undefined && !before.hasStop && before.words <= labelWords && line.words < paragraph.most;
}

interface Line extends Span {
  readonly words: number;
  readonly hasStop: boolean;
}

function toLine(text: string, { start, end }: Span): Line {
  const line = text.slice(start, end);
  return { start, end, words: countWords(line), hasStop: /[.!؟?…][\s"'”’»)\]]*$/u.test(line.slice(-12)) };
}

/** Words with which a line that ends with a stop is a paragraph of this text. */
function paragraphWords(lines: readonly Line[]): number {
  const counts = lines.filter(({ words, hasStop }) => hasStop && words >= 5).map(({ words }) => words);
  const median = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? paragraph.most;
  return Math.min(paragraph.most, Math.max(paragraph.least, median * paragraph.share));
}
