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

/** Different terms of an article of usual length (some 250 words); a fixed mean, so that a list keeps the finished strength. */
const usualTerms = 130;

/** Steps of a strength in one byte: the highest, 1 + 1.4 + 0.3, is under 255 of them. */
export const strengthSteps = 90;

/** What one term is worth for an article with so many different terms, in whole steps from 1 to 255. */
export function strengthOf(how: number, terms: number): number {
  const times = how & timesMask;
  const body = times / (times + k * (1 - b + (b * terms) / usualTerms));
  const whole =
    body + ((how & inTitle) !== 0 ? titleBonus : 0) + ((how & inSummary) !== 0 ? summaryBonus : 0);
  return Math.max(1, Math.round(whole * strengthSteps));
}

/** The highest that `freshness` gives. */
export const mostFresh = 1 + freshBonus;

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
  /** False for a score with which none would be kept. */
  wants(score: number): boolean;
  /** The best first; among equals the higher number. */
  list(): readonly Ranked[];
}

/** Keeps the best `most`. */
export function createBest(most: number): Best {
  const kept: Ranked[] = [];
  return {
    wants: (score) => kept.length < most || score >= (kept[kept.length - 1]?.score ?? 0),
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
