// The contract of a feed kind: one document in, its fields as their publisher wrote them out.

type Maybe<T> = T | undefined;

export interface RawEntry {
  readonly guid: Maybe<string>;
  /** What may be the article's address, the best first. */
  readonly addresses: readonly Maybe<string>[];
  readonly title: Maybe<string>;
  /** HTML. */
  readonly content: Maybe<string>;
  /** HTML. */
  readonly excerpt: Maybe<string>;
  /** What may be its date, the best first. */
  readonly published: readonly Maybe<string>[];
  readonly updated: readonly Maybe<string>[];
  readonly authors: readonly Maybe<string>[];
  readonly categories: readonly Maybe<string>[];
  /** What may be its picture, the best first. */
  readonly images: readonly Maybe<string>[];
  readonly language: Maybe<string>;
  /** xml:base. */
  readonly base: Maybe<string>;
}

export interface RawFeed {
  readonly title: Maybe<string>;
  readonly link: Maybe<string>;
  readonly language: Maybe<string>;
  readonly ttlMinutes: Maybe<number>;
  /** xml:base. */
  readonly base: Maybe<string>;
  readonly entries: readonly RawEntry[];
}

/** Throws what the parser throws. */
export type ReadRaw = (document: string) => RawFeed;
