// The contract of a feed as a source: what an operator wished of it, and how its readings went.

/** What a line of config/sources.yaml, or an operator's command, says of a feed. */
export interface FeedWish {
  readonly url: string;
  /** The outlet's name as readers see it; its host where it is empty. */
  readonly name: string;
  /** Topic ids of everything it brings; empty = found by the words. */
  readonly topics: readonly string[];
  readonly language?: string;
  /** Whether the articles' pages are fetched: "auto" where the feed holds an excerpt. */
  readonly fullText: "auto" | "always" | "never";
  /** At least this long between two readings. */
  readonly intervalMinutes: number;
}

export interface FeedSource extends FeedWish {
  /** Ten hex digits, from the address as it was first written. */
  readonly id: string;
  /** "config": stands in config/sources.yaml; "added": kept in Redis, by an operator's command. */
  readonly from: "config" | "added";
}

/** What is remembered of a feed's readings. */
export interface FeedState {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Where the feed lives now: its own address answered with a permanent redirect. */
  readonly movedTo?: string;
  /** ISO 8601 instant of the first whole reading; absent until then. */
  readonly firstRead?: string;
  /** ISO 8601 instant of the last good reading. */
  readonly lastRead?: string;
  /** How long the publisher asked not to be asked again, when it was last read. */
  readonly ttlMinutes?: number;
  /** Articles that it brought so far. */
  readonly brought: number;
  /** Failed readings since the last good one. */
  readonly failures: number;
  /** Of the last failed reading; kept until a good one. */
  readonly error?: { readonly at: string; readonly reason: string; readonly mend: string };
  /** Why it is switched off; absent while it is on. */
  readonly off?: string;
  /** True once the operators know that it is off. */
  readonly isOffTold: boolean;
  /** ISO 8601 instant of the next reading. */
  readonly next?: string;
}
