// Selects sentences under a budget: the best that are not yet told (MMR) and do not lean on one that is cut.
import type { Opening } from "./dangling.ts";
import type { RankedSentence } from "./feature.ts";
import type { Likeness } from "./likeness.ts";
import { createSoundness, type Soundness } from "./soundness.ts";

/** Share of the best score that likeness to what is chosen may take (Carbonell and Goldstein 1998). */
const redundancyWeight = 0.15;

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
 * Sentences in the order of choice, so that a shorter choice is the beginning of a longer one. A sentence that leans on
 * the one before it brings that one along, or gives way; only a summary that could open with nothing else opens with it.
 */
export function select(scored: readonly Scored[], likeness: Likeness, limits: Limits): readonly Scored[] {
  const soundness = createSoundness(scored, likeness);
  const top = Math.max(...scored.map(({ score }) => score), Number.MIN_VALUE);
  const told = new Float64Array(scored.length);
  const taken = new Set<number>();
  const chosen: Scored[] = [];
  let words = 0;
  const worthOf = ({ index, score }: Scored): number => score / top - redundancyWeight * (told[index] ?? 0);
  while (chosen.length < limits.sentences) {
    const room = { sentences: limits.sentences - chosen.length, words: limits.words - words };
    const best = chooseUnit(scored, { taken, room, worthOf, soundness });
    if (best === undefined) break;
    for (const one of best) {
      chosen.push(one);
      taken.add(one.index);
      words += one.wordCount;
      for (const [index, cosine] of likeness.of(one.index).entries())
        told[index] = Math.max(told[index] ?? 0, cosine);
    }
  }
  return chosen;
}

interface Choice {
  readonly taken: ReadonlySet<number>;
  readonly room: Limits;
  readonly worthOf: (sentence: Scored) => number;
  readonly soundness: Soundness;
}

/** The best unit of those with the least flaw: a sentence, or one with what it leans on. */
function chooseUnit(scored: readonly Scored[], { taken, room, worthOf, soundness }: Choice) {
  // A word budget is no duty: once something is chosen it is filled with sound sentences only.
  const mostFlawed = room.words < Number.POSITIVE_INFINITY && taken.size > 0 ? 0 : 3;
  let best: readonly Scored[] | undefined;
  let [least, most] = [mostFlawed + 1, Number.NEGATIVE_INFINITY];
  for (const one of scored) {
    if (taken.has(one.index) || one.wordCount > room.words || soundness.isTold(one, taken)) continue;
    const flaw = soundness.flawOf(one, taken);
    if (flaw < least || (flaw === least && worthOf(one) > most)) {
      [best, least, most] = [[one], flaw, worthOf(one)];
    }
    if (taken.size === 0 || one.opening !== "leans") continue;
    const unit = withAntecedent(one, scored, { taken, room, worthOf, soundness });
    if (unit === undefined) continue;
    const worth = unit.reduce((sum, each) => sum + worthOf(each), 0) / unit.length;
    if (least > 0 || worth > most) [best, least, most] = [unit, 0, worth];
  }
  return best;
}

/** The sentence behind the one it leans on, where both fit and the first of them is sound by itself. */
function withAntecedent(one: Scored, scored: readonly Scored[], { taken, room, soundness }: Choice) {
  const antecedent = scored[one.index - 1];
  if (antecedent === undefined || taken.has(antecedent.index) || room.sentences < 2) return undefined;
  if (antecedent.wordCount + one.wordCount > room.words) return undefined;
  if (soundness.flawOf(antecedent, taken) > 0 || soundness.isTold(antecedent, taken)) return undefined;
  return soundness.isAlike(antecedent, one) ? undefined : [antecedent, one];
}
