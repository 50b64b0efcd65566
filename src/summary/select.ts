// Selects sentences one by one under a budget: the best that is not yet told (MMR) and does not lean on a cut one.
import { isDangling } from "./dangling.ts";
import type { RankedSentence } from "./feature.ts";
import { cosine, type Vector } from "./features/centrality.ts";

/** Share of the score that likeness to what is chosen may take (Carbonell and Goldstein 1998: 1 − λ). */
const redundancyWeight = 0.5;

/** More alike than this is the same thing said twice: never both. */
const tooAlike = 0.6;

/** What a sentence that leans on the one before it keeps of its score while that one is not chosen. */
const danglingShare = 0.35;

export interface Scored extends RankedSentence {
  readonly score: number;
  readonly why: readonly string[];
}

export interface Limits {
  readonly sentences: number;
  readonly words: number;
}

/** Sentences in the order of choice. The first of the text that is chosen never leans on a cut one, if any other fits. */
export function select(scored: readonly Scored[], vectors: readonly Vector[], limits: Limits): readonly Scored[] {
  const dangling = scored.map(({ text }) => isDangling(text));
  const top = Math.max(...scored.map(({ score }) => score), Number.MIN_VALUE);
  const chosen: Scored[] = [];
  const taken = new Set<number>();
  let words = 0;

  const likeness = (index: number): number => {
    const vector = vectors[index];
    if (vector === undefined) return 0;
    return Math.max(0, ...chosen.map((other) => cosine(vector, vectors[other.index] ?? new Map())));
  };
  const worth = ({ index, score }: Scored): number => {
    const alike = likeness(index);
    if (alike > tooAlike) return Number.NEGATIVE_INFINITY;
    const leans = dangling[index] === true && !taken.has(index - 1);
    return (score / top) * (leans ? danglingShare : 1) - redundancyWeight * alike;
  };
  /** Would the summary open with a sentence that leans on a cut one? */
  const opensBadly = ({ index }: Scored): boolean =>
    dangling[index] === true && !taken.has(index - 1) && [...taken].every((other) => other > index);

  while (chosen.length < limits.sentences) {
    const fitting = scored.filter(({ index, wordCount }) => !taken.has(index) && words + wordCount <= limits.words);
    const sound = fitting.filter((one) => !opensBadly(one));
    const best = bestOf(sound.length > 0 || chosen.length > 0 ? sound : fitting, worth);
    if (best === undefined) break;
    chosen.push(best);
    taken.add(best.index);
    words += best.wordCount;
  }
  return chosen;
}

function bestOf(sentences: readonly Scored[], worth: (sentence: Scored) => number): Scored | undefined {
  let best: Scored | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const sentence of sentences) {
    const value = worth(sentence);
    if (value > most) [best, most] = [sentence, value];
  }
  return best;
}
