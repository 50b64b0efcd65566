// Position: news says the most important thing first (the inverted pyramid).
import type { ScoreSentences } from "../feature.ts";

/** 1 for the first sentence, falling with the square root of the place: the fourth has half of it. */
export const byPosition: ScoreSentences = ({ sentences }) =>
  sentences.map(({ index }) => 1 / Math.sqrt(index + 1));
