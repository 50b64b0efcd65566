// Takes a feed's text apart entry by entry, so that one entry that cannot be read costs only itself.
import { ParseError } from "feedsmith";
import type { Feed } from "../feed.ts";
import { readAtom } from "./atom.ts";
import { readJson } from "./json.ts";
import { type MendedEntry, type Mended as MendResult, mendFeed } from "./mend.ts";
import type { RawEntry, RawFeed, ReadRaw } from "./raw.ts";
import { readRdf } from "./rdf.ts";
import { readRss } from "./rss.ts";

export interface TakenEntry {
  /** Offset of its beginning in the text. */
  readonly start: number;
  /** Absent where there is trouble, and for an entry that holds nothing. */
  readonly raw?: RawEntry;
  readonly trouble?: "cut" | "deep" | "unreadable";
}

export interface Taken {
  readonly kind: Feed["kind"];
  readonly head: RawFeed;
  readonly entries: readonly TakenEntry[];
  /** Entries over the limit. */
  readonly leftOut: number;
}

const kinds = { rss: readRss, rdf: readRdf, atom: readAtom } satisfies Record<string, ReadRaw>;

const emptyHead: RawFeed = {
  title: undefined,
  link: undefined,
  language: undefined,
  ttlMinutes: undefined,
  base: undefined,
  entries: [],
};

/** Or the name of the document's first element, where that is no feed's. */
export function takeXml(text: string, maxEntries: number): Taken | Extract<MendResult, { kind: "other" }> {
  const mended = mendFeed(text, maxEntries);
  if (mended.kind === "other") return mended;
  const read = kinds[mended.kind];
  return {
    kind: mended.kind,
    head: attempt(() => read(mended.head)) ?? emptyHead,
    entries: mended.entries.map((entry) => takeEntry(entry, read)),
    leftOut: mended.leftOut,
  };
}

function takeEntry({ xml, start, trouble }: MendedEntry, read: ReadRaw): TakenEntry {
  if (trouble !== undefined) return { start, trouble };
  try {
    const raw = read(xml).entries[0];
    return { start, ...(raw !== undefined && { raw }) };
  } catch (error) {
    // feedsmith calls a feed that holds nothing at all a ParseError.
    return error instanceof ParseError ? { start } : { start, trouble: "unreadable" };
  }
}

/** Undefined for an object that is no JSON Feed. */
export function takeJson(value: unknown, text: string, maxEntries: number): Taken | undefined {
  if (typeof value !== "object" || value === null || !("items" in value) || !Array.isArray(value.items))
    return undefined;
  const { items, ...rest } = value as { readonly items: readonly unknown[] };
  const head = attempt(() => readJson({ ...rest, items: [] }));
  if (head === undefined) return undefined;
  let from = 0;
  const entries = items.slice(0, maxEntries).map((item): TakenEntry => {
    const raw = attempt(() => readJson({ ...rest, items: [item] }))?.entries[0];
    const mark = raw?.guid ?? raw?.addresses[0] ?? raw?.title;
    const at = mark === undefined ? -1 : text.indexOf(JSON.stringify(mark), from);
    if (at >= 0) from = at;
    return { start: from, ...(raw !== undefined && { raw }) };
  });
  return { kind: "json", head, entries, leftOut: items.length - entries.length };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
