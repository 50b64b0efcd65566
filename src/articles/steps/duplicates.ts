// Drops a paragraph that the same text already holds: scrapes repeat the lead, and photo captions repeat sentences.
import { countWords } from "../../text/words.ts";
import { toKey } from "../lines.ts";
import { type Step, withoutLines } from "../step.ts";

/** Shorter lines may come back on purpose («قال:» "he said:", a refrain). */
const minWords = 5;

export const dropDuplicates: Step = (page) => {
  const seen = new Set<string>();
  return withoutLines(page, (line) => {
    if (countWords(line.text) < minWords) return undefined;
    const key = toKey(line.text);
    if (seen.has(key)) return "duplicate-paragraph";
    seen.add(key);
    return undefined;
  });
};
