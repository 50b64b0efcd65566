// Says how a sentence would stand in a summary as it is now: whole, leaning on a cut one, a fragment, told already.
import type { RankedSentence } from "./feature.ts";
import type { Likeness } from "./likeness.ts";

/** More alike than this is the same thing said twice: never both. */
const tooAlike = { cosine: 0.6, overlap: 0.5 } as const;

/** Fewer words are a fragment, taken only where nothing else is left. */
const fragmentWords = 4;

/** The flaw of a sentence that seems to be the page's. */
export const worstFlaw = 4;

export interface Soundness {
  /** 0 for a sound sentence; 1 for one that opens with «و» (and), 2 for a fragment, 3 for one that leans on a cut one, 4 for a stranger. */
  readonly flawOf: (sentence: RankedSentence, taken: ReadonlySet<number>) => 0 | 1 | 2 | 3 | typeof worstFlaw;
  /** True when one of those taken says it already. */
  readonly isTold: (sentence: RankedSentence, taken: ReadonlySet<number>) => boolean;
}

export function createSoundness(likeness: Likeness): Soundness {
  return {
    flawOf({ index, opening, wordCount, isStranger }, taken) {
      if (isStranger) return worstFlaw;
      const isHeld = taken.has(index - 1);
      if (opening === "leans" && !isHeld) return 3;
      if (wordCount < fragmentWords) return 2;
      return opening === "joined" && !isHeld && isFirst(index, taken) ? 1 : 0;
    },
    isTold({ index }, taken) {
      for (const other of taken) {
        if ((likeness.of(other)[index] ?? 0) > tooAlike.cosine) return true;
        if (likeness.overlap(index, other) >= tooAlike.overlap) return true;
      }
      return false;
    },
  };
}

function isFirst(index: number, taken: ReadonlySet<number>): boolean {
  for (const other of taken) if (other < index) return false;
  return true;
}
