// What the bot's commands need of the article store.
import type { Article, Story } from "../articles/article.ts";

export interface Shelf {
  byNumber(number: number): Promise<Article | undefined>;
  /** In the order asked; a number without an article is left out. */
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
  /** Visible stories, newest first. */
  latest(wish: { topic?: string; limit: number }): Promise<readonly Story[]>;
  storyOf(article: Article): Promise<Story>;
  maxNumber(): Promise<number>;
  /** Lowest number of a readable article, 0 for an empty store. */
  minNumber(): Promise<number>;
  /** Topic id → number of visible articles. */
  topicsInUse(): Promise<ReadonlyMap<string, number>>;
}

/** Topics by id and in words; names come from config, an unknown topic is named by its own id. */
export interface Topics {
  /** All that config or the store knows, in the order of config. */
  all(): Promise<readonly string[]>;
  name(locale: string, topic: string): string;
  /** A topic by its id or by its name in any language, insensitive to hamza, ya, tashkeel and ال. */
  find(words: string): Promise<string | undefined>;
}
