// Length: a sentence too short says nothing by itself, one too long fills the digest.
import type { ScoreSentences } from "../feature.ts";

/** Words of a sentence that stands well by itself; outside the value falls, to 0 at the ends. */
const span = { none: 3, low: 8, high: 45, most: 90 } as const;

export const byLength: ScoreSentences = ({ sentences }) =>
  sentences.map(({ wordCount }) => {
    if (wordCount < span.low) return Math.max(0, (wordCount - span.none) / (span.low - span.none));
    if (wordCount > span.high) return Math.max(0, (span.most - wordCount) / (span.most - span.high));
    return 1;
  });
