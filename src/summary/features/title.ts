// Title overlap: how much of what the title promises a sentence tells.
import type { ScoreSentences } from "../feature.ts";

/** Share of the title's stems that the sentence holds; 0 for all without a title. */
export const byTitle: ScoreSentences = ({ sentences, titleStems }) =>
  sentences.map(({ stems }) => {
    if (titleStems.size === 0) return 0;
    const shared = new Set(stems.filter((stem) => titleStems.has(stem))).size;
    return shared / titleStems.size;
  });
