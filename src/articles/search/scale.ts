// Weighs every article against a search: one pass over the lists of its words, into arrays that all searches share.
import type { Postings } from "./postings.ts";
import { rarity, strengthSteps } from "./ranking.ts";
import type { Meaning } from "./vocabulary.ts";

export interface Scale {
  /**
   * Calls `visit` with each article that holds at least `least` of the words: its place, how many it holds and what they
   * are worth. `articles` is how many there are, `places` how many places.
   */
  weigh(
    words: readonly (readonly Meaning[])[],
    wish: { readonly least: number; readonly articles: number; readonly places: number },
    visit: (place: number, held: number, worth: number) => void,
  ): void;
}

export function createScale(): Scale {
  let worths = new Float32Array(1024);
  let masks = new Uint16Array(1024);
  let touched = new Int32Array(1024);

  /** Gives how many places are touched after one list. Where nothing new can win, only those touched before are weighed. */
  function scan(
    { bytes, used }: Postings,
    bit: number,
    step: number,
    count: number,
    isOpen: boolean,
  ): number {
    let place = -1;
    let after = count;
    for (let at = 0; at < used; at += 1) {
      let distance = bytes[at++] ?? 0;
      if (distance > 0x7f) {
        distance &= 0x7f;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++] ?? 0;
          distance |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      place += distance;
      const mask = masks[place] ?? 0;
      if (mask === 0) {
        if (!isOpen) continue;
        touched[after++] = place;
      }
      masks[place] = mask | bit;
      worths[place] = (worths[place] ?? 0) + step * (bytes[at] ?? 0);
    }
    return after;
  }

  return {
    weigh(words, { least, articles, places }, visit) {
      if (places > masks.length) {
        worths = new Float32Array(places * 2);
        masks = new Uint16Array(places * 2);
        touched = new Int32Array(places * 2);
      }
      // The rarest first: an article that holds none of the first words may soon be passed over.
      const ordered = words.toSorted((a, b) => articlesOf(a) - articlesOf(b));
      let count = 0;
      for (const [at, meanings] of ordered.entries()) {
        const isOpen = ordered.length - at >= least;
        for (const { postings, weight } of meanings) {
          const step = (weight * rarity(postings.count, articles)) / strengthSteps;
          count = scan(postings, 1 << at, step, count, isOpen);
        }
      }
      for (let at = 0; at < count; at += 1) {
        const place = touched[at] ?? 0;
        const held = bitsIn(masks[place] ?? 0);
        const worth = worths[place] ?? 0;
        masks[place] = 0;
        worths[place] = 0;
        if (held >= least) visit(place, held, worth);
      }
    },
  };
}

/** How many articles at the most hold what a word may mean. */
export function articlesOf(meanings: readonly Meaning[]): number {
  return meanings.reduce((sum, { postings }) => sum + postings.count, 0);
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
