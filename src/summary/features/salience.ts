// Salience: how much a sentence tells of what the text keeps coming back to (Luhn 1958, Nenkova and Vanderwende 2005).
import type { ScoreSentences } from "../feature.ts";

/** Uses in the text of the stems that a sentence holds, each stem once, those used but once left out; 1 for the most. */
export const bySalience: ScoreSentences = ({ sentences }) => {
  const uses = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const sums = sentences.map(({ distinctStems }) => {
    let sum = 0;
    for (const stem of distinctStems) {
      const count = uses.get(stem) ?? 0;
      if (count > 1) sum += count;
    }
    return sum;
  });
  const most = sums.reduce((top, sum) => Math.max(top, sum), 1);
  return sums.map((sum) => sum / most);
};
