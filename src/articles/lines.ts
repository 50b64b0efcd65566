// Turns the blocks of a document into clean single lines, one paragraph each, and tells lines apart.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";
import type { Block } from "./format.ts";
import type { Line } from "./step.ts";
import { unwrap } from "./unwrap.ts";

/**
 * One line of text: runs of any white space become one space; controls, soft hyphens, zero-width spaces and bidi marks go.
 * The zero-width joiner and non-joiner stay, for they change how letters look, and so do quotes and dots as the author
 * wrote them, because a summary promises the author's own words.
 */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The letters and digits of a text with their spelling variants unified: equal keys, same words. */
export function toKey(text: string): string {
  return normalize(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** True for a line that can only be running text: a sentence of 8 words, or 20 words however they end. */
export function isBody(line: Line): boolean {
  if (line.kind === "heading") return false;
  const words = countWords(line.text);
  return words >= 20 || (words >= 8 && /[.!?؟…:][\s"'“”«»)\]]*$/.test(line.text));
}

/** The lines of all blocks, tidy and none empty; lines that a margin broke are whole again. */
export function toLines(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    const texts = unwrap(block.text.split("\n").filter((row) => tidy(row) !== "")).map(tidy);
    return texts.map((text) => ({
      text,
      kind: block.kind,
      isAlone: texts.length === 1 || blocks.length === 1,
      ...(block.mark !== undefined && { mark: block.mark }),
    }));
  });
}
