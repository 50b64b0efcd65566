// Light stemming: words that mean the same thing get one form, for comparison only.
import { stemArabic } from "./arabic/stem.ts";
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

/** Stems already found, by normalised word; a stop word has an empty one. The bound keeps a hostile text from filling memory. */
const known = new Map<string, string>();
const mostKnown = 100_000;

/** Normalised words of a text, in order; a number keeps its decimal point and its thousands. */
export function normalizedWords(text: string): readonly string[] {
  return normalize(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?<=\p{N})[.,:]\p{N}+)*/gu) ?? [];
}

/** Stems of normalised words in order, stop words left out, repeats kept. */
export function stemsOf(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const word of words) {
    const stemmed = known.get(word) ?? learn(word);
    if (stemmed !== "") found.push(stemmed);
  }
  return found;
}

/** Stems of the words of a text in order, stop words left out, repeats kept. */
export function stems(text: string): readonly string[] {
  return stemsOf(normalizedWords(text));
}

function learn(word: string): string {
  const stemmed = isStopWord(word) ? "" : stemNormalized(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, stemmed);
  return stemmed;
}
