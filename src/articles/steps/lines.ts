// Makes lines of the blocks, and drops those that the markup itself calls something else than text.
import { tidy, toLines } from "../lines.ts";
import { type Step, withoutLines } from "../step.ts";
import { dropGluedHeadlines } from "./glued-headlines.ts";

/** Rules are «html-» and the mark, "html-related", "html-caption"; "strip" is a text's row of headlines, with gaps or without. */
export const splitLines: Step = (page) => {
  const written = withoutLines(
    { ...page, title: tidy(page.title), lines: toLines(page.blocks) },
    ({ mark }) => (mark === undefined || mark === "strip" ? mark : `html-${mark}`),
  );
  return page.isRaw ? dropGluedHeadlines(written) : written;
};
