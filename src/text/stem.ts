// Light stemming: words that mean the same thing get one form, for comparison only.
// Arabic after the light10 family (Larkey, Ballesteros, Connell 2007): a conjunction, the article with its prepositions
// and the commonest suffixes go, never so much that fewer than three letters stay.
import { normalize } from "./normalize.ts";
import { isStopWord } from "./stopWords.ts";

/** Longest first: وال must be tried before و. */
const prefixes = ["وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
const suffixes = ["هما", "كما", "هم", "هن", "ها", "كم", "نا", "ات", "ان", "ون", "ين", "يه", "وا", "ه", "ي"];

const leastLetters = 3;

/** Stem of one word; gives the normalised word itself where nothing can go. */
export function stem(word: string): string {
  return stemNormalized(normalize(word));
}

function stemNormalized(word: string): string {
  return /[\u0621-\u064A]/.test(word) ? stemArabic(word) : stemEnglish(word);
}

function stemArabic(word: string): string {
  let stemmed = word;
  const prefix = prefixes.find((each) => stemmed.startsWith(each) && stemmed.length - each.length >= leastLetters);
  if (prefix !== undefined) stemmed = stemmed.slice(prefix.length);
  // A bare conjunction goes only from a longer word: «ولد» (a boy) keeps its و. ب، ك، ل and س begin too many roots.
  else if (/^[وف]/.test(stemmed) && stemmed.length >= leastLetters + 2) stemmed = stemmed.slice(1);
  for (let round = 0; round < 2; round += 1) {
    const suffix = suffixes.find((each) => stemmed.endsWith(each) && stemmed.length - each.length >= leastLetters);
    if (suffix === undefined) break;
    stemmed = stemmed.slice(0, -suffix.length);
  }
  return stemmed;
}

function stemEnglish(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

const cache = new Map<string, string>();

/** Stems of the words of a text in order, stop words left out, repeats kept. */
export function stems(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of normalize(text).match(/[\p{L}\p{N}]+(?:[.,:][\p{N}]+)*/gu) ?? []) {
    if (isStopWord(word)) continue;
    let stemmed = cache.get(word);
    if (stemmed === undefined) {
      stemmed = stemNormalized(word);
      // Newspapers use some ten thousand words; the bound only keeps a hostile text from filling the memory.
      if (cache.size > 200_000) cache.clear();
      cache.set(word, stemmed);
    }
    if (!isStopWord(stemmed)) found.push(stemmed);
  }
  return found;
}
