// Opening: a sentence that is whole by itself is worth more than one that leans on another.
import type { ScoreSentences } from "../feature.ts";

const values = { free: 1, named: 0.9, joined: 0.8, leans: 0 } as const;

export const byOpening: ScoreSentences = ({ sentences }) => sentences.map(({ opening }) => values[opening]);
