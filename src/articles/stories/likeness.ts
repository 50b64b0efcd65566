// Compares two prints: what speaks for one event, and what against it.
import { isCommon, isInTitle, type Print, weightOf } from "../print.ts";
import { resemblance } from "./copy.ts";
import { amountOf, rarityOf, unitOf } from "./figures.ts";
import { mix } from "./hash.ts";
import { kindOf } from "./things.ts";

/** How rare a key is, from 0 (in every article) to 1 (in no other). */
export type Rarity = (key: number) => number;

export interface Likeness {
  /** Share of the text that is the same word by word, 0 to 1. */
  readonly copy: number;
  /** Cosine of the weighted stems, 0 to 1. */
  readonly words: number;
  /** Share of the lighter title's weight that the other title has, 0 to 1. */
  readonly title: number;
  /** Rare words in common: their rarities added up. */
  readonly rare: number;
  /** Rare names in common: their rarities added up. */
  readonly names: number;
  /** Runs of quoted words in common, rarities added up. */
  readonly quotes: number;
  /** Figures in common, by how much each tells. */
  readonly figures: number;
  /** Figures of one thing that differ, by how much each tells. */
  readonly conflicts: number;
  /** Figures that only one of them has: those of the side that has fewer, by how much each tells. */
  readonly lone: number;
  /** Persons in common, by their rarities, and persons that only one names, on the side that has fewer. */
  readonly persons: number;
  readonly strangers: number;
  /** Kinds of things that both name, each another one: two rivers, two hospitals. */
  readonly others: number;
  /** Places that only one of them names, on the side that has fewer: the other country of each of two visits. */
  readonly elsewhere: number;
  /** Whether the weekdays, the places that both name have one in common; undefined where one names none. */
  readonly sameDay: boolean | undefined;
  readonly samePlace: boolean | undefined;
}

/** A common word tells so much, however few articles are known. */
const commonRarity = 0.22;

/** What a figure tells by its own rarity: one digit, two digits or a round one, a long one. */
const figureWeight: readonly number[] = [0.15, 0.6, 1];
/** What it tells that they give one thing different figures: three dead are not seven. */
const conflictWeight: readonly number[] = [0.5, 0.75, 1];
/** A figure in common that counts something else in each may be chance, or another word for it: "dead", "victims". */
const otherUnit = 0.5;

/** Rarity of a person whose two words are not among the names of both. */
const unknownPerson = 0.7;

/** Key of a figure in an index: its value, whatever it counts. */
export const figureKey = (figure: number): number => mix(amountOf(figure) ^ 0x5bd1e995);

/** Compares one print with others; what is the same for all of them is worked out once. */
export function compareWith(a: Print, rarity: Rarity): (b: Print) => Likeness {
  const rarities = raritiesOf(a, rarity);
  const mine = measure(a, rarities);
  return (b) => {
    const persons = common(a.persons, b.persons);
    const names = common(a.names, b.names);
    const places = common(a.places, b.places);
    const rarityOfPerson = (person: number): number => {
      const name = names.find((one) => (one & 0xffff) === person);
      return name === undefined ? unknownPerson : rarity(name);
    };
    return {
      copy: resemblance(a.copy, b.copy),
      ...words(a, rarities, mine, b, measure(b, raritiesOf(b, rarity))),
      names: sum(names, rarity),
      quotes: sum(common(a.quotes, b.quotes), rarity),
      ...figures(a, b, rarity),
      persons: sum(persons, rarityOfPerson),
      strangers: Math.min(a.persons.length, b.persons.length) - persons.length,
      others: differing(grouped(a.things, kindOf), grouped(b.things, kindOf)),
      sameDay: a.days === 0 || b.days === 0 ? undefined : (a.days & b.days) !== 0,
      elsewhere: Math.min(a.places.length, b.places.length) - places.length,
      samePlace: a.places.length === 0 || b.places.length === 0 ? undefined : places.length > 0,
    };
  };
}

/** Of each term, in the order of the terms. */
function raritiesOf({ terms, weights }: Print, rarity: Rarity): readonly number[] {
  return Array.from(terms, (term, at) => (isCommon(weights[at] ?? 0) ? commonRarity : rarity(term)));
}

interface Measure {
  readonly length: number;
  readonly title: number;
}

function words(
  a: Print,
  rarities: readonly number[],
  mine: Measure,
  b: Print,
  theirs: Measure,
): Pick<Likeness, "words" | "title" | "rare"> {
  let [dot, title, rare] = [0, 0, 0];
  for (const [at, other] of pairs(a.terms, b.terms)) {
    const [one = 0, two = 0] = [a.weights[at], b.weights[other]];
    const weight = rarities[at] ?? 0;
    dot += weightOf(one) * weightOf(two) * weight * weight;
    if (!isCommon(one)) rare += weight;
    if (isInTitle(one) && isInTitle(two)) title += weight;
  }
  const lighter = Math.min(mine.title, theirs.title);
  return {
    words: dot === 0 ? 0 : dot / (mine.length * theirs.length),
    title: lighter === 0 ? 0 : title / lighter,
    rare,
  };
}

function measure({ weights }: Print, rarities: readonly number[]): Measure {
  let [squares, title] = [0, 0];
  for (const [at, weight] of weights.entries()) {
    const rare = rarities[at] ?? 0;
    squares += (weightOf(weight) * rare) ** 2;
    if (isInTitle(weight)) title += rare;
  }
  return { length: Math.sqrt(squares), title };
}

function figures(a: Print, b: Print, rarity: Rarity): Pick<Likeness, "figures" | "conflicts" | "lone"> {
  const [mine, theirs] = [grouped(a.figures, unitOf), grouped(b.figures, unitOf)];
  let [agreed, conflicts] = [0, 0];
  const inB = new Set(Array.from(b.figures, amountOf));
  const inA = new Set(Array.from(a.figures, amountOf));
  for (const figure of a.figures) {
    if (!inB.has(amountOf(figure))) continue;
    const share = b.figures.includes(figure) ? 1 : otherUnit;
    agreed += share * tellsOf(figure) * rarity(figureKey(figure));
  }
  const alone = (figures: Int32Array, other: ReadonlySet<number>): number =>
    figures.reduce((sum, figure) => sum + (other.has(amountOf(figure)) ? 0 : tellsOf(figure)), 0);
  for (const [unit, own] of mine) {
    const other = theirs.get(unit);
    if (other === undefined || own.some((figure) => other.includes(figure))) continue;
    conflicts += Math.max(...[...own, ...other].map((figure) => conflictWeight[rarityOf(figure)] ?? 1));
  }
  return { figures: agreed, conflicts, lone: Math.min(alone(a.figures, inB), alone(b.figures, inA)) };
}

const tellsOf = (figure: number): number => figureWeight[rarityOf(figure)] ?? 1;

function grouped(
  packed: Int32Array | Uint16Array,
  groupOf: (one: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const one of packed) {
    const list = groups.get(groupOf(one));
    if (list === undefined) groups.set(groupOf(one), [one]);
    else list.push(one);
  }
  return groups;
}

/** One thing of the same name outweighs two of other names: not every word behind «محطة» (station) is a name. */
const alikeOutweighs = 2;

/** Kinds of which both name something, and never the same. */
function differing(
  mine: ReadonlyMap<number, readonly number[]>,
  theirs: ReadonlyMap<number, readonly number[]>,
): number {
  let [apart, alike] = [0, 0];
  for (const [kind, own] of mine) {
    const other = theirs.get(kind);
    if (other === undefined) continue;
    if (own.some((thing) => other.includes(thing))) alike += 1;
    else apart += 1;
  }
  return Math.max(0, apart - alikeOutweighs * alike);
}

function sum(keys: readonly number[], rarity: Rarity): number {
  return keys.reduce((total, key) => total + rarity(key), 0);
}

function common(a: Int32Array | Uint16Array, b: Int32Array | Uint16Array): readonly number[] {
  return pairs(a, b).map(([at]) => a[at] ?? 0);
}

/** Where both ascending lists have the same number. */
function pairs(
  a: Int32Array | Uint16Array,
  b: Int32Array | Uint16Array,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let [at, other] = [0, 0];
  while (at < a.length && other < b.length) {
    const [one = 0, two = 0] = [a[at], b[other]];
    if (one === two) found.push([at, other]);
    if (one <= two) at += 1;
    if (two <= one) other += 1;
  }
  return found;
}
