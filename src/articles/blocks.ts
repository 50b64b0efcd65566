// Splits plain text into blocks at its blank lines.
import type { Block } from "./format.ts";

/** Between two texts side by side stand so many blanks, and in a strip of headlines so many such gaps. */
const gap = /\S[^\S\n]{3,}(?=\S)/g;
const leastGaps = 5;

/** A box of headlines that a scrape wrote into one line, wide gaps between them. */
function isStrip(row: string): boolean {
  return row.length > 80 && row.includes("   ") && (row.match(gap)?.length ?? 0) >= leastGaps;
}

/** Line breaks inside a block stay, for the cleaner judges line by line; white space alone is a blank line. */
export function toBlocks(text: string): Block[] {
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((block) => block.trim() !== "")
    .flatMap((block) => splitStrips(block.replace(/^\n+/, "").trimEnd()));
}

/** Strips are blocks by themselves, with a mark. */
function splitStrips(block: string): Block[] {
  if (!block.includes("   ")) return [{ kind: "paragraph", text: block }];
  const blocks: Block[] = [];
  for (const row of block.split("\n")) {
    const before = blocks.at(-1);
    if (isStrip(row)) blocks.push({ kind: "paragraph", text: row, mark: "strip" });
    else if (before === undefined || before.mark !== undefined) blocks.push({ kind: "paragraph", text: row });
    else blocks[blocks.length - 1] = { ...before, text: `${before.text}\n${row}` };
  }
  return blocks.filter(({ text }) => text.trim() !== "");
}
