// Drops short lines above the first paragraph and below the last: names, sections, headlines of other articles.
import { isDateline } from "../../text/dateline.ts";
import { isItem } from "../../text/lines.ts";
import { countWords } from "../../text/words.ts";
import { isBody, toKey } from "../lines.ts";
import { type Line, type Step, withoutLines } from "../step.ts";
import { hasTerminal } from "../unwrap.ts";
import { areVerses } from "../verses.ts";

/** An article of fewer paragraphs may be written in short lines. */
const leastParagraphs = 3;
/** Words of a name or a section above the text, of a line below it, of a headline among furniture. */
const most = { above: 4, signed: 6, below: 8, headline: 25 } as const;

/**
 * Only lines without a final mark go, and only around an article of whole paragraphs. Below the text the first such line
 * must be short, or stand under furniture; where furniture has begun, headlines are furniture too.
 */
export const dropEdges: Step = (page) => {
  // A long caption without a final mark is no paragraph where the next line says it again.
  const first = page.lines.findIndex(
    (line, at) =>
      isBody(line) && (hasTerminal(line.text) || toKey(line.text) !== toKey(page.lines[at + 1]?.text ?? "")),
  );
  const last = lastOfText(page.lines);
  if (!page.isRaw || first < 0) return page;
  const isShort = page.lines.filter(isBody).length < leastParagraphs;
  const isDoubled = findDoubled(page.lines, first);
  const labels = page.lines.filter((line, at) => at < first && isLabel(line)).map(({ text }) => text);
  const isPoem = areVerses(labels);
  let hasBegun = false;
  // «وجاءت النتائج كالآتي:» (the results were): what a colon announces is the text's.
  let isAnnounced = announces(page.lines[last]);
  return withoutLines(page, (line, at) => {
    const words = countWords(line.text);
    if (isDoubled(at)) return "doubled";
    if (at < first && isSigned(line, words)) return "above-body";
    if (at < first && !(isShort && page.title === ""))
      return isLabel(line) && words <= most.above && !isPoem ? "above-body" : undefined;
    if (isShort) return undefined;
    if (at <= last) return undefined;
    hasBegun ||= line.isBelowFurniture === true;
    isAnnounced = !hasBegun && (isAnnounced || announces(line));
    if (isAnnounced) return undefined;
    if (hasBegun) return !hasTerminal(line.text) && words <= most.headline ? "below-body" : undefined;
    if (line.kind === "heading" || (isLabel(line) && words <= most.below)) {
      hasBegun = true;
      return "below-body";
    }
    return undefined;
  });
};

/** A list of prices or results belongs to the text, with the labels in it: so many lines of figures make one. */
const leastFigures = 2;
/** Words of such a line: at most, and to each of its numbers. */
const figure = { words: 10, wordsPerNumber: 4 } as const;

/** The index of the last paragraph, or of the last of the figures that follow it with no furniture in between. */
function lastOfText(lines: readonly Line[]): number {
  const last = lines.findLastIndex(isBody);
  let end = last;
  let count = 0;
  for (let at = last + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.isBelowFurniture === true || at > end + 3) break;
    if (!isFigure(line.text)) continue;
    count += 1;
    end = at;
  }
  return last >= 0 && count >= leastFigures ? end : last;
}

/** «7943 جنيها للبيع» (7943 pounds to sell), «الميناء 3 - 1 الوادي» (a result). */
function isFigure(text: string): boolean {
  const words = countWords(text);
  const numbers = text.match(/(?<![\d٠-٩])[\d٠-٩]+(?:[.,٫٬][\d٠-٩]+)*/g)?.length ?? 0;
  return /\p{L}/u.test(text) && words <= figure.words && numbers * figure.wordsPerNumber >= words;
}

/**
 * Lines without a final mark that are said twice in a row, or twice above the text: the title of a picture and its caption.
 */
function findDoubled(lines: readonly Line[], first: number): (at: number) => boolean {
  const keys = lines.map(({ text, kind }) => (kind === "heading" || hasTerminal(text) ? "" : toKey(text)));
  // «برلمان مصر» over «برلمان مصر الملكية، الصحيفة»: the caption goes on where the picture's title ends.
  const isBegun = (short = "", long = ""): boolean =>
    short.length > 8 && long.length < 200 && short.length < long.length && long.startsWith(short);
  const above = new Map<string, number>();
  for (const key of keys.slice(0, Math.max(0, first))) above.set(key, (above.get(key) ?? 0) + 1);
  return (at) => {
    const key = keys[at];
    if (key === undefined || key === "") return false;
    if (at < first && (isBegun(key, keys[at + 1]) || isBegun(keys[at - 1], key))) return true;
    return key === keys[at - 1] || key === keys[at + 1] || (at < first && (above.get(key) ?? 0) > 1);
  };
}

/** «غزة/ المراسل:» (Gaza, the correspondent): place, outlet or author with a stroke between them, right above the text. */
function isSigned(line: Line, words: number): boolean {
  if (line.kind !== "paragraph" || words > most.signed || /[.!؟?…]$/.test(line.text) || isItem(line.text))
    return false;
  return !isDateline(line.text) && /\S ?[-–—/ـ|] ?\p{L}|[-–—/] ?:?$/u.test(line.text);
}

function announces(line: Line | undefined): boolean {
  return line !== undefined && /[:：]$/.test(line.text) && countWords(line.text) >= 2;
}

function isLabel({ text, kind }: Line): boolean {
  return kind === "paragraph" && !hasTerminal(text) && !isItem(text) && !isDateline(text);
}
