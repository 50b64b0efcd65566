// Drops a block of other articles that stands below the text with paragraphs of its own, teasers under «الأكثر قراءة» ("most read").
import { findKinship } from "../../summary/kinship.ts";
import { isEnding } from "../../summary/noise.ts";
import { normalizedWords, stem } from "../../text/stem.ts";
import { countWords } from "../../text/words.ts";
import { isBody } from "../lines.ts";
import { type FurnitureRule, findRule, type Line, type Step, withoutLines } from "../step.ts";

/** Shares of the paragraphs' words: an article stands above the label, and hardly any of its words below it. */
const below = { mostWords: 0.5, mostKinship: 0.45 } as const;
const leastParagraphs = 3;
/** So many labels of a text are looked under: a hostile one may have thousands. */
const mostTries = 5;

/** The words of what follows must be strangers to the text: a label may also stand between its paragraphs. */
export const dropForeignTail: Step = (page, { rules }) => {
  if (!page.isRaw) return page;
  const last = page.lines.findLastIndex(isBody);
  const ruleOf = (text: string): FurnitureRule | undefined =>
    findRule(rules, text, ({ drops }) => drops === "rest");
  const isLabel = ({ text }: Line): boolean => isEnding(text) || ruleOf(text) !== undefined;
  let paragraphs = 0;
  let tries = 0;
  const label = page.lines.findIndex((line, at) => {
    if (isBody(line)) paragraphs += 1;
    if (at >= last || paragraphs < leastParagraphs || tries >= mostTries || !isLabel(line)) return false;
    tries += 1;
    return isForeign(page.lines.slice(0, at), page.lines.slice(at + 1));
  });
  if (label < 0) return page;
  const id = ruleOf(page.lines[label]?.text ?? "")?.id;
  return withoutLines(page, (_line, at) => (at >= label ? (id ?? "foreign-tail") : undefined));
};

function isForeign(above: readonly Line[], under: readonly Line[]): boolean {
  const words = (lines: readonly Line[]): number =>
    lines.filter(isBody).reduce((sum, { text }) => sum + countWords(text), 0);
  if (words(under) > words(above) * below.mostWords) return false;
  const members = [
    ...above.filter(isBody).map((line) => memberOf(line, 40)),
    ...under.filter(isBody).map((line) => memberOf(line, 0)),
  ];
  const kinship = findKinship(members).slice(above.filter(isBody).length);
  return kinship.every((one) => one <= below.mostKinship);
}

function memberOf(
  { text }: Line,
  lineWords: number,
): { distinctStems: readonly string[]; lineWords: number } {
  const stems = normalizedWords(text)
    .filter((word) => word.length > 3)
    .map(stem);
  return { distinctStems: [...new Set(stems)], lineWords };
}
