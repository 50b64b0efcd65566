// Moves sub-headings from the paragraphs to the headings, so that no summary takes one for a sentence.
import { countWords } from "../../text/words.ts";
import { isBody } from "../lines.ts";
import type { Line, Step } from "../step.ts";
import { hasTerminal } from "../unwrap.ts";

const maxWords = 8;

/**
 * A heading is what the format calls one; in a raw text a short line without a final mark that stands alone, right before
 * a body paragraph and right after a line that is complete. Two short lines in a row are a list, and stay.
 */
export const liftSubHeadings: Step = (page) => {
  const first = page.lines.findIndex(isBody);
  const isHeading = (line: Line, index: number): boolean => {
    if (line.kind === "heading") return true;
    const next = page.lines[index + 1];
    const previous = page.lines[index - 1];
    if (!page.isRaw || !isShort(line) || first < 0 || index < first) return false;
    return next !== undefined && isBody(next) && previous !== undefined && hasTerminal(previous.text);
  };
  return {
    ...page,
    lines: page.lines.filter((line, index) => !isHeading(line, index)),
    headings: [...page.headings, ...page.lines.filter(isHeading).map((line) => line.text)],
  };
};

function isShort(line: Line): boolean {
  return (
    line.kind === "paragraph" && line.isAlone && countWords(line.text) <= maxWords && !hasTerminal(line.text)
  );
}
