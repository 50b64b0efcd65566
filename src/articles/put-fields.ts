// What the store's script that takes an article in is told of it, by name.
import type { PutOptions } from "./article-store.ts";
import { type Draft, storyNumber, toJson } from "./record.ts";

/** Every value is a string, as Redis takes them; a field that is absent is nil in the script. */
export interface PutFields {
  /** Names by line: the first is the article's own id, the others are further names of it. */
  readonly names: string;
  /** Of the content. */
  readonly hash: string;
  /** Hash of the body. */
  readonly body: string;
  readonly json: string;
  /** ISO 8601. */
  readonly published: string;
  readonly publishedMs: string;
  /** "1" when the date is only a guess. */
  readonly isGuess?: string;
  /** ISO 8601. */
  readonly fetched: string;
  readonly fetchedMs: string;
  /** Number of the story to join. */
  readonly joins?: string;
  /** "editor", or "". */
  readonly hidden: string;
  /** By line. */
  readonly topics: string;
  readonly source: string;
  /** "1" for an archive piece, or "". */
  readonly archive: string;
  /** Number of the article of this source that it replaces. */
  readonly replaces?: string;
  /** Highest number that the caller knew. */
  readonly known?: string;
  readonly print: string;
  /** Signature of the raw bytes. */
  readonly raw: string;
  /** "1" when it goes after the retention time. */
  readonly expires?: string;
  /** Keys of its lines, and the list that they are remembered in. */
  readonly lines?: string;
  readonly list?: string;
}

/** What is false, or nothing at all, is left out. */
export function toPutFields(draft: Draft, options: PutOptions): PutFields {
  const { source, fetched, known, replaces, lines } = options;
  const joins = options.storyId === undefined ? undefined : storyNumber(options.storyId);
  return {
    names: [draft.id, ...(options.aliases ?? [])].join("\n"),
    hash: draft.contentHash,
    body: options.bodyHash,
    json: toJson(draft),
    published: draft.published,
    publishedMs: String(Date.parse(draft.published)),
    ...(options.isDateGuessed && { isGuess: "1" }),
    fetched: fetched.toISOString(),
    fetchedMs: String(fetched.getTime()),
    ...(joins !== undefined && { joins: String(joins) }),
    hidden: draft.hidden ? "editor" : "",
    topics: draft.topics.join("\n"),
    source,
    archive: options.isArchive ? "1" : "",
    ...(replaces !== undefined && { replaces: String(replaces) }),
    ...(known !== undefined && { known: String(known) }),
    print: options.print ?? "",
    raw: options.raw ?? "",
    ...(options.expires && { expires: "1" }),
    ...(lines !== undefined && lines.keys.length > 0 && { lines: lines.keys.join(" "), list: lines.source }),
  };
}
