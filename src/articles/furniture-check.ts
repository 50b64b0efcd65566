// Tells which lines of a text as given are not its body, for a summary whose offsets must refer to that very text.
import { toBlocks } from "./blocks.ts";
import { clean } from "./clean.ts";
import { tidy } from "./lines.ts";
import type { FurnitureRule } from "./step.ts";

/**
 * True for a line that the cleaner would take away from `text`: furniture, a repetition of the title, a sub-heading.
 * The text is read as an article body; its title, where known, is `title`.
 */
export function createFurnitureCheck(
  text: string,
  title: string | undefined,
  rules: readonly FurnitureRule[],
): (line: string) => boolean {
  const parsed = { blocks: toBlocks(text), isRaw: true, ...(title !== undefined && { title }) };
  const page = clean(parsed, { rules });
  // What the repair of letters changed is still there, under other letters.
  const gone = page.removed.filter(({ rule }) => rule !== "encoding");
  const dropped = new Set([...gone.map((one) => one.text), ...page.headings]);
  return (line) => dropped.has(tidy(line));
}
