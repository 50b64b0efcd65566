// Selects sentences one by one under a budget: the best that is not yet told (MMR) and does not lean on a cut one.
import type { RankedSentence } from "./feature.ts";
import type { Likeness } from "./likeness.ts";
import { createSoundness, worstFlaw } from "./soundness.ts";

/** Share of the best score that likeness to what is chosen may take (Carbonell and Goldstein 1998). */
const redundancyWeight = 0.05;

export interface Limits {
  readonly sentences: number;
  readonly words: number;
}

export interface Choice {
  readonly sentences: readonly RankedSentence[];
  /** By index. */
  readonly scores: Float64Array;
  readonly likeness: Likeness;
}

/**
 * Sentences in the order of choice, so that a shorter choice is the beginning of a longer one. Each is sound when it is
 * chosen: it does not lean on a sentence that is not chosen, and it opens the summary only when it can. Where no sentence
 * is sound, the least bad one is taken; but one of the page's only where nothing else is, and a word budget, which is no duty, is
 * filled with sound ones only.
 */
export function select({ sentences, scores, likeness }: Choice, limits: Limits): readonly RankedSentence[] {
  const soundness = createSoundness(likeness, sentences.length);
  const top = scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
  const chosen: RankedSentence[] = [];
  const isWordBudget = limits.words < Number.POSITIVE_INFINITY;
  let words = 0;
  while (chosen.length < limits.sentences) {
    const mostFlawed = chosen.length === 0 ? worstFlaw : isWordBudget ? 0 : worstFlaw - 1;
    let best: RankedSentence | undefined;
    let [least, most] = [mostFlawed as number, Number.NEGATIVE_INFINITY];
    for (const one of sentences) {
      if (words + one.wordCount > limits.words || soundness.isTold(one.index)) continue;
      const flaw = soundness.flawOf(one);
      if (flaw > least) continue;
      const worth = (scores[one.index] ?? 0) / top - redundancyWeight * soundness.likenessOf(one.index);
      if (flaw < least || worth > most) [best, least, most] = [one, flaw, worth];
    }
    if (best === undefined) break;
    chosen.push(best);
    soundness.take(best.index);
    words += best.wordCount;
  }
  return chosen;
}
