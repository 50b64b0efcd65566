// Tells which article each entry of a feed is: its names, once per article, the oldest first.
import type { FeedSource } from "../sources/feedSource.ts";
import { addressName } from "./address.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { hash } from "./incoming.ts";

export interface NamedEntry {
  readonly entry: FeedEntry;
  /** The most trustworthy of its names. */
  readonly id: string;
  /** Further names of the same article. */
  readonly aliases: readonly string[];
}

/** So many entries with texts of their own are not one article, though one name stands on all: a home page, a guid "0". */
const tooMany = 3;

/**
 * The oldest first, by date, for numbers rise with time; feeds put the newest first, so entries without a date come in the order
 * from the end, before the others. Of entries with a name in common only the newest stays, or they would replace each other with
 * every reading. Left out is an entry that has neither address nor id nor title.
 */
export function nameEntries(feed: Feed, source: Pick<FeedSource, "url">): readonly NamedEntry[] {
  const all = feed.entries.map((entry) => ({ entry, names: namesOf(entry, feed, source) }));
  const shared = sharedNames(all);
  const seen = new Set<string>();
  const kept: NamedEntry[] = [];
  for (const { entry, names } of all.toSorted(newestFirst)) {
    const own = names.filter((name) => !shared.has(name));
    const [id, ...aliases] = own.length > 0 ? own : titleName(entry, feed, source);
    if (id === undefined || [id, ...aliases].some((name) => seen.has(name))) continue;
    for (const name of [id, ...aliases]) seen.add(name);
    kept.push({ entry, id, aliases });
  }
  return kept.toReversed();
}

interface Named {
  readonly entry: FeedEntry;
  readonly names: readonly string[];
}

function namesOf(entry: FeedEntry, feed: Feed, source: Pick<FeedSource, "url">): string[] {
  const { url, guid } = entry;
  const address = url === undefined ? undefined : articleAddress(url);
  const guidAddress = guid === undefined ? undefined : articleAddress(guid);
  const names: string[] = [];
  if (address !== undefined) names.push(nameOf("address", address));
  if (guidAddress !== undefined) names.push(nameOf("address", guidAddress));
  // An id is unique inside of its outlet only: many say «123».
  else if (guid !== undefined && guid !== "") names.push(nameOf("guid", hostOf(feed, source), guid));
  return [...new Set(names)];
}

function titleName({ title }: FeedEntry, feed: Feed, source: Pick<FeedSource, "url">): string[] {
  return title === undefined ? [] : [nameOf("title", hostOf(feed, source), title)];
}

/** A home page is no article. */
function articleAddress(address: string): string | undefined {
  const name = addressName(address);
  return name !== undefined && /[/?#]/.test(name) ? name : undefined;
}

function sharedNames(all: readonly Named[]): ReadonlySet<string> {
  const texts = new Map<string, Set<string>>();
  for (const { entry, names } of all) {
    const text = entry.title ?? entry.content ?? entry.excerpt ?? "";
    for (const name of names) texts.set(name, (texts.get(name) ?? new Set()).add(text));
  }
  return new Set([...texts].filter(([, of]) => of.size >= tooMany).map(([name]) => name));
}

function newestFirst({ entry: a }: Named, { entry: b }: Named): number {
  const [first, second] = [a.published ?? "", b.published ?? ""];
  return first === second ? 0 : first < second ? 1 : -1;
}

function nameOf(...parts: readonly string[]): string {
  return hash(parts).slice(0, 24);
}

function hostOf({ link }: Pick<Feed, "link">, { url }: Pick<FeedSource, "url">): string {
  return addressName(link ?? url)?.split("/")[0] ?? url;
}
