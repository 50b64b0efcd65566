// The contract of a content format: bytes of one document in, a parsed article or a fault out.

/** A stretch of the document as it was written, before cleaning. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "list";
  readonly text: string;
  /** What the markup says it is, where that is no text: "related", "share". The cleaner drops it, on record. */
  readonly mark?: string;
}

export interface Parsed {
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** ISO 8601 instant. */
  readonly published?: string;
  readonly source?: string;
  readonly url?: string;
  readonly topics?: readonly string[];
  /** An editor's own summary: it wins over ours. */
  readonly summary?: string;
  readonly pinned?: boolean;
  readonly hidden?: boolean;
  /** Absolute address of the lead image. */
  readonly image?: string;
  /** True where the text may be a raw scrape: titles repeated, furniture around the body. */
  readonly isRaw: boolean;
}

/** What is wrong with a document, and how to mend it. `line` is 1-based. */
export interface DocumentFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: Parsed }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

export interface Format {
  /** File name endings, lower case, with the dot. */
  readonly endings: readonly string[];
  readonly parse: (text: string, file: string) => ParseResult;
}
