// Cleans a parsed article: what readers see, and a record of everything that was taken away and why.
import { detectLanguage } from "../text/language.ts";
import { dateInLine } from "./date-line.ts";
import type { Parsed } from "./format.ts";
import { isBody, tidy, toLines } from "./lines.ts";
import type { Knowledge, Page, Removed } from "./step.ts";
import { steps } from "./steps.ts";

export interface Cleaned {
  /** Empty when the document has none. */
  readonly title: string;
  readonly dateline?: string;
  /** ISO 8601 instant. */
  readonly published?: string;
  readonly language: string;
  /** Each verbatim but for its white space and for letters that a wrong encoding broke. */
  readonly paragraphs: readonly string[];
  readonly headings: readonly string[];
  readonly removed: readonly Removed[];
}

/** Pure; an empty document gives no paragraphs. */
export function clean(parsed: Parsed, knowledge: Knowledge): Cleaned {
  const start: Page = {
    title: parsed.title ?? "",
    blocks: parsed.blocks,
    lines: [],
    headings: [],
    removed: [],
    ...(parsed.source !== undefined && { source: parsed.source }),
    isRaw: parsed.isRaw,
  };
  const page = Object.values(steps).reduce((before, step) => step(before, knowledge), start);
  const paragraphs = page.lines.map((line) => line.text);
  const published = parsed.published ?? (parsed.isRaw ? dateAbove(parsed) : undefined);
  return {
    title: page.title,
    ...(page.dateline !== undefined && { dateline: page.dateline }),
    ...(published !== undefined && { published }),
    language: detectLanguage([page.title, ...paragraphs].join("\n")),
    paragraphs,
    headings: page.headings,
    removed: page.removed,
  };
}

/** Lines above the text that may hold its date; more of them are a menu. */
const mostAbove = 40;

/** The date that stands in a line above the first paragraph. */
function dateAbove(parsed: Parsed): string | undefined {
  for (const line of toLines(parsed.blocks.slice(0, mostAbove)).slice(0, mostAbove)) {
    if (line.mark === "strip") continue;
    if (isBody(line)) return undefined;
    const date = dateInLine(tidy(line.text));
    if (date !== undefined) return date;
  }
  return undefined;
}
