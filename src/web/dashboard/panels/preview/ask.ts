// Reads from the page's question whose digest is to be seen: a segment's, or that of a reader by number.
import { newSubscriber } from "../../../../subscribers/defaults.ts";
import { type Length, lengths, type Subscriber } from "../../../../subscribers/subscriber.ts";
import { addToLists, splitWordList, type WordLists } from "../../../../subscribers/words.ts";
import { toLatinDigits } from "../../../../text/digits.ts";
import { readNumber } from "../articles/readNumber.ts";

/** Hours since the last digest of a segment; 0: its first digest. */
export const spans = [6, 12, 24, 48, 0] as const;
export type Span = (typeof spans)[number];

export interface Segment {
  readonly locale: string;
  readonly zone: string;
  readonly length: Length;
  readonly items: number;
  /** None: all. */
  readonly topics: readonly string[];
  readonly follow: readonly string[];
  readonly block: readonly string[];
  readonly span: Span;
}

export interface AskNeeds {
  readonly locales: readonly string[];
  readonly usual: Pick<Segment, "locale" | "zone" | "length" | "items">;
}

export type Asked =
  | { readonly kind: "nothing" }
  | { readonly kind: "reader"; readonly number: number }
  | { readonly kind: "segment" };

/** Which of the two forms was sent, if any. */
export function askedOf(query: URLSearchParams): Asked {
  const reader = query.get("reader");
  if (reader !== null && reader.trim() !== "") return { kind: "reader", number: readNumber(reader) ?? 0 };
  return { kind: query.has("items") ? "segment" : "nothing" };
}

/** What is missing or wrong is as usual; the zone is named in `wrong` where there is none of that name. */
export function segmentOf(
  query: URLSearchParams,
  { locales, usual }: AskNeeds,
  topics: readonly string[],
): Segment & { readonly wrongZone?: string } {
  const zone = (query.get("zone") ?? "").trim() || usual.zone;
  const isZone = isKnownZone(zone);
  const items = Number(toLatinDigits(query.get("items") ?? ""));
  const span = spans.find((hours) => String(hours) === query.get("since"));
  const lists = wordsOf(query);
  return {
    locale: locales.find((code) => code === query.get("locale")) ?? usual.locale,
    zone: isZone ? zone : usual.zone,
    ...(!isZone && { wrongZone: zone.slice(0, 64) }),
    length: lengths.find((name) => name === query.get("length")) ?? usual.length,
    items: Number.isInteger(items) && items >= 1 && items <= 20 ? items : usual.items,
    topics: topics.filter((topic) => query.getAll("topic").includes(topic)),
    ...lists,
    span: span ?? 24,
  };
}

/** The words as a reader's lists would hold them. */
function wordsOf(query: URLSearchParams): WordLists {
  let lists: WordLists = { follow: [], block: [] };
  for (const list of ["follow", "block"] as const) {
    for (const words of splitWordList((query.get(list) ?? "").slice(0, 2_000))) {
      lists = addToLists(lists, list, words).lists;
    }
  }
  return lists;
}

/** A reader with these settings; `cursor` is how far the reader's digests have come. */
export function readerOf(segment: Segment, cursor: number, now: Date): Subscriber {
  const { locale, zone, length, items, topics, follow, block } = segment;
  const times = ["07:00"] as const;
  const fresh = newSubscriber({
    chat: 0,
    thread: null,
    kind: "private",
    locale,
    zone,
    length,
    items,
    times,
    now,
  });
  const { reason: _visitor, ...rest } = fresh;
  return { ...rest, status: "active", topics, follow, block, cursor };
}

function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
