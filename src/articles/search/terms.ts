// What an article is found by: the stems of its words, and how it holds each of them.

import { normalizedWords, stemsOf } from "../../text/stem.ts";
import { isStopWord } from "../../text/stopWords.ts";
import type { Article } from "../article.ts";

/** One byte: how often the body holds a term, and whether the title and the summary do. */
export const inTitle = 0x80;
export const inSummary = 0x40;
export const timesMask = 0x3f;

/** No word that anybody searches for is longer; a hostile page would fill memory with them. */
export const longestTerm = 32;

/** Different terms of one article at the most: a page of a million different words is no article. */
const mostTerms = 5_000;

/** The stem of a normalised word; a stop word, which has none, stays as it is. */
export function termOf(word: string): string {
  return isStopWord(word) ? word : (stemsOf([word])[0] ?? word);
}

/** A normalised word as it is written, but for «ال» (the) and what is joined to that: «والمدارس» as «مدارس» (schools). */
export function writtenOf(word: string): string {
  return word.replace(/^(?:و?[بك]|[وف])?ال(?=...)/, "");
}

export type Searchable = Pick<Article, "title" | "text" | "source" | "summary">;

/**
 * Term → byte. Title words are also found as they are written: a title with exactly the word asked for stands higher than
 * one with another of the same stem, and a word typed to its middle («مدار…» of «مدارس», schools) finds what its stem
 * («مدرس») does not begin with.
 */
export function termsOf({ title, text, source, summary }: Searchable): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const count = (term: string): void => {
    if (term.length > longestTerm) return;
    const how = terms.get(term);
    if (how === undefined && terms.size >= mostTerms) return;
    if (((how ?? 0) & timesMask) < timesMask) terms.set(term, (how ?? 0) + 1);
  };
  const mark = (term: string, flag: number): void => {
    if (term.length <= longestTerm) terms.set(term, (terms.get(term) ?? 0) | flag);
  };
  for (const word of normalizedWords(title)) {
    mark(termOf(word), inTitle);
    mark(writtenOf(word), inTitle);
  }
  for (const term of stemsOf(normalizedWords(source))) count(term);
  const told = [...summary.sentences.map((sentence) => sentence.text), summary.editor ?? ""].join(" ");
  for (const term of stemsOf(normalizedWords(told))) mark(term, inSummary);
  for (const term of stemsOf(normalizedWords(text))) count(term);
  return terms;
}
