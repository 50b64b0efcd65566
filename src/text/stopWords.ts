// The table of stop words: words too common to tell one sentence from another.
import { arabicStopWords } from "./arabic/stopWords.ts";
import { englishStopWords } from "./english/stopWords.ts";

const stopWords: ReadonlySet<string> = new Set([...arabicStopWords, ...englishStopWords]);

/** For a normalised word. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
