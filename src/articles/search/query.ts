// Reads what a person typed into a search: words, and phrases in quotes.

import { normalizedWords } from "../../text/stem.ts";
import { isStopWord } from "../../text/stopWords.ts";
import { longestTerm, termOf, writtenOf } from "./terms.ts";

export interface QueryWord {
  /** Normalised, as it was typed but for «ال» (the). */
  readonly plain: string;
  readonly term: string;
  /** It may be unfinished: the last word, outside quotes. */
  readonly isOpen: boolean;
}

export interface Query {
  readonly words: readonly QueryWord[];
  /** Terms that must stand together, in this order, stop words among them. */
  readonly phrases: readonly (readonly string[])[];
}

/** Words of a search at the most; further ones are not read. */
export const mostWords = 12;

/** Units of it that are read at all. */
const mostUnits = 1_000;

const quoted = /«([^«»]*)»|"([^"]*)"|“([^“”]*)”/gu;

/** Stop words count only where there is nothing else. No words: no word was usable. */
export function readQuery(text: string): Query {
  const read = text.slice(0, mostUnits);
  const isQuotedAtEnd = /[»"”]\s*$/.test(read);
  const plain = normalizedWords(read).filter((word) => word.length <= longestTerm);
  const telling = plain.filter((word) => !isStopWord(word));
  const chosen = [...new Set(telling.length > 0 ? telling : plain)].slice(0, mostWords);
  const last = plain.at(-1);
  const words = chosen.map((word) => ({
    plain: writtenOf(word),
    term: termOf(word),
    isOpen: word === last && !isQuotedAtEnd,
  }));
  return { words: withoutRepeats(words), phrases: phrasesOf(read) };
}

/** «مدرسة» and «مدارس» (school, schools) ask for the same. */
function withoutRepeats(words: readonly QueryWord[]): readonly QueryWord[] {
  return words.filter(({ term }, at) => words.findIndex((other) => other.term === term) === at);
}

function phrasesOf(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(quoted)]
    .map(([, guillemets, straight, curly]) => guillemets ?? straight ?? curly ?? "")
    .map((phrase) => normalizedWords(phrase).slice(0, mostWords).map(termOf))
    .filter((phrase) => phrase.length > 1);
}

/** True when every phrase stands in one of the texts. */
export function holdsPhrases(texts: readonly string[], { phrases }: Pick<Query, "phrases">): boolean {
  const lines = texts.map((text) => toLine(normalizedWords(text).map(termOf)));
  return phrases.every((phrase) => lines.some((line) => line.includes(toLine(phrase))));
}

const toLine = (terms: readonly string[]): string => ` ${terms.join(" ")} `;
