// Drops lines that are known to come back in many articles of one source.
import { lineKey } from "../line-keys.ts";
import { type Step, withoutLines } from "../step.ts";

/** Of any length, headings too; the title never. A document that a person wrote is believed. */
export const dropLearnt: Step = (page, { learnt }) => {
  if (!page.isRaw || learnt === undefined || learnt.size === 0) return page;
  return withoutLines(page, ({ text }) => (learnt.has(lineKey(text)) ? "learnt" : undefined));
};
