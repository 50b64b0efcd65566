// Names every Redis key of the article store.

export interface ArticleKeys {
  /** Begins every key; the braces put all of them into one Cluster slot, so that one script may touch them. */
  readonly base: string;
  /** The last number given. */
  readonly sequence: string;
  /** Stream: number and what (put | gone) of each change, the newest 10,000. */
  readonly changes: string;
  /** Hash: number → how many saved or followed items point to it; such an article does not expire. */
  readonly held: string;
  /** Sorted set: numbers of the articles that expire, by the time they were fetched (ms). */
  readonly expiring: string;
  /** Sorted set: names of expired articles by the time they went (ms). */
  readonly expired: string;
  /** Raised at each change that a reader could see. */
  readonly version: string;
  /** Signature of a document that was not taken, and the number of the article whose copy it is, or 0; goes after a week. */
  readonly passed: (source: string, id: string) => string;
  /** Hash: each name (id) of an article → number. */
  readonly ids: string;
  /** Hash: hash of a body → id of the article that owns it. */
  readonly texts: string;
  /** Hash: id of an article that an editor removed → its content hash then. */
  readonly removed: string;
  /** Sorted set: every article's number by itself. */
  readonly numbers: string;
  /** Sorted set: every article's number by its publication (ms). */
  readonly published: string;
  /** Set: numbers of hidden articles. */
  readonly hidden: string;
  /** Set: every topic that any story ever had. */
  readonly topics: string;
  /** Sorted set: visible stories' numbers by the number that makes them new to readers; archive pieces make none. */
  readonly stories: string;
  /** Sorted set: visible stories' numbers by the publication of their lead (ms). */
  readonly latest: string;
  readonly article: (number: number) => string;
  readonly story: (number: number) => string;
  /** Sorted set as `latest`, of one topic. */
  readonly topic: (id: string) => string;
  /** Set: ids of the articles of one source. */
  readonly source: (source: string) => string;
  /** Set: the names of the lists of lines of one source, which has one for each outlet that it names. */
  readonly lists: (source: string) => string;
  /** List: keys of the lines of each of the newest articles on one list, the newest first. */
  readonly lines: (list: string) => string;
}

export function articleKeys(prefix: string): ArticleKeys {
  const base = `{${prefix}}:`;
  return {
    base,
    sequence: `${base}articles:sequence`,
    changes: `${base}articles:changes`,
    held: `${base}articles:held`,
    expiring: `${base}articles:expiring`,
    expired: `${base}articles:expired`,
    version: `${base}articles:version`,
    passed: (source, id) => `${base}articles:passed:${source}:${id}`,
    ids: `${base}articles:ids`,
    texts: `${base}articles:texts`,
    removed: `${base}articles:removed`,
    numbers: `${base}articles:numbers`,
    published: `${base}articles:published`,
    hidden: `${base}articles:hidden`,
    topics: `${base}articles:topics`,
    stories: `${base}stories:visible`,
    latest: `${base}stories:latest`,
    article: (number) => `${base}article:${number}`,
    story: (number) => `${base}story:${number}`,
    topic: (id) => `${base}stories:topic:${id}`,
    source: (source) => `${base}articles:source:${source}`,
    lists: (source) => `${base}articles:lists:${source}`,
    lines: (list) => `${base}articles:lines:${list}`,
  };
}

/** A number as a member of a sorted set: padded, so that equal scores sort by number. */
export function toMember(number: number): string {
  return String(number).padStart(10, "0");
}
