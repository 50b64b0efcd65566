// Drops page furniture by the rules of config/boilerplate.yaml.
import { isEnding } from "../../summary/noise.ts";
import { countWords } from "../../text/words.ts";
import { isStampLine } from "../date-line.ts";
import { isBody } from "../lines.ts";
import { type FurnitureRule, findRule, type Line, type Step, withoutLines } from "../step.ts";
import { hasTerminal } from "../unwrap.ts";

/** A headline has no more words, and a label leads so many at most. */
const headline = { words: 25, most: 6, subHeading: 6 } as const;

/**
 * A rule for the top sees the lines before the first body paragraph, one for the bottom those after the last, so neither
 * can cut into the text. A rule that drops the rest takes all lines after its own. A label by itself, «اقرأ أيضا:» (read
 * also), takes the headlines under it along.
 */
export const dropFurniture: Step = (page, { rules }) => {
  const isText = (line: Line): boolean =>
    isBody(line) && findRule(rules, line.text, ({ where }) => where === "anywhere") === undefined;
  const first = page.lines.findIndex(isText);
  const last = page.lines.findLastIndex(isText);
  const isAllowed = (rule: FurnitureRule, index: number): boolean =>
    rule.where === "anywhere" || first < 0 || (rule.where === "top" ? index < first : index > last);
  let rest: string | undefined;
  let led: { readonly rule: string; readonly until: number } | undefined;
  return withoutLines(page, (line, index) => {
    if (rest !== undefined) return rest;
    if (led !== undefined && index < led.until) return led.rule;
    if (page.isRaw && isStampLine(line.text)) return "date-line";
    const rule = findRule(rules, line.text, (one) => isAllowed(one, index));
    if (rule?.drops === "rest") rest = rule.id;
    else if (rule !== undefined && page.isRaw && isEnding(line.text))
      led = { rule: rule.id, until: endOfHeadlines(page.lines, index + 1) };
    return rule?.id;
  });
};

/** The index behind the headlines that a label leads; of several the last may be the sub-heading of what follows. */
function endOfHeadlines(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length && end < from + headline.most && isHeadline(lines[end])) end += 1;
  const lastLine = lines[end - 1];
  const mayHead = lastLine !== undefined && countWords(lastLine.text) <= headline.subHeading;
  return end - from > 1 && end < lines.length && mayHead ? end - 1 : end;
}

function isHeadline(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.kind !== "heading" &&
    !hasTerminal(line.text) &&
    countWords(line.text) <= headline.words &&
    countWords(line.text) > 2
  );
}
