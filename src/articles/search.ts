// Finds articles by words: an index in memory of what every article is found by, ranked by BM25 with the title first.
import type { Article } from "./article.ts";
import { addPosting, eachPosting, sweepPostings } from "./search/postings.ts";
import { type Query, readQuery } from "./search/query.ts";
import { type Best, createBest, freshness, rarity, strength } from "./search/ranking.ts";
import { type Searchable, termsOf } from "./search/terms.ts";
import { createVocabulary, type Meaning } from "./search/vocabulary.ts";

/** What the index reads of an article. */
export type Indexed = Searchable & Pick<Article, "number" | "published" | "topics">;

export interface SearchWish {
  readonly topic?: string;
  /** Published at this instant or later. */
  readonly from?: Date;
  /** Published before this instant. */
  readonly to?: Date;
  readonly limit: number;
  /** Hits to pass over, 0 when absent. */
  readonly offset?: number;
  readonly now: Date;
}

export interface SearchHit {
  readonly number: number;
  readonly score: number;
}

export interface SearchHits {
  /** Of all that were found, `hits` is the asked page. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export interface SearchIndex {
  readonly size: number;
  /** Adds an article, in place of the one with its number. */
  add(article: Indexed): void;
  /** False when there was none. */
  remove(number: number): boolean;
  /**
   * The articles that hold every word, the best first; where they are few, behind them those that hold at least half.
   * Any string is taken; one without a letter or a digit finds nothing. Phrases in quotes count as their words: whether
   * these stand together only the texts can tell (`holdsPhrases`).
   */
  search(words: string, wish: SearchWish): SearchHits;
}

/** With fewer articles than this that hold every word, those that hold some of them are shown too. */
const enough = 5;

/** Lists swept with each change while there is something to sweep, and how much there must be: 5 % of all articles. */
const sweptAtOnce = 400;
const sweptShare = 0.05;
const sweptLeast = 200;

interface Entry {
  readonly number: number;
  readonly published: number;
  readonly topics: readonly string[];
  /** Different terms. */
  readonly length: number;
}

export function createSearchIndex(): SearchIndex {
  const vocabulary = createVocabulary();
  /** By place; a removed article leaves a hole. */
  const entries: (Entry | undefined)[] = [];
  const places = new Map<number, number>();
  let lengths = 0;
  let [dirty, swept] = [0, 0];
  // One set for all searches: each clears what it touched.
  let scores = new Float32Array(1024);
  let masks = new Uint16Array(1024);

  function remove(number: number): boolean {
    const place = places.get(number);
    if (place === undefined) return false;
    lengths -= entries[place]?.length ?? 0;
    entries[place] = undefined;
    places.delete(number);
    dirty += 1;
    sweepSome();
    return true;
  }

  /** What removed articles leave in the lists goes little by little, so that no change takes long. */
  function sweepSome(): void {
    if (swept === 0 && dirty < Math.max(sweptLeast, places.size * sweptShare)) return;
    if (swept === 0) [swept, dirty] = [dirty, 0];
    const isDone = vocabulary.walk(sweptAtOnce, (list) =>
      sweepPostings(list, (place) => entries[place] !== undefined),
    );
    if (isDone) swept = 0;
  }

  /** Adds up in `scores` and `masks` what each article has of the query; gives the places it touched. */
  function weigh(meanings: readonly (readonly Meaning[])[]): readonly number[] {
    const touched: number[] = [];
    const mean = lengths / Math.max(1, places.size);
    for (const [at, ofWord] of meanings.entries()) {
      const bit = 1 << at;
      for (const { postings, weight } of ofWord) {
        const worth = weight * rarity(postings.count, places.size);
        eachPosting(postings, (place, how) => {
          const entry = entries[place];
          if (entry === undefined) return;
          if (masks[place] === 0) touched.push(place);
          masks[place] = (masks[place] ?? 0) | bit;
          scores[place] = (scores[place] ?? 0) + worth * strength(how, entry.length / mean);
        });
      }
    }
    return touched;
  }

  function fits({ published, topics }: Entry, { topic, from, to }: SearchWish): boolean {
    if (topic !== undefined && !topics.includes(topic)) return false;
    return (from === undefined || published >= from.getTime()) && (to === undefined || published < to.getTime());
  }

  function rank(query: Query, touched: readonly number[], wish: SearchWish) {
    const most = Math.max(0, wish.offset ?? 0) + Math.max(0, wish.limit);
    const whole = createCounted(createBest(most));
    const partly = createCounted(createBest(most));
    const count = query.words.length;
    for (const place of touched) {
      const entry = entries[place];
      const held = bitsIn(masks[place] ?? 0);
      const score = scores[place] ?? 0;
      masks[place] = 0;
      scores[place] = 0;
      if (entry === undefined || held * 2 < count || !fits(entry, wish)) continue;
      const fresh = score * freshness(wish.now.getTime() - entry.published);
      if (held === count) whole.add(entry.number, fresh);
      else partly.add(entry.number, (fresh * held) / count);
    }
    return { whole, partly };
  }

  return {
    get size() {
      return places.size;
    },
    add(article) {
      remove(article.number);
      const terms = termsOf(article);
      const place = entries.length;
      const { number, published, topics } = article;
      entries.push({ number, published: Date.parse(published), topics, length: terms.size });
      places.set(number, place);
      lengths += terms.size;
      for (const [term, how] of terms) addPosting(vocabulary.listOf(term), place, how);
      if (swept > 0) sweepSome();
    },
    remove,
    search(words, wish) {
      const query = readQuery(words);
      if (query.words.length === 0) return { total: 0, hits: [] };
      if (entries.length > scores.length) {
        scores = new Float32Array(entries.length * 2);
        masks = new Uint16Array(entries.length * 2);
      }
      const touched = weigh(query.words.map(vocabulary.meaningsOf));
      const { whole, partly } = rank(query, touched, wish);
      const isFew = whole.count() < enough;
      const found = isFew ? [...whole.list(), ...partly.list()] : whole.list();
      const start = Math.max(0, wish.offset ?? 0);
      return {
        total: whole.count() + (isFew ? partly.count() : 0),
        hits: found.slice(start, start + Math.max(0, wish.limit)),
      };
    },
  };
}

function createCounted(best: Best): Best & { count(): number } {
  let count = 0;
  return {
    add(number, score) {
      count += 1;
      best.add(number, score);
    },
    list: best.list,
    count: () => count,
  };
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
