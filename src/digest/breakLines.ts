// Breaks a text into lines between its words, by measured width.
import { balanceIsolates, directionOf, isolateBracketed } from "../text/direction.ts";

export interface Measure {
  /** Width of a text on one line: that of its words, which do not join over a space, and of the spaces. */
  readonly widthOf: (text: string) => number;
  /** What a line may be wide, in the same unit. */
  readonly width: number;
  /** Lines at the most, 1 or more. */
  readonly lines: number;
}

export interface Broken {
  readonly lines: readonly string[];
  /** The text ended before its last word: its last line ends with «…». */
  readonly isCut: boolean;
}

/**
 * No word is ever cut: where one does not fit a line by itself, or the lines are used up, the text ends with «…» before
 * it. No lines where not even the first word fits. Spaces that hold words together (U+00A0, U+202F) stay.
 */
export function breakLines(text: string, { widthOf, width, lines: most }: Measure): Broken {
  const words = text.split(/[^\S\u00a0\u202f]+/u).filter((word) => word !== "");
  const space = widthOf(" ");
  const lines: string[] = [];
  let line = "";
  let wide = 0;
  let isCut = false;
  for (const word of words) {
    const wordWidth = widthOf(word);
    if (line !== "" && wide + space + wordWidth <= width) {
      line = `${line} ${word}`;
      wide += space + wordWidth;
      continue;
    }
    if (wordWidth > width || (line !== "" && lines.length + 1 === most)) {
      isCut = true;
      break;
    }
    if (line !== "") lines.push(line);
    line = word;
    wide = wordWidth;
  }
  if (isCut) line = withEllipsis(line, widthOf, width);
  if (line !== "") lines.push(line);
  return { lines, isCut };
}

/** As many lines, as even as they can be: no last word stands alone where the lines above it have words to give. */
export function breakEvenly(text: string, measure: Measure): Broken {
  const broken = breakLines(text, measure);
  if (broken.isCut || broken.lines.length < 2) return broken;
  let [tooNarrow, width] = [0, measure.width];
  // Halves of halves: to a hundredth of the width.
  for (let step = 0; step < 7; step += 1) {
    const middle = (tooNarrow + width) / 2;
    const { lines, isCut } = breakLines(text, { ...measure, width: middle });
    if (isCut || lines.length > broken.lines.length) tooNarrow = middle;
    else width = middle;
  }
  return breakLines(text, { ...measure, width });
}

/**
 * Lines that are drawn each by itself, as the lines of one paragraph: digits take the side of the letters before them,
 * and these may stand on the line above (UAX #9, rule W2: «بنسبة» (by) before «12.5%» moves the sign to the left).
 */
export function asParagraph(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const before = lines.slice(0, index).join(" ").match(/\p{L}/gu)?.at(-1);
    return before !== undefined && directionOf(before) === "rtl" ? `\u061c${line}` : line;
  });
}

/** Words go from the end until «…» has room. */
function withEllipsis(line: string, widthOf: Measure["widthOf"], width: number): string {
  for (let words = line.split(" "); words.length > 0 && line !== ""; words = words.slice(0, -1)) {
    const cut = `${words.join(" ").replace(/[\s،,:;؛.–—-]+$/u, "")}…`;
    if (widthOf(cut) <= width) return cut;
  }
  return "";
}

const controls = { rtl: "\u2067", ltr: "\u2066" } as const;

/** A line in a direction of its own, wherever it is drawn: renderers of SVG take a line for left-to-right by itself. */
export function inDirection(line: string, direction: "rtl" | "ltr"): string {
  return `${controls[direction]}${isolateBracketed(balanceIsolates(line), direction)}\u2069`;
}
