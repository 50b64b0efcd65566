// Position: news says the most important thing first (the inverted pyramid).
import type { ScoreSentences } from "../feature.ts";
import { findLead } from "../lead.ts";

/** What being the lead itself gives, what falls with the square root of the place, and what falls evenly to the text's end. */
const parts = { lead: 0.2, root: 0.6, even: 0.2 } as const;

/** 1 for the sentence with which the news begins, less for each behind it; a scene before the news comes after the last. */
export const byPosition: ScoreSentences = ({ sentences }) => {
  const lead = findLead(sentences);
  const count = sentences.length;
  return sentences.map(({ index }) => {
    const place = index < lead ? count : index - lead;
    const isLead = place === 0 ? parts.lead : 0;
    return isLead + parts.root / Math.sqrt(place + 1) + parts.even * (1 - place / count);
  });
};
