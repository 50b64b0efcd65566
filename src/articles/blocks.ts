// Splits plain text into blocks at its blank lines.
import type { Block } from "./format.ts";

/** Line breaks inside a block stay, for the cleaner judges line by line; white space alone is a blank line. */
export function toBlocks(text: string): Block[] {
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((block) => block.trim() !== "")
    .map((block) => ({ kind: "paragraph", text: block.replace(/^\n+/, "").trimEnd() }));
}
