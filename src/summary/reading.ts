// A written sentence with its words, normalised once for all who ask.
import type { Sentence } from "../text/sentences.ts";
import { normalizedWords } from "../text/stem.ts";
import { type Entry, entryOf } from "./lexicon.ts";

export interface Reading extends Sentence {
  /** Normalised words, in order. */
  readonly words: readonly string[];
  /** What is known of each word. */
  readonly entries: readonly Entry[];
  /** Letters and digits only: what two writings of one sentence have in common. */
  readonly key: string;
}

export function readSentence(sentence: Sentence): Reading {
  const { text, start, end, kind } = sentence;
  const words = normalizedWords(text);
  return { text, start, end, kind, words, entries: words.map(entryOf), key: words.join("") };
}
