// The sentence of an article that answers a search, in the author's own words.
import { byWord } from "../text/byWord.ts";
import { normalize } from "../text/normalize.ts";
import { splitSentences } from "../text/sentences.ts";
import { splitWords, type Word } from "../text/words.ts";
import type { Article } from "./article.ts";
import { type QueryWord, readQuery } from "./search/query.ts";
import { mayHold } from "./search/strong-letters.ts";
import { termOf, writtenOf } from "./search/terms.ts";
import { mistakesIn } from "./search/vocabulary.ts";

export interface Mark {
  /** UTF-16 offsets into the sentence, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface MatchingSentence {
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the words of the search stand in `text`, in order. */
  readonly marks: readonly Mark[];
}

/**
 * The sentence with most words of the search, the first of equals; undefined where none holds any. A word that stands
 * nowhere as it was meant is looked for as a beginning; where none stands, with letters wrong, as the index does.
 */
export function matchingSentence(
  { text }: Pick<Article, "text">,
  words: string,
): MatchingSentence | undefined {
  const query = readQuery(words).words;
  if (query.length === 0) return undefined;
  const found = marksIn(text, query);
  let best: MatchingSentence | undefined;
  let most = 0;
  // A sentence stays within its paragraph: only those that hold a word of the search are split.
  for (const paragraph of paragraphsOf(text)) {
    const held = within(found, paragraph.start, paragraph.start + paragraph.text.length);
    if (held.length === 0) continue;
    for (const { text: sentence, start: offset, end: until } of splitSentences(paragraph.text)) {
      const [start, end] = [paragraph.start + offset, paragraph.start + until];
      const marks = within(held, start, end);
      const count = new Set(marks.map(({ word }) => word)).size;
      if (count <= most) continue;
      most = count;
      const placed = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
      best = { text: sentence, start, end, marks: placed };
    }
  }
  return best;
}

/** A word of the text that answers one of the search; `word` is that one's place. Offsets into the text. */
interface FoundWord extends Mark {
  readonly word: number;
}

/**
 * Each different word of the text is looked at once: it is long, and the search has a few words. Letters are forgiven
 * only where nothing else answers: the index forgives a word only that stands in no article.
 */
function marksIn(text: string, query: readonly QueryWord[]): readonly FoundWord[] {
  const all = splitWords(text);
  const answers = new Map<string, number>();
  const ask = (words: ReadonlyMap<string, Reading>, way: typeof meantBy): void => {
    for (const [at, asked] of query.entries()) {
      for (const word of way(asked, words)) if (!answers.has(word)) answers.set(word, at);
    }
  };
  ask(readingsOf(all, mayHold(query.map(({ term }) => term))), meantBy);
  if (answers.size === 0) ask(readingsOf(all), spelledLike);
  if (answers.size === 0) return [];
  return all.flatMap(({ text: word, start, end }) => {
    const at = answers.get(word);
    return at === undefined ? [] : [{ word: at, start, end }];
  });
}

/** The different words that pass. */
function readingsOf(
  words: readonly Word[],
  passes: (word: string) => boolean = () => true,
): ReadonlyMap<string, Reading> {
  const different = new Map<string, Reading>();
  for (const { text: word } of words) {
    if (passes(word) && !different.has(word)) different.set(word, readWord(word));
  }
  return different;
}

function within<Span extends Mark>(spans: readonly Span[], start: number, end: number): readonly Span[] {
  return spans.filter((span) => span.start >= start && span.end <= end);
}

interface Reading {
  readonly plain: string;
  readonly term: string;
}

/** News says the same words again and again. */
const readWord = byWord((word): Reading => {
  const plain = normalize(word);
  return { plain, term: termOf(plain) };
});

/** The paragraphs of a body, which one blank line parts, with their offsets. */
function paragraphsOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  let start = 0;
  return text.split("\n\n").map((paragraph) => {
    const one = { text: paragraph, start };
    start += paragraph.length + 2;
    return one;
  });
}

/** The words of the text, as they are written there, that a word of the search stands for, or begins. */
function meantBy(
  { plain, term, isOpen }: QueryWord,
  different: ReadonlyMap<string, Reading>,
): readonly string[] {
  const exact: string[] = [];
  const begun: string[] = [];
  for (const [word, reading] of different) {
    if (reading.term === term) exact.push(word);
    else if (isOpen && exact.length === 0) {
      if (reading.term.startsWith(term) || writtenOf(reading.plain).startsWith(plain)) begun.push(word);
    }
  }
  return exact.length > 0 ? exact : begun;
}

function spelledLike({ term }: QueryWord, different: ReadonlyMap<string, Reading>): readonly string[] {
  const most = mistakesIn(term);
  const near: string[] = [];
  for (const [word, reading] of different) if (isWithin(reading.term, term, most)) near.push(word);
  return near;
}

/** True when so many changed, added or missing letters at the most lie between two words (Levenshtein). */
function isWithin(a: string, b: string, most: number): boolean {
  if (most === 0 || Math.abs(a.length - b.length) > most) return a === b;
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return (above[b.length] ?? 0) <= most;
}
