// Finds the parts of a text that are the page's and not the article's.
import { findLines, type Span } from "../text/lines.ts";
import { countWords } from "../text/words.ts";
import { isEnding, isNoise } from "./noise.ts";
import type { SummaryInput } from "./summary.ts";

/** Behind this share of a text a line such as «الأكثر قراءة» (most read) may end it. */
const endFrom = 0.5;

/** A line of the article, and no headline of another: a paragraph of so many words with a stop at its end. */
const paragraphWords = 20;

/** A block of other articles in the middle of a text has at most so many lines. */
const blockLines = 8;

/** Spans of whole lines, in order. */
export function findFurniture(text: string, isFurniture: SummaryInput["isFurniture"]): readonly Span[] {
  const lines = findLines(text);
  const found: Span[] = [];
  let blockLeft = 0;
  for (const [at, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    if (isEnding(written)) {
      const end = lines.at(-1)?.end ?? line.end;
      if (
        line.start >= text.length * endFrom &&
        !lines.slice(at + 1).some((later) => isParagraph(text, later))
      ) {
        return [...found, { start: line.start, end }];
      }
      blockLeft = blockLines;
      found.push(line);
    } else if (blockLeft > 0 && !isParagraph(text, line)) {
      blockLeft -= 1;
      found.push(line);
    } else {
      blockLeft = 0;
      if (isNoise(written) || isFurniture?.(written) === true) found.push(line);
    }
  }
  return found;
}

function isParagraph(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end);
  return /[.!؟?…][\s"'”’»)\]]*$/u.test(line.slice(-12)) && countWords(line) >= paragraphWords;
}
