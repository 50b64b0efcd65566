// STUB until the feeds branch is merged.
import type { FeedEntry } from "./feed.ts";
import type { Parsed } from "./format.ts";
import { readPage } from "./html-page.ts";

export function toParsed(entry: FeedEntry): Parsed {
  const html = entry.content ?? entry.excerpt ?? "";
  const blocks = readPage(html).blocks.map(({ kind, text }) => ({ kind, text }));
  return {
    ...(entry.title !== undefined && { title: entry.title }),
    ...(entry.published !== undefined && { published: entry.published }),
    blocks,
    isRaw: true,
  };
}

export function isExcerpt(entry: FeedEntry): boolean {
  return entry.content === undefined;
}
