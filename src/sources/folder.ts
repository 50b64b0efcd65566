// Brings in the documents of a folder: sub-folders are topics, and what cannot be read is named.
import { readFile } from "node:fs/promises";
import type { RawDocument, SourceItem, Unreadable } from "./source.ts";
import { toUnreadable, walkFolder } from "./walk.ts";

export interface FolderLimits {
  /** Larger files are named and left out; 5 MiB when absent. */
  readonly maxBytes?: number;
}

const defaultMaxBytes = 5 * 1024 * 1024;

/**
 * Reads every document below `dir`, in code-unit order of the paths. Dot files and README files are skipped.
 * A missing folder yields no document and one {@link Unreadable} that names it.
 */
export async function* readFolder(dir: string, limits: FolderLimits = {}): AsyncGenerator<SourceItem> {
  const maxBytes = limits.maxBytes ?? defaultMaxBytes;
  for await (const found of walkFolder(dir)) {
    if (found.kind === "unreadable") yield found.item;
    if (found.kind !== "file" || isReadme(found.path)) continue;
    yield found.stats.size > maxBytes
      ? tooLarge(found.path, found.stats.size, maxBytes)
      : await readDocument(found.full, found.path, found.stats.mtime);
  }
}

async function readDocument(full: string, path: string, modified: Date): Promise<SourceItem> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(full);
  } catch (error) {
    return toUnreadable(path, "file", error);
  }
  if (isBinary(bytes)) {
    return { path, kind: "file", reason: "it is binary, not text", mend: "keep only text documents here" };
  }
  const slash = path.indexOf("/");
  const document: RawDocument = { source: "content", path, bytes, modified };
  return slash < 0 ? document : { ...document, topic: path.slice(0, slash) };
}

function tooLarge(path: string, size: number, maxBytes: number): Unreadable {
  const reason = `it is too large: ${size} bytes, at most ${maxBytes} are read`;
  return { path, kind: "file", reason, mend: "split it into one file an article" };
}

function isReadme(path: string): boolean {
  return /(^|\/)readme(\.[^/]*)?$/i.test(path);
}

/** A NUL byte never occurs in text, except in UTF-16, which announces itself by its first two bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 64 * 1024).includes(0);
}
