// Remembers under each key the articles that have it: how many there are, and the newest of them by number.

export interface Postings {
  add(key: number, article: number): void;
  /** Of a pair that was added. */
  remove(key: number, article: number): void;
  /** Articles that have the key, the forgotten ones too. */
  count(key: number): number;
  /** At most `most` articles, in the order they were added. */
  newest(key: number): readonly number[];
  readonly size: number;
}

/** Most keys have one article, which then stands for itself: a list would take three times the memory. */
type Entry = number | { count: number; readonly newest: number[] };

/** A list holds its `most` newest, so that reading one costs the same however many articles there are. */
export function createPostings(most: number): Postings {
  const entries = new Map<number, Entry>();
  return {
    add(key, article) {
      const entry = entries.get(key);
      if (entry === undefined) entries.set(key, article);
      else if (typeof entry === "number") entries.set(key, { count: 2, newest: [entry, article] });
      else {
        entry.count += 1;
        entry.newest.push(article);
        if (entry.newest.length > most) entry.newest.shift();
      }
    },
    remove(key, article) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      if (typeof entry === "number") {
        if (entry === article) entries.delete(key);
        return;
      }
      entry.count -= 1;
      const at = entry.newest.indexOf(article);
      if (at >= 0) entry.newest.splice(at, 1);
      if (entry.count <= 0) entries.delete(key);
    },
    count(key) {
      const entry = entries.get(key);
      if (entry === undefined) return 0;
      return typeof entry === "number" ? 1 : entry.count;
    },
    newest(key) {
      const entry = entries.get(key);
      if (entry === undefined) return [];
      return typeof entry === "number" ? [entry] : entry.newest;
    },
    get size() {
      return entries.size;
    },
  };
}
