// Takes a title that is written two or three times in one line back to once.
import type { Step } from "../step.ts";

const separator = "[\\s|:–—-]*";
const glued = new RegExp(`^(.{8,}?)(?:${separator}\\1){1,4}${separator}$`, "su");

/** Longer titles are none, and the search below takes the square of the length. */
const maxLength = 1000;

/** «عنوان؟عنوان؟» ("headline?headline?") becomes «عنوان؟». */
export const dropGluedTitle: Step = (page) => {
  if (page.title.length > maxLength) return page;
  const once = glued.exec(page.title)?.[1]?.trim();
  if (once === undefined) return page;
  const rest = page.title.slice(once.length).trim();
  return { ...page, title: once, removed: [...page.removed, { text: rest, rule: "glued-title" }] };
};
