// The compact fingerprint of an article: what of it is compared when stories are looked for.
import { stems } from "../text/stem.ts";
import { isCommonplace } from "./stories/commonplaces.ts";
import { toCopy } from "./stories/copy.ts";
import { figuresOf, rarityOf, resultsOf } from "./stories/figures.ts";
import { hash } from "./stories/hash.ts";
import { namesOf, quotesOf } from "./stories/names.ts";
import { personsOf } from "./stories/persons.ts";
import { daysOf, placesOf } from "./stories/places.ts";
import { type Stretch, toStretches } from "./stories/stretches.ts";
import { thingsOf } from "./stories/things.ts";

export interface Print {
  /** Milliseconds. */
  readonly published: number;
  /** Two letters, or "" for a name of another length. */
  readonly language: string;
  /** Stems read, stop words left out; at most 65,535. */
  readonly size: number;
  /** MinHash signature, 64 bytes; empty for a text without words. */
  readonly copy: Uint8Array;
  /** Hashes of the stems that say most, in ascending order without repeats. */
  readonly terms: Int32Array;
  /** Of each term: `weightOf`, `isInTitle` and `isCommon` read it. */
  readonly weights: Uint8Array;
  /** Hashes of pairs of words that look like names, ascending. */
  readonly names: Int32Array;
  /** Hashes of runs within speeches, ascending. */
  readonly quotes: Int32Array;
  /** As `figures.ts` packs them, ascending. */
  readonly figures: Int32Array;
  /** Countries and towns of the title and the lead, ascending. */
  readonly places: Uint16Array;
  /** Persons named in full, anywhere, ascending. */
  readonly persons: Uint16Array;
  /** Things with names of their own, as `things.ts` packs them, ascending. */
  readonly things: Uint16Array;
  /** A bit for each weekday that the title or the lead names, Sunday the lowest. */
  readonly days: number;
}

/** What a print holds at most; encoded it then takes 724 characters. */
export const most = {
  terms: 44,
  names: 24,
  quotes: 8,
  figures: 18,
  places: 6,
  persons: 6,
  things: 8,
} as const;

export const weightOf = (weight: number): number => weight & 0x3f;
export const isInTitle = (weight: number): boolean => (weight & 0x80) !== 0;
export const isCommon = (weight: number): boolean => (weight & 0x40) !== 0;

/** Times the weight of a stem by where it stands; the product by this is stored. */
const place = { title: 2, lead: 1.4, body: 1 };
const scale = 6.5;
/** A stem that half of all news has gives its room to another. */
const commonShare = 0.5;

/** Reads the title and the first 12,000 units of the text. Nothing is refused: an empty article gives a print like no other. */
export function toPrint(article: {
  readonly title: string;
  readonly text: string;
  /** ISO 8601. */
  readonly published: string;
  readonly language: string;
}): Print {
  const stretches = toStretches(article);
  const body = stretches.filter(({ part }) => part !== "title");
  const front = stretches.filter(({ part }) => part !== "body");
  const order = body.flatMap((stretch) => stretch.stems.filter((stemmed) => stemmed !== ""));
  const published = Date.parse(article.published);
  return {
    published: Number.isFinite(published) ? Math.max(0, published) : 0,
    language: /^[a-z]{2}/.test(article.language) ? article.language.slice(0, 2) : "",
    size: Math.min(order.length, 0xffff),
    copy: toCopy(order),
    ...toTerms(stretches),
    names: ascending(namesOf(stretches, most.names)),
    quotes: ascending(quotesOf(speeches(article.text), most.quotes)),
    figures: ascending(figures(article, stretches)),
    places: firstOf(front, placesOf, most.places),
    persons: firstOf(stretches, personsOf, most.persons),
    things: Uint16Array.from(thingsOf(stretches, most.things)).sort(),
    days: front.reduce((days, { words }) => days | daysOf(words), 0),
  };
}

function toTerms(stretches: readonly Stretch[]): Pick<Print, "terms" | "weights"> {
  const found = new Map<string, { count: number; place: number; isInTitle: boolean }>();
  for (const stretch of stretches)
    for (const stemmed of stretch.stems) {
      if (stemmed === "") continue;
      const known = found.get(stemmed) ?? { count: 0, place: 0, isInTitle: false };
      known.count += 1;
      known.place = Math.max(known.place, place[stretch.part]);
      known.isInTitle ||= stretch.part === "title";
      found.set(stemmed, known);
    }
  const best = [...found]
    .map(([stemmed, one]) => {
      const common = isCommonplace(stemmed);
      const weight = (1 + Math.log(one.count)) * one.place;
      const rank = (one.isInTitle ? 1000 : 0) + weight * (common ? commonShare : 1);
      const flags = (one.isInTitle ? 0x80 : 0) | (common ? 0x40 : 0);
      return { term: hash(stemmed), rank, weight: flags | Math.min(0x3f, Math.round(weight * scale)) };
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most.terms);
  const weights = new Map(best.map(({ term, weight }) => [term, weight]));
  const terms = ascending([...weights.keys()]);
  return { terms, weights: Uint8Array.from(terms, (term) => weights.get(term) ?? 0) };
}

/** The rarest first where there are too many, then in the order of the text. */
function figures(
  article: { readonly title: string; readonly text: string },
  stretches: readonly Stretch[],
): number[] {
  const all = [
    ...resultsOf(article.title),
    ...resultsOf(article.text.slice(0, 4000)),
    ...stretches.flatMap(({ words, stems: of }) => figuresOf(words, of)),
  ];
  return [...new Set(all)].sort((a, b) => rarityOf(b) - rarityOf(a)).slice(0, most.figures);
}

const quoted = /[«"“„]([^«»"“”„]{30,800})[»"”]/g;

function speeches(text: string): readonly (readonly string[])[] {
  return Array.from(text.slice(0, 12_000).matchAll(quoted), ([, words = ""]) => stems(words));
}

function firstOf(
  stretches: readonly Stretch[],
  find: (words: readonly string[], stems: readonly string[]) => readonly number[],
  count: number,
): Uint16Array {
  const found = new Set(stretches.flatMap(({ words, stems: of }) => find(words, of)));
  return Uint16Array.from([...found].slice(0, count)).sort();
}

function ascending(numbers: readonly number[]): Int32Array {
  return Int32Array.from(new Set(numbers)).sort();
}
