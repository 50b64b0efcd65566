// Turns the blocks of a document into clean single lines, one paragraph each, and tells lines apart.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";
import type { Block } from "./format.ts";
import type { Line } from "./step.ts";

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
  return normalize(text).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Ends as a sentence or a clause does, quotes and brackets after the mark included. */
export function hasTerminal(text: string): boolean {
  return /[.!?؟…:؛;،,][\s"'“”«»)\]]*$/.test(text);
}

/** True for a line that can only be running text: a sentence of 8 words, or 20 words however they end. */
export function isBody(line: Line): boolean {
  if (line.kind === "heading") return false;
  const words = countWords(line.text);
  return words >= 20 || (words >= 8 && /[.!?؟…:][\s"'“”«»)\]]*$/.test(line.text));
}

/** The lines of all blocks. A block whose lines were wrapped at a margin is one line; other line breaks stand. */
export function toLines(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    const rows = block.text.split("\n").map(tidy).filter((row) => row !== "");
    const texts = isWrapped(rows) ? [rows.join(" ")] : rows;
    return texts.map((text) => ({ text, kind: block.kind, isAlone: texts.length === 1 || blocks.length === 1 }));
  });
}

/**
 * Rows wrapped at a margin: all but the last are long, none is longer than a screen is wide, their lengths are alike,
 * and few of them end where a sentence ends.
 */
function isWrapped(rows: readonly string[]): boolean {
  const full = rows.slice(0, -1);
  if (full.length === 0) return false;
  const lengths = full.map((row) => row.length);
  const longest = Math.max(...lengths);
  if (longest > 140 || Math.min(...lengths) < Math.max(35, longest * 0.6)) return false;
  return full.filter(hasTerminal).length * 2 < full.length;
}
