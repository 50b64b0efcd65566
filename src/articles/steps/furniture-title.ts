// Finds the headline of a scrape whose first line is page furniture: «الرئيسية / صحة» ("home / health").
import { isEnding, isNoise } from "../../summary/noise.ts";
import { isCaption } from "../../text/captions.ts";
import { isDateline } from "../../text/dateline.ts";
import { countWords } from "../../text/words.ts";
import { isAgency } from "../agency.ts";
import { dateInLine, isStampLine } from "../date-line.ts";
import { isBody, toKey } from "../lines.ts";
import { type FurnitureRule, type Line, matches, type Page, type Step, withoutLines } from "../step.ts";
import { isOutletName } from "../title-ends.ts";
import { voiceRule } from "./page-voice.ts";

/** A menu has lines of so few words, and so many of them at least; a headline has more words. */
const menu = { words: 3, lines: 3 } as const;
/** Words of an outlet's name with place or author, and of a headline. */
const longestName = 7;
const longestHeadline = 26;
/** Words of a line in other letters than the text, a name or a headline of the design that a page was made with. */
const longestForeign = 12;

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
    isEnding(page.title) ||
    isOvertaken(page, isFurniture) ||
    isMenuTitle(page.title, page.lines, isFurniture);
  if (!isOdd && isSigned(page)) return withoutTitle(page);
  const isOther = isSigned(page) || isForeignName(page);
  if (!isOdd && !isOther) return page;
  const body = page.lines.filter(isBody);
  const first = page.lines.findIndex(
    (line) =>
      isBody(line) &&
      ruleFor(line.text) === undefined &&
      voiceRule(line) === undefined &&
      !(isHeadlineShaped(line) && line !== body.at(-1)),
  );
  const isCandidate = (one: Line, at: number): boolean =>
    at < first &&
    one.isAlone &&
    !isFurniture(one.text) &&
    toKey(one.text) !== toKey(page.lines[at + 1]?.text ?? "") &&
    toKey(one.text) !== toKey(page.lines[at - 1]?.text ?? "");
  const headline = findHeadline(page.title, page.lines.slice(0, Math.max(0, first)), isFurniture);
  const alone = first > menu.lines ? page.lines.findLastIndex(isCandidate) : -1;
  const found = headline ?? (alone >= 0 ? alone : undefined);
  const index =
    found ??
    page.lines.findIndex(({ text }) => ruleFor(text) === undefined && !isStampLine(text) && !isEnding(text));
  const line = page.lines[index];
  const isLine = line !== undefined && (!isBody(line) || (found !== undefined && isHeadlineShaped(line)));
  if (!isLine || index >= first)
    return isOther || isStampLine(page.title) || isEnding(page.title) || signs.test(rule?.id ?? "")
      ? withoutTitle(page, rule?.id)
      : page;
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

/** Rules for lines that name a day or an author. */
const signs = /^(?:stamp|byline|date|time|live|phone|counters|section|agencies|outlet|updated)/;

/** «شمس نيوز - غزة» (Shams News - Gaza): a dateline or a byline heads no article. */
function isSigned({ title }: Page): boolean {
  const words = countWords(title);
  if (words === 0 || words > longestName) return false;
  if (/[-–—/]\s*$/.test(title) || isDateline(title)) return true;
  const parts = title.split(/\s*[-–—/|()]\s*|\s\.\s/).filter((part) => part !== "");
  const isSource = (part: string): boolean => isOutletName(part) || isAgency(part);
  return parts.length > 1 && parts.every((part) => countWords(part) <= menu.words) && parts.some(isSource);
}

/** A name in other letters than the text is the page's, and so is the name of an outlet. */
function isForeignName({ title, lines }: Page): boolean {
  const words = countWords(title);
  const isArabic = /\p{Script=Arabic}/u;
  const body = lines.find(isBody);
  if (words > 0 && isOutletName(title)) return true;
  return (
    words > 0 &&
    words <= longestForeign &&
    /^[\x20-\x7E]+$/.test(title) &&
    body !== undefined &&
    isArabic.test(body.text)
  );
}

/** The page with no title; what stood there is no line of the text either. */
function withoutTitle(page: Page, rule = "above-title"): Page {
  const dateline = isDateline(page.title) ? page.title.replace(/[\s:–—/-]+$/, "") : undefined;
  return {
    ...page,
    title: "",
    ...(dateline !== undefined && { dateline }),
    removed: dateline === undefined ? [...page.removed, { text: page.title, rule }] : page.removed,
  };
}

/** Headlines may be long, and may end in a question or in dots: only a full stop or an open clause makes a sentence. */
function isHeadlineShaped({ text, kind, isAlone }: Line): boolean {
  const words = countWords(text);
  const isSentence = /(?<![.…])\.["»”)\]]*$|[،,؛;:]["»”)\]]*$/.test(text);
  return kind === "paragraph" && isAlone && words > menu.words && words <= longestHeadline && !isSentence;
}

/** A caption that begins as the line above it, or the line that it begins as. */
function isPicture(keys: readonly string[], at: number): boolean {
  const [before = "", own = "", after = ""] = [keys[at - 1], keys[at], keys[at + 1]];
  return (before.length > 8 && own.startsWith(before)) || (own.length > 8 && after.startsWith(own));
}

/** A text whose first line was no title, because it reads like a sentence, and is the page's. */
function hasFurnitureFirst({ title, lines }: Page, isFurniture: (text: string) => boolean): boolean {
  const first = lines[0];
  return title === "" && first !== undefined && (isFurniture(first.text) || voiceRule(first) !== undefined);
}

/** A date or a word of the page; «مباشر.. …» (live: …) is noise in a text, and still a headline. */
function isStamp(title: string): boolean {
  if (title === "") return false;
  return (
    isStampLine(title) ||
    (isNoise(title) && (countWords(title) <= menu.words || dateInLine(title) !== undefined))
  );
}

/** A headline with «المزيد» (more) under it is another article's where below it one is said twice, with a date or the like between. */
function isOvertaken({ title, lines }: Page, isFurniture: (text: string) => boolean): boolean {
  const first = lines.findIndex((line) => isBody(line) && !isHeadlineShaped(line));
  const keys = lines.slice(0, Math.max(0, first)).map(({ text }) => toKey(text));
  if (title === "" || !isFurniture(lines[0]?.text ?? "") || keys.includes(toKey(title))) return false;
  return keys.some((key, at) => countWords(lines[at]?.text ?? "") > menu.words && keys.indexOf(key) < at - 1);
}

/** True for a first line of a menu: few words, and more such lines right below it. */
function isMenuTitle(title: string, lines: readonly Line[], isFurniture: (text: string) => boolean): boolean {
  if (countWords(title) > menu.words) return false;
  const isAgain = lines.some(({ text }) => toKey(text) === toKey(title));
  const short = lines
    .slice(0, menu.lines)
    .filter(
      (line) => countWords(line.text) <= menu.words || (!isAgain && !isBody(line) && isFurniture(line.text)),
    );
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
  // Between headline and text a date may stand, and under it the points of the report: one date is stepped over.
  let isDated = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined) continue;
    if (isPicture(keys, at)) continue;
    const isDate = dateInLine(line.text) !== undefined && countWords(line.text) < 12;
    if (isLong(line) && !isDate) found = at;
    else if (found !== undefined && (isDated || !isDate)) break;
    isDated ||= isDate;
  }
  return found;
}
