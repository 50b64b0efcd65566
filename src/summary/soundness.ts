// Says how a sentence would stand in a summary as it is so far: whole, leaning on a cut one, a fragment, told already.
import type { RankedSentence } from "./feature.ts";
import type { Likeness } from "./likeness.ts";

/** More alike than this is the same thing said twice: never both. */
const tooAlike = { cosine: 0.6, overlap: 0.5 } as const;

/** Fewer words are a fragment, taken only where nothing else is left. */
const fragmentWords = 4;

/** The flaw of a sentence that seems to be the page's. */
export const worstFlaw = 5;

export interface Soundness {
  /** 0 for a sound sentence; 1 for one that opens with «و» (and), 2 for a fragment, 3 for one that leans on a cut one, 4 for a doubtful one, 5 for the page's. */
  readonly flawOf: (sentence: RankedSentence) => 0 | 1 | 2 | 3 | 4 | typeof worstFlaw;
  /** True for a sentence that was taken, and for one that a taken one says already. */
  readonly isTold: (index: number) => boolean;
  /** Highest cosine (0..1) of a sentence with those taken. */
  readonly likenessOf: (index: number) => number;
  readonly take: (index: number) => void;
}

/** The cost of a question does not grow with what was taken. */
export function createSoundness(likeness: Likeness, count: number): Soundness {
  const taken = new Set<number>();
  const told = new Uint8Array(count);
  const alike = new Float64Array(count);
  let first = Number.POSITIVE_INFINITY;
  return {
    flawOf({ index, opening, wordCount, origin }) {
      if (origin !== "article") return origin === "page" ? worstFlaw : 4;
      const isHeld = taken.has(index - 1);
      if (opening === "leans" && !isHeld) return 3;
      if (wordCount < fragmentWords) return 2;
      // Behind the title nothing stands before the first sentence that its «و» could tie it to.
      return opening === "joined" && !isHeld && index > 0 && index < first ? 1 : 0;
    },
    isTold: (index) => told[index] === 1,
    likenessOf: (index) => alike[index] ?? 0,
    take(index) {
      taken.add(index);
      first = Math.min(first, index);
      const [cosines, overlaps] = [likeness.of(index), likeness.overlaps(index)];
      for (let other = 0; other < count; other += 1) {
        const cosine = cosines[other] ?? 0;
        if (cosine > (alike[other] ?? 0)) alike[other] = cosine;
        if (cosine > tooAlike.cosine || (overlaps[other] ?? 0) >= tooAlike.overlap) told[other] = 1;
      }
      told[index] = 1;
    },
  };
}
