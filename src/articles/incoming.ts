// The contract of what comes in: one article to be, by name, before anybody has read it.
import { createHash } from "node:crypto";
import type { RawDocument, SourceItem, Unreadable } from "../sources/source.ts";
import { isDocument } from "../sources/source.ts";
import type { ParseResult } from "./format.ts";
import { parseDocument } from "./parse.ts";
import type { FurnitureRule } from "./step.ts";
import type { TopicWords } from "./topics.ts";

export interface Incoming {
  /** Stable for one article of one source. */
  readonly id: string;
  /** Further names under which the same article may come again. */
  readonly aliases: readonly string[];
  /** Where it came from, as `Article.origin` keeps it and as faults name it. */
  readonly origin: string;
  /** What faults call it, where its origin holds several: an entry of a feed. */
  readonly entry?: string;
  /** Of the raw bytes: an equal signature means nothing to do. */
  readonly signature: string;
  /** Its date where it tells none. */
  readonly modified: Date;
  /** Topics that its place gives it: its folder's, its feed's. Empty: the words decide. */
  readonly topics: readonly string[];
  /** The outlet, where the source knows it better than the document. */
  readonly outlet?: string;
  /** Told by an operator; found by the letters when absent. */
  readonly language?: string;
  /** True where loading asks a publisher's server. */
  readonly isFetched?: boolean;
  /** Reads it; only called where the signature is new. Must not throw for what it reads. */
  load(): Promise<Loaded>;
}

export interface Loaded {
  readonly result: ParseResult;
  /** Differs from the one announced where the reading is not complete and should be tried again. */
  readonly signature: string;
}

/** The id of a document: the same source and path give the same id for ever. */
export function documentId(source: string, path: string): string {
  return hash([source, path]).slice(0, 24);
}

/** One document of a folder. `reading` stands for the rules it is read by: under other rules it is read again. */
export function fromDocument(document: RawDocument, source: string, reading: string): Incoming {
  const { path, bytes, modified, topic } = document;
  const signature = createHash("sha1").update(reading).update(bytes).digest("base64url");
  return {
    id: documentId(source, path),
    aliases: [],
    origin: path,
    signature,
    modified,
    topics: topic === undefined ? [] : [topic],
    load: async () => ({ result: parseDocument(bytes, path), signature }),
  };
}

/** The documents of a folder, and what of it could not be read. */
export async function* fromFolder(
  items: AsyncIterable<SourceItem>,
  source: string,
  reading: string,
): AsyncGenerator<Incoming | Unreadable> {
  for await (const item of items) yield isDocument(item) ? fromDocument(item, source, reading) : item;
}

/** SHA-256 (hex) of a value as JSON. */
export function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** Raised when the code reads documents in another way: all are read again at the next start. */
const readingVersion = 1;

/** Stands for the rules by which documents are read and summarised. */
export function readingOf(rules: {
  readonly boilerplate: readonly FurnitureRule[];
  readonly topics: readonly TopicWords[];
  readonly summarySentences: number;
}): string {
  const furniture = rules.boilerplate.map(({ id, where, drops, pattern }) => [
    id,
    where,
    drops,
    pattern.source,
  ]);
  const topics = rules.topics.map(({ id, words }) => [id, words]);
  return hash([readingVersion, furniture, topics, rules.summarySentences]);
}
