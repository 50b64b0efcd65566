// How good an article is for a search, and the best of many without sorting all.
import { inSummary, inTitle, timesMask } from "./terms.ts";

/** Okapi BM25's own usual values (Robertson and Zaragoza 2009): how fast repeats count less, how much length counts. */
const k = 1.2;
const b = 0.6;

/** What a place adds to the body's share, which stays under 1: one word in the title is more than any number in the body. */
const titleBonus = 1.4;
const summaryBonus = 0.3;

/** An article of today gets so much more, one a month old half of that. */
const freshBonus = 0.3;
const halfLifeMs = 30 * 24 * 3_600_000;

/** How rare a term is among all articles. */
export function rarity(holding: number, all: number): number {
  return Math.log(1 + (Math.max(all, holding) - holding + 0.5) / (holding + 0.5));
}

/** What one term's byte is worth in an article of this length, the mean being 1. */
export function strength(how: number, length: number): number {
  const times = how & timesMask;
  const body = times / (times + k * (1 - b + b * length));
  return body + ((how & inTitle) !== 0 ? titleBonus : 0) + ((how & inSummary) !== 0 ? summaryBonus : 0);
}

/** A gentle factor of 1 to 1.3; the future counts as today. */
export function freshness(ageMs: number): number {
  return 1 + freshBonus * 2 ** (-Math.max(0, ageMs) / halfLifeMs);
}

export interface Ranked {
  readonly number: number;
  readonly score: number;
}

export interface Best {
  add(number: number, score: number): void;
  /** The best first; among equals the higher number. */
  list(): readonly Ranked[];
}

/** Keeps the best `most`. */
export function createBest(most: number): Best {
  const kept: Ranked[] = [];
  return {
    add(number, score) {
      const worst = kept[kept.length - 1];
      if (kept.length >= most && worst !== undefined && !isBetter({ number, score }, worst)) return;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = kept[middle];
        if (other !== undefined && isBetter(other, { number, score })) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, { number, score });
      if (kept.length > most) kept.pop();
    },
    list: () => kept,
  };
}

function isBetter(a: Ranked, b: Ranked): boolean {
  return a.score !== b.score ? a.score > b.score : a.number > b.number;
}
