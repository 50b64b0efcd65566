// Finds the sentences of one telling that have no counterpart in the others.
import type { Telling } from "./telling.ts";
import type { ToldSentence } from "./told-sentence.ts";

/** A sentence with fewer stems is too short to tell what it has in common with another. */
const leastStems = 4;

/**
 * A sentence has a counterpart where two neighbouring sentences of another outlet hold this share of its stems. Set by eye
 * on pairs of reports of one event: retellings share from 0.35 on, sentences on other matters seldom over 0.25.
 */
const sharedLeast = 0.34;

/** So much is enough where both give one figure of one thing. */
const sharedWithFigure = 0.2;

/** Two neighbouring sentences. */
interface Window {
  readonly stems: ReadonlySet<string>;
  /** Value and unit. */
  readonly figures: ReadonlySet<string>;
}

/** In the order of the text. */
export function lonelySentences(telling: Telling, others: readonly Telling[]): readonly ToldSentence[] {
  const windows = others.flatMap(({ sentences }) =>
    sentences.map((sentence, at) => toWindow([sentence, ...sentences.slice(at + 1, at + 2)])),
  );
  return telling.sentences.filter((sentence) => {
    const own = toWindow([sentence]);
    return own.stems.size >= leastStems && !windows.some((window) => isCounterpart(own, window));
  });
}

function toWindow(sentences: readonly ToldSentence[]): Window {
  const figures = sentences.flatMap((sentence) => sentence.figures);
  return {
    stems: new Set(sentences.flatMap(({ stems }) => [...stems])),
    figures: new Set(figures.map(({ value, unit }) => `${value} ${unit}`)),
  };
}

function isCounterpart(own: Window, other: Window): boolean {
  const share = sharedCount(own.stems, other.stems) / own.stems.size;
  return share >= sharedLeast || (share >= sharedWithFigure && sharedCount(own.figures, other.figures) > 0);
}

function sharedCount(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of own) if (other.has(each)) shared += 1;
  return shared;
}
