// Says how a sentence would stand in a summary as it is now: whole, leaning on a cut one, a fragment, told already.
import type { Likeness } from "./likeness.ts";
import type { Scored } from "./select.ts";

/** More alike than this is the same thing said twice: never both. */
const tooAlike = { cosine: 0.6, overlap: 0.5 } as const;

/** Fewer words are a fragment, taken only where nothing else is left. */
const fragmentWords = 4;

export interface Soundness {
  /** 0 for a sound sentence; more the worse it would stand beside those taken. */
  readonly flawOf: (sentence: Scored, taken: ReadonlySet<number>) => 0 | 1 | 2 | 3;
  /** True when two sentences say the same. */
  readonly isAlike: (one: Scored, other: Scored) => boolean;
  /** True when one of those taken says it already. */
  readonly isTold: (sentence: Scored, taken: ReadonlySet<number>) => boolean;
}

export function createSoundness(scored: readonly Scored[], likeness: Likeness): Soundness {
  const cosines = new Map<number, Float64Array>();
  const cosinesOf = (index: number): Float64Array => {
    const known = cosines.get(index) ?? likeness.of(index);
    cosines.set(index, known);
    return known;
  };
  const isAlike = (one: Scored, other: Scored): boolean =>
    (cosinesOf(other.index)[one.index] ?? 0) > tooAlike.cosine ||
    likeness.overlap(one.index, other.index) >= tooAlike.overlap;
  return {
    flawOf({ index, opening, wordCount }, taken) {
      const isHeld = taken.has(index - 1);
      if (opening === "leans" && !isHeld) return 3;
      if (wordCount < fragmentWords) return 2;
      return opening === "joined" && !isHeld && isFirst(index, taken) ? 1 : 0;
    },
    isAlike,
    isTold(sentence, taken) {
      for (const index of taken) {
        const other = scored[index];
        if (other !== undefined && isAlike(sentence, other)) return true;
      }
      return false;
    },
  };
}

function isFirst(index: number, taken: ReadonlySet<number>): boolean {
  for (const other of taken) if (other < index) return false;
  return true;
}
