// Remembers under each key the articles that have it: the newest of them, and how many stories there are among them all.

export interface Postings {
  add(key: number, article: number): void;
  /** Of a pair that was added. */
  remove(key: number, article: number): void;
  /** Stories that have the key; a story of many articles counts once, else a great story would make its own names common. */
  stories(key: number): number;
  /** At most `most` articles, in the order they were added. */
  newest(key: number): readonly number[];
}

/** Most keys have one article, which then stands for itself: a list would take three times the memory. */
type Entry = number | { count: number; stories: number; readonly newest: number[] };

/**
 * A list holds its `most` newest, so that reading one costs the same however many articles there are. `storyOf` must know an
 * article from before it is added until after it is removed; only the newest are asked, so that the number of stories is a good
 * guess where a key has more articles than a list holds.
 */
export function createPostings(most: number, storyOf: (article: number) => string | undefined): Postings {
  const entries = new Map<number, Entry>();
  const hasStory = (articles: readonly number[], article: number): boolean => {
    const story = storyOf(article);
    return articles.some((other) => other !== article && storyOf(other) === story);
  };
  return {
    add(key, article) {
      const known = entries.get(key);
      if (known === undefined) {
        entries.set(key, article);
        return;
      }
      const entry = typeof known === "number" ? { count: 1, stories: 1, newest: [known] } : known;
      if (!hasStory(entry.newest, article)) entry.stories += 1;
      entry.count += 1;
      entry.newest.push(article);
      if (entry.newest.length > most) entry.newest.shift();
      entries.set(key, entry);
    },
    remove(key, article) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      if (typeof entry === "number") {
        if (entry === article) entries.delete(key);
        return;
      }
      if (!hasStory(entry.newest, article)) entry.stories = Math.max(1, entry.stories - 1);
      entry.count -= 1;
      const at = entry.newest.indexOf(article);
      if (at >= 0) entry.newest.splice(at, 1);
      if (entry.count <= 0) entries.delete(key);
    },
    stories(key) {
      const entry = entries.get(key);
      if (entry === undefined) return 0;
      return typeof entry === "number" ? 1 : entry.stories;
    },
    newest(key) {
      const entry = entries.get(key);
      if (entry === undefined) return [];
      return typeof entry === "number" ? [entry] : entry.newest;
    },
  };
}
