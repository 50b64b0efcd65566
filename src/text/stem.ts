// Light stemming: words that mean the same thing get one form, for comparison only.
import { stemArabic } from "./arabic/stem.ts";
import { byWord } from "./byWord.ts";
import { isLetterOrDigitAt } from "./characters.ts";
import { stemEnglish } from "./english/stem.ts";
import { normalize } from "./normalize.ts";
import { isStopWord } from "./stopWords.ts";

/** Stem of one word; gives the normalised word itself where nothing can go. */
export function stem(word: string): string {
  return stemNormalized(normalize(word));
}

function stemNormalized(word: string): string {
  return /[\u0621-\u064A]/.test(word) ? stemArabic(word) : stemEnglish(word);
}

/** An empty stem for a stop word. */
const stemOrNothing = byWord((word) => (isStopWord(word) ? "" : stemNormalized(word)));

/** Normalised words of a text, in order; a number keeps its decimal point and its thousands. */
export function normalizedWords(text: string): readonly string[] {
  const source = normalize(text);
  return plainWords(source) ?? source.match(anyWord) ?? [];
}

const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?<=\p{N})[.,:]\p{N}+)*/gu;

/** The same found without the expression, which takes three times as long; undefined where only the expression can tell. */
function plainWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== blank && !isPlain(unit)) return undefined;
    if (unit !== blank && isLetterOrDigitAt(text, at)) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    if (isPoint(unit) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
      return undefined;
    words.push(text.slice(start, at));
    start = -1;
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
}

const blank = 32;

/** No mark and no half of a pair: Latin, Arabic without the marks that `normalize` takes away, common punctuation. */
function isPlain(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x600 && unit < 0x700) || (unit >= 0x2000 && unit < 0x2070);
}

const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0x2c || unit === 0x3a;
/** «.» behind a superscript or a fraction is told by the expression alone: they are numbers too. */
const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xb2 && unit <= 0xbe);

/** Stems of normalised words in order, stop words left out, repeats kept. */
export function stemsOf(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const word of words) {
    const stemmed = stemOrNothing(word);
    if (stemmed !== "") found.push(stemmed);
  }
  return found;
}

/** Stems of the words of a text in order, stop words left out, repeats kept. */
export function stems(text: string): readonly string[] {
  return stemsOf(normalizedWords(text));
}
