// The contract of the article store: what it asks of Redis, and what it promises.
import type { Redis } from "ioredis";
import type { Article, Story } from "./article.ts";
import type { Draft } from "./record.ts";

/** What the store asks of a Redis client. */
export type ArticleRedis = Pick<
  Redis,
  "eval" | "get" | "hget" | "hgetall" | "smembers" | "scard" | "zcard" | "zrange" | "zrevrank"
>;

export interface PutOptions {
  /** The source that brought it ("content"); {@link ArticleStore.hideMissing} goes by it. */
  readonly source: string;
  /** When we first saw it, should it be new. */
  readonly fetched: Date;
  /** SHA-256 of the body alone: two articles with one body are one. */
  readonly bodyHash: string;
  /** The story it belongs to, should it be new; a story of its own when absent. */
  readonly storyId?: string;
  /** True when `published` is only a guess: it never replaces the date of the first time. */
  readonly isDateGuessed?: boolean;
}

export interface PutResult {
  /** "removed": an editor removed exactly this document. */
  readonly outcome: "new" | "updated" | "unchanged" | "duplicate" | "removed";
  /** Of a duplicate the number of the article that already has the body, of a removed one 0. */
  readonly number: number;
}

export interface ArticleStore {
  put(draft: Draft, options: PutOptions): Promise<PutResult>;
  /** True when the store already holds exactly this and shows it: there is nothing to put. */
  holds(id: string, contentHash: string): Promise<boolean>;
  /** Any article that is kept, hidden ones too. */
  byNumber(number: number): Promise<Article | undefined>;
  /** In the order asked; a number without an article is left out. */
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
  /** Every article, hidden ones too, the highest number first; `before` is a number, exclusive. */
  list(wish: { readonly limit: number; readonly before?: number }): Promise<readonly Article[]>;
  /** Visible stories, the newest publication first; `before` is the story number that ended the page before. */
  latest(wish: {
    readonly topic?: string;
    readonly limit: number;
    readonly before?: number;
  }): Promise<readonly Story[]>;
  /** Visible stories with a number over the cursor, the highest first, at most 200. */
  newStoriesSince(cursor: number): Promise<readonly Story[]>;
  /** Visible stories by their numbers, in the order asked; a number without one is left out. */
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  /** The story of an article, also when every member is hidden. */
  storyOf(article: Article): Promise<Story>;
  /** Numbers of the articles published in the span, hidden ones too, the newest first, at most `limit`. */
  publishedWithin(from: Date, to: Date, limit: number): Promise<readonly number[]>;
  /** Topic id → number of visible stories, for topics that have any. */
  topicsInUse(): Promise<ReadonlyMap<string, number>>;
  /** Visible articles. */
  count(): Promise<number>;
  /** The highest number ever given, 0 at first. */
  maxNumber(): Promise<number>;
  /** The lowest number of an article that is kept, 0 when there is none. */
  minNumber(): Promise<number>;
  /** Rises with every change of the store. */
  version(): Promise<number>;
  /** Hides the articles of a source that are not among `seen`; they stay readable. Gives how many. */
  hideMissing(seen: ReadonlySet<string>, source: string): Promise<number>;
  /** Removes one for good: its number is never given again, and the same document does not come back. */
  remove(number: number): Promise<boolean>;
}
