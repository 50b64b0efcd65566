// How long an article takes to read.
import { countWords } from "../../text/words.ts";

/**
 * Words a minute, means of adults reading aloud: Trauzettel-Klosinski & Dietz, "Standardized Assessment of Reading
 * Performance: The New International Reading Speed Texts IReST", Invest. Ophthalmol. Vis. Sci. 53 (2012) 5452–5461
 * (Arabic 138 ± 20, English 228 ± 30). Silent reading is somewhat faster; a reader who is done early is not misled.
 */
const wordsAMinute = { ar: 138, en: 228 } as const;

/** Whole minutes, the nearest; 0 for less than half a minute. */
export function readingMinutes(text: string, language: string): number {
  return Math.round(countWords(text) / (language === "ar" ? wordsAMinute.ar : wordsAMinute.en));
}
