// Selects sentences one by one under a budget: the best that is not yet told (MMR) and does not lean on a cut one.
import type { Opening } from "./dangling.ts";
import type { RankedSentence } from "./feature.ts";
import type { Likeness } from "./likeness.ts";

/** Share of the best score that likeness to what is chosen may take (Carbonell and Goldstein 1998). */
const redundancyWeight = 0.5;

/** More alike than this is the same thing said twice: never both. */
const tooAlike = 0.6;

/** Fewer words are a fragment, taken only where nothing else is left. */
const fragmentWords = 4;

export interface Scored extends RankedSentence {
  readonly score: number;
  /** What each feature gave, in the order of their table. */
  readonly values: readonly number[];
  readonly opening: Opening;
}

export interface Limits {
  readonly sentences: number;
  readonly words: number;
}

/**
 * Sentences in the order of choice, so that a shorter choice is the beginning of a longer one. Each is sound when it is
 * chosen: it does not lean on a sentence that is not chosen, and it opens the summary only when it can. Where no sentence
 * is sound, the least bad one is taken.
 */
export function select(scored: readonly Scored[], likeness: Likeness, limits: Limits): readonly Scored[] {
  const top = Math.max(...scored.map(({ score }) => score), Number.MIN_VALUE);
  const told = new Float64Array(scored.length);
  const taken = new Set<number>();
  const chosen: Scored[] = [];
  let [words, opening] = [0, Number.POSITIVE_INFINITY];
  while (chosen.length < limits.sentences) {
    const fitting = scored.filter(
      ({ index, wordCount }) =>
        !taken.has(index) && words + wordCount <= limits.words && (told[index] ?? 0) <= tooAlike,
    );
    const tiers = [0, 1, 2, 3].map((tier) => fitting.filter((one) => flawOf(one, taken, opening) === tier));
    // A word budget is no duty: it is filled with sound sentences only.
    const allowed = limits.words < Number.POSITIVE_INFINITY && chosen.length > 0 ? tiers.slice(0, 1) : tiers;
    const best = bestOf(
      allowed.find((tier) => tier.length > 0) ?? [],
      ({ index, score }) => score / top - redundancyWeight * (told[index] ?? 0),
    );
    if (best === undefined) break;
    chosen.push(best);
    taken.add(best.index);
    words += best.wordCount;
    opening = Math.min(opening, best.index);
    for (const [index, cosine] of likeness.of(best.index).entries())
      told[index] = Math.max(told[index] ?? 0, cosine);
  }
  return chosen;
}

/** 0 for a sound sentence; more the worse it would stand in the summary as it is now. */
function flawOf(
  { index, opening, wordCount }: Scored,
  taken: ReadonlySet<number>,
  first: number,
): 0 | 1 | 2 | 3 {
  const isHeld = taken.has(index - 1);
  if (opening === "leans" && !isHeld) return 3;
  if (wordCount < fragmentWords) return 2;
  return opening === "joined" && !isHeld && index < first ? 1 : 0;
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
