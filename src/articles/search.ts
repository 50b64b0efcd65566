// Finds articles by words: an index in memory of what every article is found by, ranked by BM25 with the title first.
import type { Article } from "./article.ts";
import { createCatalogue } from "./search/catalogue.ts";
import { addPosting, sweepPostings } from "./search/postings.ts";
import { readQuery } from "./search/query.ts";
import { createBest, freshness, mostFresh, strengthOf } from "./search/ranking.ts";
import { createScale } from "./search/scale.ts";
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
  /** True when a word stands nowhere as it was written, and words spelt like it were taken. */
  readonly isNear: boolean;
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

export function createSearchIndex(): SearchIndex {
  const vocabulary = createVocabulary();
  const catalogue = createCatalogue();
  const scale = createScale();
  let [dirty, swept] = [0, 0];

  function remove(number: number): boolean {
    if (!catalogue.remove(number)) return false;
    dirty += 1;
    sweepSome();
    return true;
  }

  /** What removed articles leave in the lists goes little by little, so that no change takes long. */
  function sweepSome(): void {
    if (swept === 0 && dirty < Math.max(sweptLeast, catalogue.size * sweptShare)) return;
    if (swept === 0) [swept, dirty] = [dirty, 0];
    const isKept = (place: number): boolean => catalogue.numberAt(place) !== 0;
    if (vocabulary.walk(sweptAtOnce, (list) => sweepPostings(list, isKept))) swept = 0;
  }

  function fits(place: number, { topic, from, to }: SearchWish): boolean {
    if (topic !== undefined && !catalogue.topicsAt(place).includes(topic)) return false;
    const published = catalogue.publishedAt(place);
    return (
      (from === undefined || published >= from.getTime()) && (to === undefined || published < to.getTime())
    );
  }

  /** The best of the articles that hold from `least` to `most` of the words. */
  function rank(words: readonly (readonly Meaning[])[], wish: SearchWish, least: number, most: number) {
    const best = createBest(offsetOf(wish) + Math.max(0, wish.limit));
    const now = wish.now.getTime();
    const isAny = wish.topic === undefined && wish.from === undefined && wish.to === undefined;
    let found = 0;
    const { size: articles, places } = catalogue;
    scale.weigh(words, { least, articles, places }, (place, held, worth) => {
      const number = catalogue.numberAt(place);
      if (held > most || number === 0 || !(isAny || fits(place, wish))) return;
      found += 1;
      const score = (worth * held) / words.length;
      if (best.wants(score * mostFresh))
        best.add(number, score * freshness(now - catalogue.publishedAt(place)));
    });
    return { found, list: best.list() };
  }

  return {
    get size() {
      return catalogue.size;
    },
    add(article) {
      remove(article.number);
      const { number, published, topics } = article;
      const terms = termsOf(article);
      const place = catalogue.add({ number, published: Date.parse(published), topics });
      for (const [term, how] of terms)
        addPosting(vocabulary.listOf(term), place, strengthOf(how, terms.size));
      if (swept > 0) sweepSome();
    },
    remove,
    search(text, wish) {
      const words = readQuery(text).words.map(vocabulary.meaningsOf);
      if (words.length === 0) return { total: 0, hits: [], isNear: false };
      const whole = rank(words, wish, words.length, words.length);
      const some = Math.ceil(words.length / 2);
      const isFew = whole.found < enough && some < words.length;
      const partly = isFew ? rank(words, wish, some, words.length - 1) : { found: 0, list: [] };
      const start = offsetOf(wish);
      const hits = [...whole.list, ...partly.list].slice(start, start + Math.max(0, wish.limit));
      const isNear = hits.length > 0 && words.some((meanings) => meanings.some(({ isGuess }) => isGuess));
      return { total: whole.found + partly.found, hits, isNear };
    },
  };
}

function offsetOf({ offset = 0 }: SearchWish): number {
  return Math.max(0, offset);
}
