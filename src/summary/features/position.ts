// Position: news says the most important thing first (the inverted pyramid).
import type { ScoreSentences } from "../feature.ts";
import { findLead } from "../lead.ts";

/** Share of the value that falls evenly to the text's end; the rest falls at once behind the lead. */
const even = 0.2;

/**
 * 1 for the sentence with which the news begins; behind it one part falls with the square root of the place and one evenly
 * to the end of the text. A scene before the news has the place behind the last sentence.
 */
export const byPosition: ScoreSentences = ({ sentences }) => {
  const lead = findLead(sentences);
  const count = sentences.length;
  return sentences.map(({ index }) => {
    const place = index < lead ? count : index - lead;
    return (1 - even) / Math.sqrt(place + 1) + even * (1 - place / count);
  });
};
