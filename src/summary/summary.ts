// The contract of a summary: what goes in, what comes out, and the budgets it may be held to.

import type { Span } from "../text/lines.ts";

/** How much may be chosen. `ratio` is a share of the text's words, 0 < ratio <= 1. */
export type Budget = { readonly sentences: number } | { readonly words: number } | { readonly ratio: number };

export interface SummaryInput {
  /** The article's body. Offsets of the result refer to exactly this string. */
  readonly text: string;
  readonly title?: string;
  /** BCP 47 language of the text; detected from its letters when absent. */
  readonly language?: string;
  /** The sentences, for a caller who has found them already: in order, in UTF-16 offsets; the text is not split again. */
  readonly sentences?: readonly Span[];
  /** True for a line that is page furniture and must never be chosen (the caller knows its pages). */
  readonly isFurniture?: (line: string) => boolean;
}

export interface ChosenSentence {
  /** Always `input.text.slice(start, end)`. */
  readonly text: string;
  /** UTF-16 offset of the first unit, inclusive. */
  readonly start: number;
  /** UTF-16 offset after the last unit, exclusive. */
  readonly end: number;
  /** Weighted sum of the features, comparable only inside one text. */
  readonly score: number;
  /** Order of choice, 0 first: the shorter summary is the sentences with a rank below its length. */
  readonly rank: number;
  /** What each feature gave, in words for an editor, e.g. "position 1.00 × 1". */
  readonly why: readonly string[];
}

export interface Summary {
  /** In the order of the text. */
  readonly sentences: readonly ChosenSentence[];
  /** Set when no sentence fitted the word budget and the shortest was returned all the same. */
  readonly overBudget?: true;
}
