// Brings articles from the store into the index, a few at a time, so that the process goes on answering.
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { ArticleStore } from "../article-store.ts";

/** The part of the index that is written to. */
interface Writable {
  add(article: Article): void;
  remove(number: number): boolean;
}

export interface Indexer {
  /** Reads the whole store: what is new or changed comes in, what is gone goes out. Stops early when aborted. */
  readAll(signal: AbortSignal): Promise<void>;
  /** Reads these articles again. */
  refresh(numbers: readonly number[], signal: AbortSignal): Promise<void>;
  /** Visible articles in the store when it was last read whole; 0 before. */
  expected(): number;
}

/** Articles of one page: some 20 ms of reading and stemming, with a breath between every few. */
const page = 50;
const breath = 5;

export function createIndexer(
  index: Writable,
  store: Pick<ArticleStore, "list" | "byNumbers" | "count">,
): Indexer {
  /** Number → what was indexed; an article that did not change costs nothing. */
  const known = new Map<number, string>();
  let expected = 0;

  async function take(articles: readonly Article[], signal: AbortSignal): Promise<void> {
    for (const [at, article] of articles.entries()) {
      if (signal.aborted) return;
      if (at % breath === 0) await yieldToOthers();
      const { number } = article;
      if (article.hidden) drop(number);
      else if (known.get(number) !== versionOf(article)) {
        index.add(article);
        known.set(number, versionOf(article));
      }
    }
  }

  function drop(number: number): void {
    index.remove(number);
    known.delete(number);
  }

  return {
    async readAll(signal) {
      expected = await store.count();
      const seen = new Set<number>();
      let before: number | undefined;
      while (!signal.aborted) {
        const articles = await store.list(before === undefined ? { limit: page } : { limit: page, before });
        await take(articles, signal);
        for (const { number } of articles) seen.add(number);
        before = articles.at(-1)?.number;
        if (before === undefined) break;
      }
      if (signal.aborted) return;
      for (const number of [...known.keys()]) if (!seen.has(number)) drop(number);
    },
    async refresh(numbers, signal) {
      for (let start = 0; start < numbers.length && !signal.aborted; start += page) {
        const asked = numbers.slice(start, start + page);
        const articles = await store.byNumbers(asked);
        const kept = new Set(articles.map(({ number }) => number));
        for (const number of asked) if (!kept.has(number)) drop(number);
        await take(articles, signal);
      }
    },
    expected: () => expected,
  };
}

/** 64 bits of the hash tell versions of one article apart; topics and date may change without it. */
function versionOf({ contentHash, published, topics }: Article): string {
  return `${contentHash.slice(0, 16)} ${published} ${topics.join(" ")}`;
}
