// Takes the blanks away that stand before a comma or a semicolon: white space is all that it touches.
import type { Step } from "../step.ts";

/** «عام 2011 ، فعلى» (2011 , so on) is written «عام 2011، فعلى». Quotes, dots and dashes stay as the author set them. */
export const mendSpaces: Step = (page) => {
  if (!page.isRaw) return page;
  return {
    ...page,
    lines: page.lines.map((line) =>
      / [،؛]/.test(line.text)
        ? { ...line, text: line.text.replace(/(?<=[\p{L}\p{N}»")]) (?=[،؛])/gu, "") }
        : line,
    ),
  };
};
