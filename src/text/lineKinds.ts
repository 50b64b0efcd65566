// Tells what each line of a text is: prose, or furniture of a report around it.
import { isCaption } from "./captions.ts";
import { cutLine } from "./cuts.ts";
import { isDateline } from "./dateline.ts";
import { isHeading, isItem } from "./lines.ts";

export type LineKind = "sentence" | "heading" | "dateline" | "caption" | "item";

/** One kind a line, in order. The only line of a text is prose or an item: there is nothing that it could head. */
export function kindsOf(lines: readonly string[]): readonly LineKind[] {
  if (lines.length === 1) return lines.map((line) => (isItem(line) ? "item" : "sentence"));
  const kinds = lines.map(kindOf);
  if (kinds.includes("sentence", 1) && isQuestion(lines[0] ?? "")) kinds[0] = "heading";
  return kinds.includes("sentence") ? withCaptionsByPlace(lines, kinds) : kinds;
}

function kindOf(line: string): LineKind {
  if (isDateline(line)) return "dateline";
  if (isItem(line)) return "item";
  if (isCaption(line) && !holdsStatements(line)) return "caption";
  return isHeading(line) && !holdsStatements(line) ? "heading" : "sentence";
}

/** A text may have a question for its headline: a short one, alone in the first line. */
function isQuestion(line: string): boolean {
  return /^[^.!؟?…]{1,120}[؟?]$/u.test(line) && isHeading(line.slice(0, -1));
}

/** A headline may ask and answer, «ماذا بعد؟ خبراء يجيبون» (what next? experts answer), but it states nothing with a full stop. */
function holdsStatements(line: string): boolean {
  return cutLine(line, 0)
    .slice(0, -1)
    .some(({ start, end }) => /[^\p{N}\s]\s*\.$/u.test(line.slice(start, end)));
}

/**
 * Nothing stands below the last line, so that a short one without a stop there heads nothing; of two between paragraphs
 * only the second heads what follows. Both are what is left of a picture.
 */
function withCaptionsByPlace(lines: readonly string[], kinds: readonly LineKind[]): readonly LineKind[] {
  const isProse = (kind: LineKind | undefined): boolean => kind === "sentence" || kind === "item";
  return kinds.map((kind, at) => {
    if (kind !== "heading" || !isProse(kinds[at - 1]) || lines[at]?.endsWith(":") === true) return kind;
    if (at === kinds.length - 1) return "caption";
    return kinds[at + 1] === "heading" && at + 2 < kinds.length && kinds[at + 2] !== "heading"
      ? "caption"
      : kind;
  });
}
