// Which signs of a page a word carries: a class of page words, or the beginning of a set phrase.
import { normalize } from "../text/normalize.ts";
import { stem } from "../text/stem.ts";
import { arabicPageWords } from "./page/arabic.ts";
import { englishPageWords } from "./page/english.ts";
import type { PageWords } from "./pageWord.ts";

/** Feeds are mixed: all languages are looked up together. */
const languages: readonly PageWords[] = [arabicPageWords, englishPageWords];

const entries = (of: keyof PageWords): readonly string[] =>
  languages.flatMap((words) => words[of].split(/[|\n]/).map(normalize)).filter((entry) => entry !== "");
const isOneWord = (entry: string): boolean => !entry.includes(" ");
const oneWords = (of: keyof PageWords): ReadonlySet<string> => new Set(entries(of).filter(isOneWord));

/** Each class of single words has a bit. */
export const bit = {
  request: 1,
  opening: 2,
  maybe: 4,
  yours: 8,
  ours: 16,
  place: 32,
  part: 64,
  note: 128,
} as const;

const parts: ReadonlySet<string> = new Set(entries("parts").filter(isOneWord).map(stem));
const lists = {
  request: oneWords("requests"),
  opening: oneWords("openingRequests"),
  maybe: oneWords("maybeRequests"),
  yours: oneWords("yours"),
  ours: oneWords("ours"),
  place: oneWords("places"),
  note: oneWords("notes"),
} as const;

/** «وسجل» (and he recorded) is the verb of news: a page asks without «و». */
function bitsOf(word: string): number {
  const bare = word.replace(/^[وف](?=\p{L}{3})/u, "");
  const barer = bare.replace(/^[بل](?=\p{L}{4})/u, "");
  let bits = parts.has(stem(bare)) ? bit.part : 0;
  for (const [name, list] of Object.entries(lists) as [keyof typeof lists, ReadonlySet<string>][])
    if (list.has(word) || (name !== "maybe" && (list.has(bare) || list.has(barer)))) bits |= bit[name];
  return bits;
}

export interface Phrase {
  readonly kind: "request" | "phrase" | "note";
  /** The words behind the first. */
  readonly rest: readonly string[];
}

const phrasesByFirst: ReadonlyMap<string, readonly Phrase[]> = collectPhrases();
const none: readonly Phrase[] = [];

export interface PageSigns {
  /** Classes that the word belongs to, a sum of `bit`. */
  readonly bits: number;
  /** Phrases that may begin with it. */
  readonly phrases: readonly Phrase[];
}

const noSigns: PageSigns = { bits: 0, phrases: none };

/** Signs of a normalised word, whatever is written together with it: «وبإذن مسبق» (and with prior leave). */
export function pageSignsOf(word: string): PageSigns {
  const bits = bitsOf(word);
  const whole = phrasesByFirst.get(word) ?? none;
  const bare = phrasesByFirst.get(word.replace(/^(?:وب|[وفبل])/u, "")) ?? none;
  const phrases = word === "" || whole === bare ? whole : [...whole, ...bare];
  return bits === 0 && phrases.length === 0 ? noSigns : { bits, phrases };
}

function collectPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  const lists = { request: "requests", phrase: "phrases", note: "notes" } as const;
  for (const [kind, of] of Object.entries(lists) as [Phrase["kind"], keyof PageWords][]) {
    for (const entry of entries(of)) {
      const [first = "", ...rest] = entry.split(" ");
      if (rest.length === 0 && kind !== "phrase") continue;
      found.set(first, [...(found.get(first) ?? []), { kind, rest }]);
    }
  }
  return found;
}
