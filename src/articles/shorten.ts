// Cuts an article that is as long as a book: to clean and summarise it would hold up everything else.
import type { Block, DocumentFault, Parsed } from "./format.ts";

/** UTF-16 units: some 6,000 words of Arabic, more than the longest report has. */
const maxText = 40_000;

const maxBlocks = 400;

export interface Shortened {
  /** The first blocks, the last of them cut; all of them where they are no book. */
  readonly short: Parsed;
  /** What is to be said of it, where it was cut. */
  readonly fault?: DocumentFault;
}

export function shorten(parsed: Parsed, file: string): Shortened {
  const length = parsed.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const { length: count } = parsed.blocks;
  if (length <= maxText && count <= maxBlocks) return { short: parsed };
  let left = maxText;
  const blocks: Block[] = [];
  for (const block of parsed.blocks.slice(0, maxBlocks)) {
    if (left <= 0) break;
    blocks.push(block.text.length <= left ? block : { ...block, text: block.text.slice(0, left) });
    left -= block.text.length;
  }
  const message = `its text has ${length} characters in ${count} paragraphs; the first ${maxText} and ${maxBlocks} are taken`;
  const mend = "nothing is needed: a digest shows its beginning, and its address leads to the rest";
  return { short: { ...parsed, blocks }, fault: { file, line: 0, message, mend } };
}
