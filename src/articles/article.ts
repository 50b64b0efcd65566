// The contract of an article as it is stored, and of the story that it belongs to.

export interface ArticleSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export interface EditedBy {
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

export interface Article {
  /** Stable for one article of one source: the same file or address gives the same id. */
  readonly id: string;
  /** Short, ever increasing, never reused: `/article 42` and `/a42`. */
  readonly number: number;
  readonly url?: string;
  /** The outlet's name as readers see it. */
  readonly source: string;
  /** Where the bytes came from: the path below the content folder, or the feed's address. */
  readonly origin: string;
  readonly title: string;
  /** The cleaned body: `paragraphs` joined by one blank line; summary offsets refer to it. */
  readonly text: string;
  readonly paragraphs: readonly string[];
  /** ISO 8601 instant. */
  readonly published: string;
  /** ISO 8601 instant at which the store first saw it. */
  readonly fetched: string;
  readonly language: string;
  /** Topic ids; `["general"]` when none is known. */
  readonly topics: readonly string[];
  readonly storyId: string;
  /** In order of choice: a shorter summary is a prefix, shown in order of `start`. */
  readonly summary: { readonly sentences: readonly ArticleSentence[]; readonly editor?: string };
  /** SHA-256 (hex) of what readers see; an unchanged hash means nothing to do. */
  readonly contentHash: string;
  /** Old already when its source was first read: never sent unasked, but found and readable. */
  readonly archive?: boolean;
  readonly pinned?: boolean;
  /** Who edited it last by hand, and when: an operator's id in Telegram, or "dashboard". */
  readonly edited?: EditedBy;
  /** Left out of digests and lists (hidden by an editor, or its file disappeared), still readable by number. */
  readonly hidden?: boolean;
  /** Address (http or https, at most 1000 characters) of the lead image; it is never fetched by us. */
  readonly image?: string;
}

/** Articles that tell the same event. A reader meets a story once. */
export interface Story {
  readonly id: string;
  /** The number of its first article, its name for ever. */
  readonly number: number;
  /**
   * What a reader's cursor is compared with: the number of its first article that is no archive piece. Absent: the story is
   * never sent unasked.
   */
  readonly freshNumber?: number;
  /** ISO 8601 instant at which the story became new to readers: its first article came that is no archive piece, else its first. */
  readonly firstSeen: string;
  /** The article that stands for the story in a digest: an archive piece only where there is no other. */
  readonly lead: Article;
  /** Article numbers, the lead's among them, oldest first. */
  readonly members: readonly number[];
  /** Names of the outlets that tell it, without repeats, the lead's first. */
  readonly sources: readonly string[];
}
