// Drops a block of other articles that stands below the text with paragraphs of its own, teasers under «الأكثر قراءة» ("most read").
import { isEnding } from "../../summary/noise.ts";
import { isItem } from "../../text/lines.ts";
import { countWords } from "../../text/words.ts";
import { kinshipOf } from "../kin.ts";
import { isBody } from "../lines.ts";
import { type FurnitureRule, findRule, type Line, type Page, type Step, withoutLines } from "../step.ts";
import { isStopless } from "../stopless.ts";
import { hasTerminal } from "../unwrap.ts";
import { areVerses } from "../verses.ts";

/**
 * `mostWords`: of the words above a label, so many below it, `mostSure` where the label is one of the rules. Kinship: each
 * teaser below a label, and the mean of long ones without marks; each headline without one, and their mean; each headline of a ticker above a text, and their mean.
 */
const below = {
  mostWords: 0.5,
  mostSure: 1.5,
  mostKinship: 0.45,
  mostTeaser: 0.6,
  strayKinship: 0.35,
  strayMean: 0.2,
  tickerKinship: 0.65,
  tickerMean: 0.3,
} as const;
const leastParagraphs = 3;
const longestHeadline = 25;
const leastTicker = 3;
/** So many headlines are a ticker above two paragraphs as well. */
const longTicker = 5;
const closing: ReadonlySet<string> = new Set(["source-line", "end-mark", "tags", "copyright", "quoted-from"]);
/** Lines of a poll or a box for letters at the end: its label, its question, answers. */
const mostPoll = 4;
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
    const isSure = ruleOf(line.text) !== undefined || isClosing(page.lines[at - 1], rules);
    const least = isSure ? 1 : leastParagraphs;
    if (at >= last || paragraphs < least || tries >= mostTries || !isLabel(line)) return false;
    tries += 1;
    if (isSure && areTeasers(page.lines.slice(0, at), page.lines.slice(at + 1))) return true;
    // A poll asks about what the text tells.
    if (ruleOf(line.text)?.id === "poll" && page.lines.length - at <= mostPoll) return true;
    return isForeign(
      page.lines.slice(0, at),
      page.lines.slice(at + 1),
      isSure ? below.mostSure : below.mostWords,
    );
  });
  if (label < 0) return dropStrayHeadlines(dropTicker(page));
  const id = ruleOf(page.lines[label]?.text ?? "")?.id;
  return withoutLines(page, (_line, at) => (at >= label ? (id ?? "foreign-tail") : undefined));
};

/** «المصدر: …» (source: …) and the like close a text: a label right below is the page's, with all that follows. */
function isClosing(line: Line | undefined, rules: readonly FurnitureRule[]): boolean {
  return (
    line !== undefined &&
    !isBody(line) &&
    findRule(rules, line.text, ({ id }) => closing.has(id)) !== undefined
  );
}

/** Teasers tell of other things, be they long: paragraphs of the text below a label do not, even if no mark ends them. */
function areTeasers(above: readonly Line[], under: readonly Line[]): boolean {
  if (isStopless(above) || !under.every(isTeaser)) return false;
  const long = textsOf(under.filter(isBody));
  return long.length === 0 || meanOf(kinshipOf(long, textsOf(above.filter(isBody)))) <= below.mostTeaser;
}

/** Below a sure label: short lines, items, and the beginnings of other reports, which no mark ends. */
function isTeaser(line: Line): boolean {
  return !isBody(line) || isItem(line.text) || !/[.!?؟:؛"»”)]$/.test(line.text);
}

/** Words of the paragraphs. */
function wordsOf(lines: readonly Line[]): number {
  return lines.filter(isBody).reduce((sum, { text }) => sum + countWords(text), 0);
}

function isForeign(above: readonly Line[], under: readonly Line[], most: number): boolean {
  if (wordsOf(under) > wordsOf(above) * most) return false;
  const kinship = kinshipOf(textsOf(under.filter(isBody)), textsOf(above.filter(isBody)));
  return kinship.every((one) => one <= below.mostKinship);
}

/** A dump that begins with headlines of other articles, with no menu around them: three at least. */
function dropTicker(page: Page): Page {
  const first = page.lines.findIndex((line) => isBody(line) && hasTerminal(line.text));
  const above = page.lines.slice(0, Math.max(0, first));
  const text = page.lines.slice(Math.max(0, first)).filter(isBody);
  const headlines = above.filter(isLooseHeadline);
  const isEnough = text.length >= leastParagraphs || (text.length > 1 && headlines.length >= longTicker);
  if (!isEnough || headlines.length < leastTicker || areVerses(textsOf(headlines))) return page;
  const kinship = kinshipOf(textsOf(above), textsOf(text));
  const isStray = (at: number): boolean =>
    at < first && isLooseHeadline(above[at]) && (kinship[at] ?? 1) <= below.tickerKinship;
  const loose = kinship.filter((_one, at) => isLooseHeadline(above[at]));
  if (meanOf(loose) > below.tickerMean) return page;
  const rest = withoutLines(page, (_line, at) => (isStray(at) ? "foreign-tail" : undefined));
  // The first line of such a dump is the first headline of the ticker, and only seemed to be the title.
  const isFirst = isStray(0) && kinshipOf([page.title], textsOf(text))[0] === 0;
  if (!isFirst || page.title === "") return rest;
  return { ...rest, title: "", removed: [...rest.removed, { text: page.title, rule: "above-title" }] };
}

function isLooseHeadline(line: Line | undefined): boolean {
  if (line === undefined || line.kind === "heading" || hasTerminal(line.text) || isItem(line.text))
    return false;
  const words = countWords(line.text);
  return words >= 4 && words <= longestHeadline;
}

/** Headlines of other articles below the text, with no label: two at least, and hardly a word of theirs is the text's. */
function dropStrayHeadlines(page: Page): Page {
  const { lines } = page;
  let from = lines.length;
  while (from > 0 && isLooseHeadline(lines[from - 1])) from -= 1;
  const above = lines.slice(0, from).filter(isBody);
  if (lines.length - from < 2 || above.length < leastParagraphs) return page;
  if (/[:：]$/.test(lines[from - 1]?.text ?? "")) return page;
  const tail = lines.slice(from);
  if (areVerses(textsOf(tail))) return page;
  const kinship = kinshipOf(textsOf(tail), textsOf(above));
  let stray = kinship.length;
  while (stray > 0 && (kinship[stray - 1] ?? 1) <= below.strayKinship) stray -= 1;
  // A long row of strangers may hold one that shares a name with the text.
  const long = kinship.findIndex((_one, at) => isLongRow(kinship.slice(at)));
  if (long >= 0) stray = Math.min(stray, long);
  const strays = kinship.slice(stray);
  if (strays.length < 2 || meanOf(strays) > below.strayMean) return page;
  return withoutLines(page, (_line, at) => (at >= from + stray ? "foreign-tail" : undefined));
}

function isLongRow(kinship: readonly number[]): boolean {
  return (
    kinship.length >= longTicker &&
    meanOf(kinship) <= below.strayMean &&
    kinship.every((one) => one <= below.tickerKinship)
  );
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => text);
}
