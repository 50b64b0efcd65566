// The contract of a source: what it brings in, document by document, and what it could not bring and why.

/** The bytes of one document as its publisher wrote them; nobody has read them yet. */
export interface RawDocument {
  /** Which source it came from: "content" for the content folder, a feed's address for a feed. */
  readonly source: string;
  /** Where inside the source, with forward slashes: the path below the folder. */
  readonly path: string;
  /** The first folder of the path; absent for a document that lies at the top. */
  readonly topic?: string;
  readonly bytes: Uint8Array;
  readonly modified: Date;
}

/** Something that is there but cannot be brought in. */
export interface Unreadable {
  /** Below the source, with forward slashes; "." is the source itself. */
  readonly path: string;
  readonly reason: string;
  readonly mend: string;
  /** "folder": what lies below it is unknown, so nothing may be concluded from its absence. */
  readonly kind: "file" | "folder";
}

export type SourceItem = RawDocument | Unreadable;

/** True for a document, false for what could not be read. */
export function isDocument(item: SourceItem): item is RawDocument {
  return "bytes" in item;
}
