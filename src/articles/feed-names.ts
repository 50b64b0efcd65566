// Tells which article each entry of a feed is: its names, once per article, the oldest first.
import type { FeedSource } from "../sources/feedSource.ts";
import { addressName } from "./address.ts";
import type { Feed, FeedEntry, FeedFault } from "./feed.ts";
import { toPlainText } from "./feeds/plain-text.ts";
import type { DocumentFault } from "./format.ts";
import { hash } from "./incoming.ts";

export interface NamedEntry {
  readonly entry: FeedEntry;
  /** The most trustworthy of its names. */
  readonly id: string;
  /** Further names of the same article. */
  readonly aliases: readonly string[];
}

/** What a feed's entries came to. */
export interface NamedEntries {
  readonly named: readonly NamedEntry[];
  /** Ids that several articles bear, entries that stand there again, and entries that cannot be told apart from others. */
  readonly faults: readonly FeedFault[];
}

/**
 * So many entries with headlines of their own are not one article, though one name stands on all: an id that its publisher gave
 * twice, the address of a home page. Two headlines at one address are one article under a new headline.
 */
const tooMany = { guid: 2, address: 3 } as const;

/**
 * The oldest first, by date, for numbers rise with time; feeds put the newest first, so entries without a date come in the order
 * from the end, before the others. Of entries with a name in common only the newest stays, or they would replace each other with
 * every reading. Left out is an entry that has neither address nor id nor title.
 */
export function nameEntries(feed: Feed, source: Pick<FeedSource, "url">): NamedEntries {
  const all = feed.entries.map((entry) => ({ entry, names: namesOf(entry, feed, source) }));
  const { shared, faults } = sharedNames(all, source.url);
  const seen = new Set<string>();
  const kept: NamedEntry[] = [];
  const lost: FeedFault[] = [];
  let repeated = 0;
  for (const { entry, names } of all.toSorted(newestFirst)) {
    const own = names.filter(({ id }) => !shared.has(id)).map(({ id }) => id);
    const [id, ...aliases] = own.length > 0 ? own : titleName(entry, feed, source);
    if (id === undefined) {
      lost.push(hasNoName(entry, source.url));
      continue;
    }
    if ([id, ...aliases].some((name) => seen.has(name))) {
      repeated += 1;
      continue;
    }
    for (const name of [id, ...aliases]) seen.add(name);
    kept.push({ entry, id, aliases });
  }
  const again = repeated > 0 ? [standsAgain(repeated, source.url)] : [];
  return { named: kept.toReversed(), faults: [...faults, ...lost, ...again] };
}

function hasNoName({ content, excerpt }: FeedEntry, file: string): FeedFault {
  const start = toPlainText(content ?? excerpt ?? "").slice(0, 60);
  const message = `entry "${start}": it has no title, no address and no id`;
  const mend = "its publisher should give it a title and the address of its page; it is left out";
  return { file, line: 0, message, mend, isEntryLost: true };
}

function standsAgain(count: number, file: string): DocumentFault {
  const message = `${count} ${count === 1 ? "entry stands" : "entries stand"} there again`;
  return { file, line: 0, message, mend: "nothing is needed: the newest of each is taken" };
}

interface Name {
  readonly kind: "guid" | "address";
  readonly id: string;
}

interface Named {
  readonly entry: FeedEntry;
  readonly names: readonly Name[];
}

function namesOf(entry: FeedEntry, feed: Feed, source: Pick<FeedSource, "url">): Name[] {
  const { url, guid } = entry;
  const address = url === undefined ? undefined : articleAddress(url);
  const guidAddress = guid === undefined ? undefined : articleAddress(guid);
  const names: Name[] = [];
  if (address !== undefined) names.push({ kind: "address", id: nameOf("address", address) });
  if (guidAddress !== undefined) {
    const id = nameOf("address", guidAddress);
    if (guidAddress !== address) names.push({ kind: "guid", id });
  } else if (guid !== undefined && guid !== "") {
    // An id is unique inside of its outlet only: many say «123».
    names.push({ kind: "guid", id: nameOf("guid", hostOf(feed, source), guid) });
  }
  return names;
}

function titleName({ title }: FeedEntry, feed: Feed, source: Pick<FeedSource, "url">): string[] {
  return title === undefined ? [] : [nameOf("title", hostOf(feed, source), title)];
}

/** A home page is no article. */
function articleAddress(address: string): string | undefined {
  const name = addressName(address);
  return name !== undefined && /[/?#]/.test(name) ? name : undefined;
}

function sharedNames(
  all: readonly Named[],
  file: string,
): { readonly shared: ReadonlySet<string>; readonly faults: readonly DocumentFault[] } {
  const bearers = new Map<string, { kind: Name["kind"]; headlines: Set<string>; entry: FeedEntry }>();
  for (const { entry, names } of all) {
    const headline = entry.title ?? entry.content ?? entry.excerpt ?? entry.url ?? "";
    for (const { kind, id } of names) {
      const known = bearers.get(id) ?? { kind, headlines: new Set<string>(), entry };
      known.headlines.add(headline);
      bearers.set(id, known);
    }
  }
  const found = [...bearers].filter(([, { kind, headlines }]) => headlines.size >= tooMany[kind]);
  const faults = found.map(([, { kind, headlines, entry }]): DocumentFault => {
    const name = (kind === "guid" ? entry.guid : entry.url) ?? "";
    return {
      file,
      line: 0,
      message: `${headlines.size} articles have the ${kind === "guid" ? "id" : "address"} "${name.slice(0, 60)}"`,
      mend: "its publisher should give each one of its own; they are told apart by what else they have",
    };
  });
  return { shared: new Set(found.map(([id]) => id)), faults };
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
