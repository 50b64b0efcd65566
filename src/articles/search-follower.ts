// The search of one process: its index is built from the store in the background and then follows the store's changes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Article } from "./article.ts";
import type { ArticleStore } from "./article-store.ts";
import { articleKeys } from "./keys.ts";
import { type MatchingSentence, matchingSentence } from "./matching-sentence.ts";
import { type ChangeStream, createChanges } from "./search/changes.ts";
import { createIndexer } from "./search/indexer.ts";
import { holdsPhrases, readQuery } from "./search/query.ts";
import { createSearchIndex, type SearchWish } from "./search.ts";

export interface FoundArticle {
  readonly article: Article;
  readonly score: number;
  /** Where the body answers; absent when only the title or the source does. */
  readonly sentence?: MatchingSentence;
}

export interface SearchAnswer {
  readonly total: number;
  readonly hits: readonly FoundArticle[];
  /** The index is still being built: there may be more. */
  readonly isPartial: boolean;
  /** A word stands nowhere as it was written: these hold words spelt like it. */
  readonly isNear: boolean;
}

export interface Search {
  /** The whole store is in the index, or the search was closed. Never rejects. */
  readonly ready: Promise<void>;
  /** Articles in the index, and how many there are to be, 0 while that is not known. */
  progress(): { readonly done: number; readonly total: number };
  search(words: string, wish: SearchWish): Promise<SearchAnswer>;
  close(): Promise<void>;
}

export interface SearchNeeds {
  readonly store: Pick<ArticleStore, "list" | "byNumbers" | "count">;
  /** A client of its own: it waits on it for changes. Closed with the search. */
  readonly redis: ChangeStream;
  readonly prefix: string;
  readonly log: { warn(event: string, fields?: object): void };
}

/** Between attempts while Redis answers with errors. */
const againMs = 1_000;

/** Candidates whose texts are read for a phrase. */
const phraseCandidates = 100;

export function createSearch({ store, redis, prefix, log }: SearchNeeds): Search {
  const index = createSearchIndex();
  const indexer = createIndexer(index, store);
  const changes = createChanges(redis, articleKeys(prefix).changes);
  const closing = new AbortController();
  const { signal } = closing;
  const closed = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("The search was closed")), { once: true });
  });
  closed.catch(() => undefined);
  /** A client that is closed while it waits to connect again never answers what it was asked (ioredis 5). */
  const orClosed = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, closed]);
  let isReady = false;
  let becomeReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  /** Builds, then follows. What is done after a failure is done again from the last change that is known to be in. */
  async function run(): Promise<void> {
    let isWhole = false;
    while (!signal.aborted) {
      try {
        if (!isWhole) {
          // First the place in the stream, then the articles: what changes meanwhile is read twice rather than never.
          await orClosed(changes.skipToEnd());
          await indexer.readAll(signal);
          isWhole = true;
          isReady = !signal.aborted;
          becomeReady();
        }
        const change = await orClosed(changes.next());
        await indexer.refresh(change.numbers, signal);
        change.done();
        isWhole = change.kind === "changed";
        if (!isWhole) log.warn("search.behind", { size: index.size });
      } catch (err) {
        if (signal.aborted) return;
        log.warn("search.follow-failed", { err });
        await sleep(againMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
  const running = run();

  async function visible(hits: readonly { number: number; score: number }[]) {
    const scores = new Map(hits.map(({ number, score }) => [number, score]));
    const articles = await store.byNumbers(hits.map(({ number }) => number));
    return articles
      .filter((article) => !article.hidden)
      .map((article) => ({ article, score: scores.get(article.number) ?? 0 }));
  }

  async function find(words: string, wish: SearchWish) {
    const query = readQuery(words);
    if (query.phrases.length === 0) {
      const { total, hits, isNear } = index.search(words, wish);
      const shown = await visible(hits);
      return { total: total - (hits.length - shown.length), shown, isNear };
    }
    const { hits } = index.search(words, { ...wish, offset: 0, limit: phraseCandidates });
    const fitting = (await visible(hits)).filter(({ article }) =>
      holdsPhrases([article.title, article.text], query),
    );
    const start = wish.offset ?? 0;
    return { total: fitting.length, shown: fitting.slice(start, start + wish.limit), isNear: false };
  }

  return {
    ready,
    progress: () => ({ done: index.size, total: indexer.expected() }),
    async search(words, wish) {
      const isPartial = !isReady;
      const { total, shown, isNear } = await find(words, wish);
      const hits = shown.map((hit) => {
        const sentence = matchingSentence(hit.article, words);
        return { ...hit, ...(sentence !== undefined && { sentence }) };
      });
      return { total, hits, isPartial, isNear };
    },
    async close() {
      closing.abort();
      redis.disconnect();
      await running;
      becomeReady();
    },
  };
}
