// Keeps articles and stories in Redis: numbers are given once, changes are atomic, reads are cached per version.
import type { Redis } from "ioredis";
import type { Article, Story } from "./article.ts";
import { articleKeys } from "./keys.ts";
import { createReader } from "./reader.ts";
import { type Draft, storyNumber, toJson } from "./record.ts";
import { hideScript, holdsScript, putScript, removeScript } from "./scripts.ts";

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

/** Ids a script hides at once, so that no script holds Redis for long. */
const hideBatch = 500;

export function createArticleStore(redis: ArticleRedis, prefix: string): ArticleStore {
  const keys = articleKeys(prefix);
  const version = async (): Promise<number> => Number((await redis.get(keys.version)) ?? 0);
  const reader = createReader(redis, keys, version);
  const run = (script: string, ...args: string[]): Promise<unknown> =>
    redis.eval(script, 1, keys.base, ...args);

  return {
    version,
    ...reader,

    async put(draft, { source, fetched, bodyHash, storyId, isDateGuessed }) {
      const [outcome, number] = (await run(
        putScript,
        draft.id,
        draft.contentHash,
        bodyHash,
        toJson(draft),
        draft.published,
        String(Date.parse(draft.published)),
        isDateGuessed ? "1" : "",
        fetched.toISOString(),
        String((storyId === undefined ? undefined : storyNumber(storyId)) ?? ""),
        draft.hidden ? "editor" : "",
        draft.topics.join("\n"),
        source,
      )) as [PutResult["outcome"], number];
      return { outcome, number };
    },

    async holds(id, contentHash) {
      return (await run(holdsScript, id, contentHash)) === 1;
    },

    async publishedWithin(from, to, limit) {
      const [high, low] = [to.getTime(), from.getTime()];
      return (await redis.zrange(keys.published, high, low, "BYSCORE", "REV", "LIMIT", 0, limit)).map(Number);
    },

    async count() {
      const [all, hidden] = await Promise.all([redis.zcard(keys.numbers), redis.scard(keys.hidden)]);
      return all - hidden;
    },

    async maxNumber() {
      return Number((await redis.get(keys.sequence)) ?? 0);
    },

    async minNumber() {
      return Number((await redis.zrange(keys.numbers, 0, 0))[0] ?? 0);
    },

    async hideMissing(seen, source) {
      const missing = (await redis.smembers(keys.source(source))).filter((id) => !seen.has(id)).sort();
      let count = 0;
      for (let start = 0; start < missing.length; start += hideBatch) {
        count += Number(await run(hideScript, ...missing.slice(start, start + hideBatch)));
      }
      return count;
    },

    async remove(number) {
      return (await run(removeScript, String(number))) === 1;
    },
  };
}
