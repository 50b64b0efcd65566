// Which sentences an article's page shows and marks, and the names by which the summary's links find them.
import type { Article, ArticleSentence } from "../../articles/article.ts";
import { type SummaryLength, summaryLengths } from "../../digest/article.ts";

export type SentenceCounts = Readonly<Record<SummaryLength, number>>;

export interface ShownSentence extends ArticleSentence {
  /** "s1" for the first in the text: the fragment of its mark's address. */
  readonly anchor: string;
}

/** What the address asks for; standard for anything else. */
export function lengthAsked(asked: unknown): SummaryLength {
  return summaryLengths.find((length) => length === asked) ?? "standard";
}

/** In the order of the text. Sentences that reach into one before them are left out: marks do not overlap. */
export function shownSentences({ summary }: Article, count: number): readonly ShownSentence[] {
  let behind = 0;
  return summary.sentences
    .slice(0, count)
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const isApart = start >= behind && end > start;
      if (isApart) behind = end;
      return isApart;
    })
    .map((sentence, index) => ({ ...sentence, anchor: `s${index + 1}` }));
}
