// Finds the story that a new article belongs to among the recent articles of the store.
import type { Article } from "./article.ts";
import type { ArticleStore } from "./article-store.ts";
import { toPrint } from "./print.ts";
import { createStoryIndex, windowMs } from "./story-index.ts";

export interface StoryFinder {
  /** The story that tells the same event; undefined when none does. */
  find(article: Pick<Article, "title" | "text" | "published" | "language">): Promise<string | undefined>;
  /** Call it when an article changed: it is read anew when it is compared next. */
  forget(number: number): void;
}

/** Recent articles that a new one is compared with. */
const comparedWith = 300;

export function createStoryFinder(store: Pick<ArticleStore, "byNumber" | "publishedWithin">): StoryFinder {
  const index = createStoryIndex();
  let indexed: ReadonlySet<number> = new Set();

  /** The index holds these articles and no others. */
  async function hold(numbers: readonly number[]): Promise<void> {
    const wanted = new Set(numbers);
    for (const number of indexed) if (!wanted.has(number)) index.remove(number);
    const missing = numbers.filter((number) => !index.has(number)).sort((a, b) => a - b);
    const articles = await Promise.all(missing.map((number) => store.byNumber(number)));
    for (const article of articles)
      if (article !== undefined) index.add(article.number, article.storyId, article.source, toPrint(article));
    indexed = wanted;
  }

  return {
    async find(article) {
      const published = Date.parse(article.published);
      const [from, to] = [new Date(published - windowMs), new Date(published + windowMs)];
      await hold(await store.publishedWithin(from, to, comparedWith));
      return index.find(toPrint(article))?.storyId;
    },
    forget(number) {
      index.remove(number);
    },
  };
}
