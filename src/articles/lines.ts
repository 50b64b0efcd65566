// Turns the blocks of a document into clean single lines, one paragraph each, and tells lines apart.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";
import type { Block } from "./format.ts";
import type { Line } from "./step.ts";
import { isFlowing, unwrap } from "./unwrap.ts";

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

/** Every step asks for the keys of the same lines; the memory forgets all at so many, and takes no long text in. */
const known = new Map<string, string>();
const mostKnown = { texts: 1000, units: 1000 } as const;

/** The letters and digits of a text with their spelling variants unified: equal keys, same words. */
export function toKey(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  // Joined, not replaced: of what `replace` makes the engine keeps the pieces, and the keys remembered here were most of what a
  // clock gained in a soak (docs/ops/soak.md).
  const key =
    normalize(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("") ?? "";
  if (text.length > mostKnown.units) return key;
  if (known.size >= mostKnown.texts) known.clear();
  known.set(text, key);
  return key;
}

const bodies = new WeakMap<Line, boolean>();

/** True for a line that can only be running text: a sentence of 8 words, or 20 words however they end. */
export function isBody(line: Line): boolean {
  const before = bodies.get(line);
  if (before !== undefined) return before;
  const words = line.kind === "heading" ? 0 : countWords(line.text);
  const isOne = words >= 20 || (words >= 8 && /[.!?؟…:][\s"'“”«»)\]]*$/.test(line.text));
  bodies.set(line, isOne);
  return isOne;
}

/** A longer text is a hostile one. */
const mostRows = 50_000;

/** The width that no row elsewhere may pass where a margin broke these rows. */
function widerThan(rows: readonly string[]): number {
  return rows.length > 3 ? Number.POSITIVE_INFINITY : 1.3 * Math.max(0, ...rows.map((row) => row.length));
}

/** The lines of all blocks, tidy and none empty; lines that a margin broke are whole again. */
export function toLines(blocks: readonly Block[]): Line[] {
  const rowsOf = ({ text }: Block): string[] => text.split("\n").filter((row) => tidy(row) !== "");
  const all = blocks.filter(({ mark }) => mark === undefined).flatMap(rowsOf);
  const isWhole = isFlowing(all);
  // One margin broke all rows of a text, but for its title.
  const widest = Math.max(
    0,
    ...all
      .slice(1)
      .map((row) => row.length)
      .filter(() => all.length < mostRows),
  );
  return blocks.flatMap((block) => {
    const rows = rowsOf(block);
    const texts = (isWhole || widest > widerThan(rows) ? rows : unwrap(rows)).map(tidy);
    return texts.map((text) => ({
      text,
      kind: block.kind,
      isAlone: isWhole || texts.length === 1 || blocks.length === 1,
      ...(block.mark !== undefined && { mark: block.mark }),
    }));
  });
}
