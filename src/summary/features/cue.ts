// Cues: words with which a newsroom marks a decision, a finding, who took it and what is to come.
import type { CueClass } from "../cues.ts";
import type { RankedSentence, ScoreSentences } from "../feature.ts";

/** What each class adds once it is met; together at most 1. */
const parts: Readonly<Partial<Record<CueClass, number>>> = {
  decisions: 0.5,
  findings: 0.4,
  studies: 0.2,
  actors: 0.25,
  future: 0.25,
};

/** 0 without a cue, 1 for a decision or finding with its actor and more. */
export const byCue: ScoreSentences = ({ sentences }) => sentences.map(cueOf);

export function cueOf({ entries }: Pick<RankedSentence, "entries">): number {
  const met = new Set<CueClass>();
  for (const { cues } of entries) if (cues.size > 0) for (const name of cues) met.add(name);
  let value = 0;
  for (const name of met) value += parts[name] ?? 0;
  return Math.min(1, value);
}
