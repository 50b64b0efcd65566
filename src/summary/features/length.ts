// Length: a sentence too short says nothing by itself, one too long fills the digest.
import type { ScoreSentences } from "../feature.ts";

/** Words of a sentence that stands well by itself; below and above the value falls to 0. */
const span = { least: 5, low: 10, high: 40, most: 90 } as const;

export const byLength: ScoreSentences = ({ sentences }) =>
  sentences.map(({ wordCount }) => {
    if (wordCount < span.low) return Math.max(0, (wordCount - span.least) / (span.low - span.least));
    if (wordCount > span.high) return Math.max(0, (span.most - wordCount) / (span.most - span.high));
    return 1;
  });
