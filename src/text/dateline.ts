// Finds the dateline of a report: the place and the agency or author before its first sentence.
import { agencies } from "./agencies.ts";
import { createPattern } from "./everyday.ts";
import { countWords } from "./words.ts";

/** A preposition makes a phrase of it: «عمال في مصنع (رويترز)» (workers in a factory) is a caption. */
const placeWord = "(?!(?:في|من|على|إلى|عن|مع|أمام|خلف|بعد|قبل|خلال|حول|قرب|لدى)(?![\\p{L}]))[\\p{L}\\p{M}]+";
const day =
  "(?:[ ،,]+(?:في )?(?:[\\p{N}]{1,2}[ /][\\p{L}]+(?:[ /][\\p{L}]+)?|[A-Z][a-z]{2,8}\\.? [\\p{N}]{1,2})(?:[ ،,]+[\\p{N}]{4})?)?";
/** At most four words of a place, or two places with «و» or a stroke; the day may follow. */
const place = `${placeWord}(?:[ /،,]+${placeWord}){0,3}${day}`;
/** With a source that no list knows, a longer phrase is more likely prose. */
const shortPlace = `${placeWord}(?:[ /]+${placeWord})?${day}`;
const dash = "[-–—/:|]";
const source = "[\\p{L}\\p{M}]+(?:[ ./][\\p{L}\\p{M}]+){0,2}(?: [\\p{N}]{1,3})?";
/** Between place and agency stands a mark: «قطاع خاص» (private sector) is no dateline. */
const joint = `(?:\\s*(?:${dash}|،|,)\\s*[(«"“]?|\\s*[(«"“])\\s*`;

/** «القاهرة - رويترز:», «تونس (وات) -», "CAIRO (Reuters) -", «الرياض - «الصحيفة»:», «المنصورة - من سامي الجندي:» (from Sami). */
const prefix = [
  `\\((?:${agencies})\\)\\s*[-–—]+`,
  `${place}${joint}(?:${agencies})\\s*[)»"”]?\\s*${dash}+`,
  `${shortPlace}\\s*\\(${source}\\)\\s*${dash}+`,
  `${place}\\s*${dash}\\s*[(«"“][^()«»"“”.]{2,30}[)»"”]\\s*${dash}+`,
  `${shortPlace}\\s*[-–—]\\s*(?:[\\p{L}\\p{M}]+|(?:من|مراسل|كتب|كتبت) ${source})\\s*:`,
].join("|");
const before = createPattern(`^(?:${prefix})\\s+`, "iu");
const alone = createPattern(
  `^(?:${place}\\s*(?:${dash}|،|,)\\s*(?:${agencies})\\s*${dash}*|${shortPlace}\\s*\\((?:${agencies})\\)|${prefix})$`,
  "iu",
);

const longest = 90;
/** A dateline in a line of its own holds less than one that must be looked for. */
const longestAlone = 60;
const mostWords = 9;

/** A place is no longer than this; a look that most lines fail. */
const firstMark = /^[^-–—/:|،,(«"“.!؟?]{2,50}[-–—/:|،,(«"“]/u;

/** Before a report a dash or a colon stands behind the place and its agency. */
const dashed = /^[^-–—/:|!؟?]{2,60}[-–—/:|ـ]/u;

/** Length of the dateline with which a line begins, white space after it included; 0 when there is none. */
export function datelineLength(line: string): number {
  const opening = withDashes(line.slice(0, longest));
  return dashed.test(opening) ? (before(opening).exec(opening)?.[0].length ?? 0) : 0;
}

/** True for a line that is nothing but a dateline. */
export function isDateline(line: string): boolean {
  if (line.length > longestAlone || countWords(line) > mostWords) return false;
  const dashedLine = withDashes(line);
  return firstMark.test(dashedLine) && alone(dashedLine).test(dashedLine);
}

/** Some newsrooms write the tatweel for a dash: «الرياض ـ وكالات» (Riyadh, agencies). The length stays. */
function withDashes(line: string): string {
  return line.replace(/ ـ /g, " - ");
}
