// The contract of the article store: what it asks of Redis, and what it promises.
import type { Redis } from "ioredis";
import type { Article, Story } from "./article.ts";
import type { Draft } from "./record.ts";

/** What the store asks of a Redis client. */
export type ArticleRedis = Pick<
  Redis,
  | "eval"
  | "get"
  | "hget"
  | "hgetall"
  | "hmget"
  | "lrange"
  | "pipeline"
  | "set"
  | "smembers"
  | "scard"
  | "zcard"
  | "zrange"
  | "zrevrank"
>;

export interface PutOptions {
  /** The source that brought it ("content", or a feed's id); {@link ArticleStore.hideMissing} goes by it. */
  readonly source: string;
  /** When we first saw it, should it be new. */
  readonly fetched: Date;
  /** SHA-256 of the body: two articles of a source with one body are one. */
  readonly bodyHash: string;
  /** The story it belongs to, should it be new; a story of its own when absent. */
  readonly storyId?: string;
  /** True when `published` is only a guess: it never replaces the date of the first time. */
  readonly isDateGuessed?: boolean;
  /** Further names of the same article: its address, its guid. Any of them finds it again. */
  readonly aliases?: readonly string[];
  /** The article of the same source of which it is an edited copy under new names. */
  readonly replaces?: number;
  /** The highest number the caller had seen when it decided about story and copy; unchecked when absent. */
  readonly known?: number;
  /** Its fingerprint, as `encodePrint` gives it. */
  readonly print?: string;
  /** Signature of what the source sent: an equal one means nothing to do. */
  readonly raw?: string;
  /** Goes after the retention time, unless held. */
  readonly expires?: boolean;
  /** Old already when its source was first read: never sent unasked. */
  readonly isArchive?: boolean;
  /** Keys of its lines, and the list they are remembered in. */
  readonly lines?: { readonly source: string; readonly keys: readonly string[] };
}

export interface PutResult {
  /**
   * "removed": an editor removed exactly this document. "expired": it was here before and its time is over. "behind": another
   * article came in since `known`: decide again.
   */
  readonly outcome: "new" | "updated" | "unchanged" | "duplicate" | "removed" | "expired" | "behind";
  /** Of a duplicate the number of the article that is there already, of "behind" the highest number, else 0 where there is none. */
  readonly number: number;
}

/**
 * "same": exactly this was taken in and readers see it. "passed": exactly this was looked at lately and is no article. "gone": its
 * time is over, or an editor removed it. "duplicate": exactly this was looked at lately and is another article's copy.
 */
export type Known =
  | { readonly kind: "new" | "same" | "passed" | "gone" }
  | { readonly kind: "duplicate"; readonly of: number };

/** What of an article decides whether another one belongs to its story. */
export interface StoredPrint {
  readonly number: number;
  readonly storyId: string;
  readonly source: string;
  readonly print: string;
}

export interface ArticleStore {
  put(draft: Draft, options: PutOptions): Promise<PutResult>;
  /** True when the store already holds exactly this and shows it; from now on it is known by this signature of raw bytes. */
  holds(id: string, contentHash: string, raw: string): Promise<boolean>;
  /** Every name (id) of an article, none where there is no such article. */
  namesOf(number: number): Promise<readonly string[]>;
  /** What is known of each document that a source names, by all its names and the signature of its raw bytes. */
  known(
    source: string,
    documents: readonly { readonly names: readonly string[]; readonly raw: string }[],
  ): Promise<readonly Known[]>;
  /** Remembers for a week that exactly this was looked at and is no article. */
  pass(source: string, id: string, raw: string): Promise<void>;
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
  /**
   * Visible stories that are new to a reader with this cursor, the highest `freshNumber` first, at most 200; for the cursor 0 of
   * a new reader the newest publications, archive pieces too.
   */
  newStoriesSince(cursor: number): Promise<readonly Story[]>;
  /** Visible stories by their numbers, in the order asked; a number without one is left out. */
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  /** The story of an article, also when every member is hidden. */
  storyOf(article: Article): Promise<Story>;
  /** Numbers of the articles published in the span, hidden ones too, the newest first, at most `limit`. */
  publishedWithin(from: Date, to: Date, limit: number): Promise<readonly number[]>;
  /** Fingerprints of articles by their numbers; one without is left out. */
  prints(numbers: readonly number[]): Promise<readonly StoredPrint[]>;
  /** Numbers over `after`, ascending, at most `limit`. */
  numbersAfter(after: number, limit: number): Promise<readonly number[]>;
  /** Keys of the lines of the newest articles of a source, at most 100 articles. */
  linesOf(source: string): Promise<readonly (readonly string[])[]>;
  /** Forgets the lines of all articles of a source: what is learnt of its furniture begins anew. */
  forgetLines(source: string): Promise<void>;
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
  /** Something that a reader saved or follows points to the article: it does not expire until as many `release`. */
  hold(number: number): Promise<void>;
  release(number: number): Promise<void>;
  /** Removes what expires, was fetched before and is held by nobody. Gives how many went. */
  expire(fetchedBefore: Date, now: Date): Promise<number>;
}
