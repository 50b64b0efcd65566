// Tells which lines of a text as given are not its body, for a summary whose offsets must refer to that very text.
import { clean } from "./clean.ts";
import { formats } from "./formats.ts";
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
  // With a title line in front the plain-text format takes no line of the body for the title.
  const parsed = formats.text.parse(`${title ?? "-"}\n\n${text}`, "text");
  if (!parsed.ok) return () => false;
  const { title: _line, ...rest } = parsed.parsed;
  const page = clean(title === undefined ? rest : parsed.parsed, { rules });
  const dropped = new Set([...page.removed.map((one) => one.text), ...page.headings]);
  return (line) => dropped.has(tidy(line));
}
