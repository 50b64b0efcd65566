// The contract of a sentence that every feature has valued.
import type { RankedSentence } from "./feature.ts";

export interface Scored extends RankedSentence {
  /** Weighted sum of the values. */
  readonly score: number;
  /** What each feature gave, in the order of their table. */
  readonly values: readonly number[];
}
