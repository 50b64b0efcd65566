// Finds the story that a new article belongs to among the recent articles of the store.
import type { Article } from "./article.ts";
import type { ArticleStore } from "./article-store.ts";
import { type Fingerprint, findStory, toFingerprint, windowMs } from "./cluster.ts";

export interface StoryFinder {
  /** The story that tells the same event; undefined when none does. */
  find(article: Pick<Article, "title" | "text" | "published">): Promise<string | undefined>;
  /** Call it when an article changed: it is read anew when it is compared next. */
  forget(number: number): void;
}

/** Recent articles that a new one is compared with. */
const comparedWith = 300;

/** Fingerprints kept, about 10 kB each; the oldest goes first. */
const kept = 2000;

export function createStoryFinder(store: Pick<ArticleStore, "byNumber" | "publishedWithin">): StoryFinder {
  const fingerprints = new Map<number, Fingerprint>();

  async function fingerprintOf(number: number): Promise<Fingerprint | undefined> {
    const known = fingerprints.get(number);
    if (known !== undefined) return known;
    const article = await store.byNumber(number);
    if (article === undefined) return undefined;
    const made = toFingerprint(article);
    fingerprints.set(number, made);
    const oldest = fingerprints.size > kept ? fingerprints.keys().next().value : undefined;
    if (oldest !== undefined) fingerprints.delete(oldest);
    return made;
  }

  return {
    async find(article) {
      const published = Date.parse(article.published);
      const [from, to] = [new Date(published - windowMs), new Date(published + windowMs)];
      const numbers = await store.publishedWithin(from, to, comparedWith);
      const recent = await Promise.all(numbers.map(fingerprintOf));
      const candidate = toFingerprint({ ...article, storyId: "" });
      return findStory(
        candidate,
        recent.filter((one) => one !== undefined),
      );
    },
    forget(number) {
      fingerprints.delete(number);
    },
  };
}
