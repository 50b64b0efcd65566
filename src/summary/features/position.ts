// Position: news says the most important thing first (the inverted pyramid).
import type { ScoreSentences } from "../feature.ts";
import { findLead } from "../lead.ts";

/**
 * 1 for the sentence with which the news begins, falling with the square root of the place behind it: the fourth has half
 * of it. A scene before the news has the place behind the last sentence.
 */
export const byPosition: ScoreSentences = (view) => {
  const lead = findLead(view.sentences);
  const count = view.sentences.length;
  return view.sentences.map(({ index }) => 1 / Math.sqrt((index < lead ? count : index - lead) + 1));
};
