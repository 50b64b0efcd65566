// Cleans a parsed article: what readers see, and a record of everything that was taken away and why.
import { detectLanguage } from "../text/language.ts";
import type { Parsed } from "./format.ts";
import { tidy, toLines } from "./lines.ts";
import type { FurnitureRule, Page, Removed } from "./step.ts";
import { steps } from "./steps.ts";

export interface Cleaned {
  /** Empty when the document has none. */
  readonly title: string;
  readonly dateline?: string;
  /** ISO 8601 instant. */
  readonly published?: string;
  readonly language: string;
  /** Each verbatim but for its white space. */
  readonly paragraphs: readonly string[];
  readonly headings: readonly string[];
  readonly removed: readonly Removed[];
}

/** Pure; an empty document gives no paragraphs. */
export function clean(
  parsed: Parsed,
  options: { readonly rules: readonly FurnitureRule[]; readonly learnt?: ReadonlySet<string> },
): Cleaned {
  const start: Page = {
    title: tidy(parsed.title ?? ""),
    lines: toLines(parsed.blocks),
    headings: [],
    removed: [],
    ...(parsed.source !== undefined && { source: parsed.source }),
    isRaw: parsed.isRaw,
  };
  const page = Object.values(steps).reduce((before, step) => step(before, options.rules), start);
  const paragraphs = page.lines.map((line) => line.text);
  return {
    title: page.title,
    ...(page.dateline !== undefined && { dateline: page.dateline }),
    ...(parsed.published !== undefined && { published: parsed.published }),
    language: detectLanguage([page.title, ...paragraphs].join("\n")),
    paragraphs,
    headings: page.headings,
    removed: page.removed,
  };
}
