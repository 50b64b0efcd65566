// Drops page furniture by the rules of config/boilerplate.yaml.
import { isEnding } from "../../summary/noise.ts";
import { countWords } from "../../text/words.ts";
import { isStampLine } from "../date-line.ts";
import { kinshipOf } from "../kin.ts";
import { isBody } from "../lines.ts";
import { type FurnitureRule, findRule, type Line, type Step, withoutLines } from "../step.ts";
import { isStopless } from "../stopless.ts";
import { hasTerminal } from "../unwrap.ts";
import { areVerses } from "../verses.ts";

/** A headline has no more words, and a label leads so many at most; between paragraphs none of fewer words. */
const headline = { words: 25, most: 6, subHeading: 6, between: 5 } as const;
/** Kinship of a headline in a box between paragraphs, at most; see `kinshipOf`. */
const mostKinship = 0.45;
/** A page with more labels between its paragraphs is a hostile one: the rest of them is left alone. */
const mostBoxes = 50;
/** Words of a short sentence. */
const leastSentence = 3;

/**
 * A rule for the top sees the lines before the first body paragraph, one for the bottom those after the last, so neither
 * can cut into the text; a note on the author is no paragraph there, however long. A rule that drops the rest takes all
 * lines after its own. A label by itself, «اقرأ أيضا:» (read also), takes the headlines under it along, and so does the
 * label of a box that a scrape left between two paragraphs, «مواضيع ذات صلة» (related topics), where headlines follow.
 */
export const dropFurniture: Step = (page, { rules }) => {
  const isWritten = isShortWritten(page.lines) ? isSentence : isBody;
  const isText = (line: Line, edge: "top" | "bottom"): boolean =>
    isWritten(line) &&
    findRule(rules, line.text, ({ where }) => where === "anywhere" || where === edge) === undefined;
  const first = page.lines.findIndex((line) => isText(line, "top"));
  const last = page.lines.findLastIndex((line) => isText(line, "bottom"));
  const isAllowed = (rule: FurnitureRule, index: number): boolean =>
    rule.where === "anywhere" || first < 0 || (rule.where === "top" ? index < first : index > last);
  const isMarkless = isStopless(page.lines);
  let rest: string | undefined;
  let led: { readonly rule: string; readonly until: number } | undefined;
  let boxes = 0;
  /** Between paragraphs only strangers to the text are surely the box's; to ask of each costs the whole text. */
  const endOfBox = (from: number, end: number): number => {
    boxes += 1;
    return end > from && boxes <= mostBoxes ? endOfStrangers(page.lines, from, end) : from;
  };
  return withoutLines(page, (line, index) => {
    if (rest !== undefined) return rest;
    if (led !== undefined && index < led.until) return led.rule;
    if (page.isRaw && isStampLine(line.text)) return "date-line";
    const rule = findRule(rules, line.text, (one) => isAllowed(one, index));
    if (rule?.drops === "rest") rest = rule.id;
    else if (page.isRaw && isEnding(line.text)) {
      const box = rule ?? findRule(rules, line.text, ({ drops }) => drops === "rest");
      const end = endOfHeadlines(
        page.lines,
        index + 1,
        rule === undefined ? headline.between : 3,
        isMarkless,
      );
      const until = rule === undefined ? endOfBox(index + 1, end) : end;
      if (box === undefined || (rule === undefined && until === index + 1)) return rule?.id;
      led = { rule: box.id, until };
      return box.id;
    }
    return rule?.id;
  });
};

/** The index behind the first of the lines that are no kin to the paragraphs. */
function endOfStrangers(lines: readonly Line[], from: number, end: number): number {
  const text = lines.filter((line, at) => isBody(line) && (at < from || at >= end)).map((line) => line.text);
  const asked = lines.slice(from, end).map((line) => line.text);
  const kin = kinshipOf(asked, text).findIndex((one) => one > mostKinship);
  return kin < 0 ? end : from + kin;
}

/** A text of more short sentences than paragraphs: «والسبب صيانة مضخة.» (the cause is the repair of a pump). */
function isShortWritten(lines: readonly Line[]): boolean {
  return lines.filter(isSentence).length > lines.filter(isBody).length * 2;
}

function isSentence(line: Line): boolean {
  return (
    isBody(line) ||
    (line.kind !== "heading" && /[.][»"”)]?$/.test(line.text) && countWords(line.text) >= leastSentence)
  );
}

/**
 * The index behind the headlines that a label leads; of several the last may be the sub-heading of what follows, and
 * verses are none. Where paragraphs have no final marks, a long line is a paragraph.
 */
function endOfHeadlines(lines: readonly Line[], from: number, least: number, isMarkless: boolean): number {
  const isHeadline = (line: Line | undefined): boolean =>
    line !== undefined &&
    line.kind !== "heading" &&
    !hasTerminal(line.text) &&
    !(isMarkless && isBody(line)) &&
    countWords(line.text) <= headline.words &&
    countWords(line.text) >= least;
  let end = from;
  while (end < lines.length && end < from + headline.most && isHeadline(lines[end])) end += 1;
  for (let at = from; at < end; at += 1)
    if (areVerses(lines.slice(at, end).map(({ text }) => text))) end = at;
  const lastLine = lines[end - 1];
  const mayHead = lastLine !== undefined && countWords(lastLine.text) <= headline.subHeading;
  return end - from > 1 && end < lines.length && mayHead ? end - 1 : end;
}
