// What a desk does: pure work on the bytes of publishers, of any length and malice.
import { decodeBytes } from "./decode.ts";
import type { FeedResult } from "./feed.ts";
import { type FeedAbout, parseFeed } from "./feeds.ts";
import { readArticlePage } from "./formats/html.ts";
import { type Shortened, shorten } from "./shorten.ts";

export interface PageAbout {
  readonly contentType: string;
  readonly url: string;
  /** As its feed has it. */
  readonly title?: string;
}

/** Goes from thread to thread, so it holds nothing but data. */
export type DeskTask =
  | { readonly kind: "feed"; readonly bytes: Uint8Array; readonly about: FeedAbout }
  | { readonly kind: "page"; readonly bytes: Uint8Array; readonly about: PageAbout };

export function readFeed(bytes: Uint8Array, about: FeedAbout): FeedResult {
  return parseFeed(bytes, about);
}

/** As much of it as an article has; the rest need not go from thread to thread. */
export function readPage(bytes: Uint8Array, { contentType, ...about }: PageAbout): Shortened {
  return shorten(readArticlePage(decodeBytes(bytes, { contentType }), about), about.url);
}
