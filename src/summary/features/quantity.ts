// Quantities: figures that are named, «310 ملايين دولار» (310 million dollars), carry the substance of a report.
import type { RankedSentence, ScoreSentences } from "../feature.ts";

/** So many named quantities say enough; more are a table. */
const enough = 2;

/** 0, 0.5 or 1: none, one, or more named quantities. */
export const byQuantity: ScoreSentences = ({ sentences }) => sentences.map(quantityOf);

export function quantityOf({ words, entries }: Pick<RankedSentence, "words" | "entries">): number {
  let found = 0;
  for (const [at, word] of words.entries()) {
    // A year by itself is a date.
    if (!/^\p{N}/u.test(word) || /^(?:19|20)\d\d$/.test(word)) continue;
    const isNamed = entries.slice(at + 1, at + 4).some(({ cues }) => cues.has("units"));
    found += isNamed || /[.,]/.test(word) ? 1 : 0.5;
  }
  return Math.min(found, enough) / enough;
}
