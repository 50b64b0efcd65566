// Finds the headline of a scrape whose first line is page furniture: «الرئيسية / صحة» ("home / health").
import { isNoise } from "../../summary/noise.ts";
import { isCaption } from "../../text/captions.ts";
import { countWords } from "../../text/words.ts";
import { dateInLine } from "../date-line.ts";
import { isBody, toKey } from "../lines.ts";
import { type FurnitureRule, type Line, matches, type Page, type Step, withoutLines } from "../step.ts";
import { voiceRule } from "./page-voice.ts";

/** A menu has lines of so few words, and so many of them at least; a headline has more words. */
const menu = { words: 3, lines: 3 } as const;

/**
 * The title becomes the first line below that is no furniture, if that is no body paragraph; else the title stays, for a
 * doubtful title is better than none. In the dump of a whole page it is the first line of those right above the text that
 * is as long as a headline; what stands above it is the page's. Formats that say which line is the title are believed.
 */
export const dropFurnitureTitle: Step = (page, { rules }) => {
  if (!page.isRaw) return page;
  const known = rules.filter((rule) => rule.where !== "bottom" && rule.drops === "line");
  const ruleFor = (text: string): FurnitureRule | undefined => known.find((rule) => matches(rule, text));
  const isFurniture = (text: string): boolean =>
    ruleFor(text) !== undefined || isNoise(text) || isCaption(text);
  const rule = ruleFor(page.title);
  const isOdd =
    rule !== undefined ||
    hasFurnitureFirst(page, isFurniture) ||
    isStamp(page.title) ||
    isMenuTitle(page.title, page.lines);
  if (!isOdd) return page;
  const first = page.lines.findIndex(
    (line) => isBody(line) && ruleFor(line.text) === undefined && voiceRule(line) === undefined,
  );
  const isCandidate = (one: Line, at: number): boolean =>
    at < first &&
    one.isAlone &&
    !isFurniture(one.text) &&
    toKey(one.text) !== toKey(page.lines[at + 1]?.text ?? "");
  const headline = findHeadline(page.title, page.lines.slice(0, Math.max(0, first)), isFurniture);
  const alone = first > menu.lines ? page.lines.findLastIndex(isCandidate) : -1;
  const found = headline ?? (alone >= 0 ? alone : undefined);
  const index = found ?? page.lines.findIndex((line) => ruleFor(line.text) === undefined);
  const line = page.lines[index];
  if (line === undefined || isBody(line) || (rule === undefined && index >= first)) return page;
  if (page.title === "" && countWords(line.text) <= menu.words) return page;
  const above = page.lines.slice(0, index).filter((one) => !isBody(one));
  const isDump =
    index >= menu.lines &&
    above.filter(({ text }) => countWords(text) <= menu.words + 1 || isFurniture(text)).length * 2 >=
      above.length;
  const rest = withoutLines(page, (one, at) =>
    isDump && at < index && !isBody(one) ? (ruleFor(one.text)?.id ?? "above-title") : undefined,
  );
  const at = rest.lines.findIndex((one) => one.text === line.text);
  return {
    ...rest,
    title: line.text,
    lines: rest.lines.toSpliced(at, 1),
    removed: [
      ...page.removed,
      { text: page.title, rule: rule?.id ?? "above-title" },
      ...rest.removed.slice(page.removed.length),
    ],
  };
};

/** A text whose first line was no title, because it reads like a sentence, and is the page's. */
function hasFurnitureFirst({ title, lines }: Page, isFurniture: (text: string) => boolean): boolean {
  const first = lines[0];
  return title === "" && first !== undefined && (isFurniture(first.text) || voiceRule(first) !== undefined);
}

/** A date or a word of the page; «مباشر.. …» (live: …) is noise in a text, and still a headline. */
function isStamp(title: string): boolean {
  return (
    title !== "" && isNoise(title) && (countWords(title) <= menu.words || dateInLine(title) !== undefined)
  );
}

/** True for a first line of a menu: few words, and more such lines right below it. */
function isMenuTitle(title: string, lines: readonly Line[]): boolean {
  if (countWords(title) > menu.words) return false;
  const short = lines.slice(0, menu.lines).filter(({ text }) => countWords(text) <= menu.words);
  return short.length >= menu.lines - 1;
}

/**
 * The index of the headline in a dump: a line that is said twice with others in between, the last of them, for captions and
 * menus say their lines twice in a row; else the top one of the long lines right above the text.
 */
function findHeadline(
  title: string,
  lines: readonly Line[],
  isFurniture: (text: string) => boolean,
): number | undefined {
  if (lines.length < menu.lines) return undefined;
  const keys = lines.map(({ text }) => toKey(text));
  const isLong = ({ text }: Line): boolean => countWords(text) > menu.words && !isFurniture(text);
  const firstAt = new Map<string, number>();
  for (const [at, key] of keys.entries()) if (!firstAt.has(key)) firstAt.set(key, at);
  const isTwice = (key: string, at: number): boolean =>
    (firstAt.get(key) ?? at) < at - 1 || (toKey(title) === key && at > 0);
  const twice = lines.findLast((line, at) => isLong(line) && isTwice(keys[at] ?? "", at));
  if (twice !== undefined) return keys.indexOf(toKey(twice.text));
  let found: number | undefined;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line !== undefined && isLong(line)) found = at;
    else if (found !== undefined) break;
  }
  return found;
}
