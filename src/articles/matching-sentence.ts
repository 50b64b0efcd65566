// The sentence of an article that answers a search, in the author's own words.
import { byWord } from "../text/byWord.ts";
import { normalize } from "../text/normalize.ts";
import { splitSentences } from "../text/sentences.ts";
import { splitWords } from "../text/words.ts";
import type { Article } from "./article.ts";
import { type QueryWord, readQuery } from "./search/query.ts";
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

interface Found extends MatchingSentence {
  readonly words: number;
}

/**
 * The sentence with most words of the search, the first of equals; undefined where none holds any. A word that stands
 * nowhere as it was meant is looked for as a beginning, then with letters wrong, as the index does.
 */
export function matchingSentence(
  { text }: Pick<Article, "text">,
  words: string,
): MatchingSentence | undefined {
  const query = readQuery(words).words;
  if (query.length === 0) return undefined;
  // A sentence stays within its paragraph: only those that hold a word of the search are split.
  const paragraphs = paragraphsOf(text).map((one) => ({ ...one, words: tokensOf(one.text) }));
  const vocabulary = new Map(paragraphs.flatMap((one) => one.words).map((token) => [token.plain, token]));
  const meant = query.map((word) => meaningIn(word, [...vocabulary.values()]));
  const askedFor = (plain: string): number => meant.findIndex((words) => words.has(plain));
  let best: Found | undefined;
  for (const paragraph of paragraphs) {
    if (!paragraph.words.some(({ plain }) => askedFor(plain) >= 0)) continue;
    for (const sentence of splitSentences(paragraph.text)) {
      const marks: Mark[] = [];
      const held = new Set<number>();
      for (const { plain, start, end } of tokensOf(sentence.text)) {
        const at = askedFor(plain);
        if (at < 0) continue;
        held.add(at);
        marks.push({ start, end });
      }
      if (held.size <= (best?.words ?? 0)) continue;
      const [start, end] = [paragraph.start + sentence.start, paragraph.start + sentence.end];
      best = { text: sentence.text, start, end, marks, words: held.size };
    }
  }
  if (best === undefined) return undefined;
  const { words: _, ...sentence } = best;
  return sentence;
}

interface Token extends Mark {
  readonly plain: string;
  readonly term: string;
}

function tokensOf(text: string): readonly Token[] {
  return splitWords(text).map(({ text: word, start, end }) => ({ ...readWord(word), start, end }));
}

/** News says the same words again and again. */
const readWord = byWord((word): Pick<Token, "plain" | "term"> => {
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

/** The article's words that a word of the search stands for. */
function meaningIn({ plain, term, isOpen }: QueryWord, tokens: readonly Token[]): ReadonlySet<string> {
  const ways: ((token: Token) => boolean)[] = [
    (token) => token.term === term,
    (token) => isOpen && (token.term.startsWith(term) || writtenOf(token.plain).startsWith(plain)),
    (token) => isWithin(token.term, term, mistakesIn(term)),
  ];
  for (const isMeant of ways) {
    const found = tokens.filter(isMeant);
    if (found.length > 0) return new Set(found.map((token) => token.plain));
  }
  return new Set();
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
