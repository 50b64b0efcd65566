// The contract of a feed: the bytes of one in, its entries and everything that could not be read out.
import type { DocumentFault } from "./format.ts";

/** One entry as its publisher wrote it; nothing is cleaned yet. */
export interface FeedEntry {
  /** RSS guid, Atom id, JSON Feed id; absent when the feed gives none. */
  readonly guid?: string;
  /** Absolute http(s) address of the article. */
  readonly url?: string;
  /** Plain text, entities decoded. */
  readonly title?: string;
  /** The whole article as HTML, where the feed carries it (content:encoded, Atom content, content_html). */
  readonly content?: string;
  /** The publisher's excerpt as HTML (description, summary). */
  readonly excerpt?: string;
  /** ISO 8601 instant; absent when missing or impossible (then `faults` of the feed name it). */
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Absolute address of the lead image. */
  readonly image?: string;
  readonly language?: string;
}

export interface FeedFault extends DocumentFault {
  /** Because of it one entry is no article: counted as rejected. Not set where the end of the bytes cut it. */
  readonly isEntryLost?: true;
}

export interface Feed {
  readonly kind: "rss" | "rdf" | "atom" | "json";
  readonly title?: string;
  /** The site that the feed belongs to. */
  readonly link?: string;
  readonly language?: string;
  /** How long the publisher asks not to be asked again: RSS ttl, sy:updatePeriod and updateFrequency. */
  readonly ttlMinutes?: number;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
  /** Entries that could not be read, fields that were dropped, entries left out: named, with line and mend. */
  readonly faults: readonly FeedFault[];
}

export type FeedResult =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };
