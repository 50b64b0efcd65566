// Knows lines of a page that are not the article: share bars, "read also", addresses, dates, credits.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";
import { beginnings, credits, dateWords, endings, months, networks, wholes } from "./furniturePhrases.ts";
import { hasFurnitureShape } from "./furnitureShapes.ts";

/** One pattern of many phrases, the longest first, each a whole run of words. */
const anyOf = (phrases: readonly string[]): string =>
  phrases
    .map((phrase) => normalize(phrase).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .filter((phrase) => phrase !== "")
    .sort((a, b) => b.length - a.length)
    .join("|");

const mark = "[^\\p{L}\\p{N}]*";
/** «الأكثر تصفحا» (most browsed), «مواد ذات صلة» (related items), whatever the noun. */
const endingForms =
  "(?:الاكثر|الاعلي) \\p{L}+(?: \\p{L}+){0,2}|(?:اخبار|مقالات|مواد|موضوعات|مواضيع|قصص|تقارير) (?:اخري|ذات صله|مشابهه|متعلقه|مرتبطه|قد \\p{L}+)";
const ending = new RegExp(`^${mark}(?:${anyOf(endings)}|${endingForms})${mark}(?:\\d{0,5}${mark})$`, "u");
const whole = new RegExp(`^${mark}(?:${anyOf(wholes)})${mark}$`, "u");
const beginning = new RegExp(`^${mark}(?:${anyOf(beginnings)})(?![\\p{L}\\p{N}])`, "u");
const credit = new RegExp(`^${mark}(?:${anyOf(credits)}) ?(?:[:/|–—-]|$)`, "u");
const shareBar = new RegExp(`^${mark}(?:(?:${anyOf(networks)})(?![\\p{L}\\p{N}])${mark})+$`, "u");
const dateLine = new RegExp(
  `^${mark}(?:(?:\\d+|${anyOf([...months, ...dateWords])})(?![\\p{L}\\p{N}])${mark})+$`,
  "u",
);

const lists = [whole, beginning, dateLine, shareBar];

/** Headlines side by side: «… | … | …». */
const strip = /^\s*[|•·▪◆]\s|(?:\s[|•▪◆]\s[^|•▪◆]*){2}/u;

/** So many words hold five long headlines; a longer line is a paragraph with something glued to it. */
const stripWords = 60;

/** A longer line may begin like furniture and still be the article's. */
const longest = { words: 18, units: 300 } as const;

/** True for a line that no article is made of. Conservative: what is doubtful is not furniture. */
export function isNoise(line: string): boolean {
  const words = countWords(line);
  if (words === 0 || (words <= stripWords && /[|•·▪◆]/.test(line) && strip.test(line))) return true;
  if (words > longest.words || line.length > longest.units) return false;
  const text = normalize(line);
  if (lists.some((pattern) => pattern.test(text)) || hasFurnitureShape(text)) return true;
  // «تصوير: …» (photograph: …) is a credit, «تقرير: الأسعار ترتفع.» (report: prices rise.) is not.
  return credit.test(text) && words <= 10 && !/[\p{L}\p{N}]["')\]]*[.!?؟]["')\]]*$/u.test(text);
}

/** True for a line that announces a block of other articles. */
export function isEnding(line: string): boolean {
  return line.length <= longest.units && countWords(line) <= 5 && ending.test(normalize(line));
}
