// Picks the few articles worth comparing with a new one: those that share runs of its text, or its rarest words, names and figures.
import { isCommon, type Print, weightOf } from "../print.ts";
import { bandsOf } from "./copy.ts";
import { rarityOf } from "./figures.ts";
import { figureKey, type Rarity } from "./likeness.ts";
import { createPostings } from "./postings.ts";

export interface Candidates {
  add(number: number, print: Print): void;
  remove(number: number, print: Print): void;
  of(print: Print): { readonly numbers: readonly number[]; readonly cost: { keys: number; entries: number } };
  readonly rarity: Rarity;
}

/**
 * The bounds of one look-up, whatever the number of articles: 16 bands of 16 articles, 32 keys of 48 articles, so at most
 * 1,792 entries are read, and 24 articles compared.
 */
export const bounds = { inBand: 16, keys: 32, inList: 48, compared: 24 } as const;

/** What sharing a band is worth beside one very rare key. */
const bandWorth = 2;

/** As many articles are thought to be known beside those that are, so that a small index calls few words rare for sure. */
const prior = 100;
/** A key that so great a share of articles has tells nothing. */
const everywhere = 0.1;

export function createCandidates(storyOf: (article: number) => string | undefined): Candidates {
  const bands = createPostings(bounds.inBand, storyOf);
  const keys = createPostings(bounds.inList, storyOf);
  let size = 0;

  const rarity: Rarity = (key) => {
    const expected = (size + prior) * everywhere;
    const count = Math.max(1, keys.stories(key));
    return Math.max(0, Math.log(expected / count) / Math.log(expected));
  };

  return {
    rarity,
    add(number, print) {
      size += 1;
      for (const band of bandsOf(print.copy)) bands.add(band, number);
      for (const [key] of keysOf(print)) keys.add(key, number);
    },
    remove(number, print) {
      size -= 1;
      for (const band of bandsOf(print.copy)) bands.remove(band, number);
      for (const [key] of keysOf(print)) keys.remove(key, number);
    },
    of(print) {
      const hits = new Map<number, number>();
      const cost = { keys: 0, entries: 0 };
      const read = (numbers: readonly number[], worth: number): void => {
        cost.keys += 1;
        cost.entries += numbers.length;
        for (const number of numbers) hits.set(number, (hits.get(number) ?? 0) + worth);
      };
      for (const band of bandsOf(print.copy)) read(bands.newest(band), bandWorth);
      const known = [...keysOf(print)]
        .filter(([key]) => keys.stories(key) > 0)
        .map(([key, weight]) => [key, rarity(key) * weight] as const)
        .sort((a, b) => b[1] - a[1])
        .slice(0, bounds.keys);
      for (const [key, worth] of known) read(keys.newest(key), worth);
      const best = [...hits].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, bounds.compared);
      return { numbers: best.map(([number]) => number), cost };
    },
  };
}

/** Keys under which an article is found, with what each is worth; a common word and a single digit are none. */
function keysOf(print: Print): ReadonlyMap<number, number> {
  const keys = new Map<number, number>();
  for (const [at, term] of print.terms.entries()) {
    const weight = print.weights[at] ?? 0;
    if (!isCommon(weight)) keys.set(term, weightOf(weight) / 16);
  }
  for (const name of print.names) keys.set(name, 1);
  for (const quote of print.quotes) keys.set(quote, 1);
  for (const figure of print.figures)
    if (rarityOf(figure) > 0) keys.set(figureKey(figure), rarityOf(figure) / 2);
  return keys;
}
