// The contract of a ranking feature: one number a sentence, from what is known of the whole text.
import type { Opening } from "./dangling.ts";
import type { Entry } from "./lexicon.ts";
import type { Likeness } from "./likeness.ts";

export interface RankedSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0-based among the candidate sentences of the text. */
  readonly index: number;
  /** Normalised words, in order. */
  readonly words: readonly string[];
  /** What is known of each word. */
  readonly entries: readonly Entry[];
  /** Stems without stop words, in order, repeats kept. */
  readonly stems: readonly string[];
  /** The same, each once. */
  readonly distinctStems: readonly string[];
  readonly wordCount: number;
  /** How it opens: whole, or leaning on the one before it. */
  readonly opening: Opening;
  /** True for a sentence with which its line begins, a dateline aside. */
  readonly beginsParagraph: boolean;
  /**
   * "page": seems to be the page's, taken only where nothing else is there; "doubtful": the same in a text without other
   * signs of a page, taken where nothing else is left.
   */
  readonly origin: "article" | "doubtful" | "page";
}

export interface TextView {
  readonly sentences: readonly RankedSentence[];
  /** Stems of the title without stop words; empty when there is no title. */
  readonly titleStems: ReadonlySet<string>;
  readonly language: string;
  /** How alike the sentences are, by index; counted once for all features and for the choice. */
  readonly likeness: Likeness;
}

/** Gives one value in 0..1 for each sentence of the view, in order. Pure. */
export type ScoreSentences = (view: TextView) => readonly number[];

export interface Feature {
  readonly weight: number;
  readonly score: ScoreSentences;
}
