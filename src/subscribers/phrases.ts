// The followed and the blocked words of a reader: a list each, in which one phrase stands once whatever its spelling.
import { bareWords } from "../text/bareWords.ts";
import { stems } from "../text/stem.ts";
import type { Subscriber } from "./subscriber.ts";

/** Phrases a list may hold. */
export const mostPhrases = 50;

/** UTF-16 units of a phrase. */
export const mostPhraseUnits = 100;

export type PhraseList = "follow" | "block";

/** What became of a phrase: `patch` is what to write, absent where nothing changes. */
export type PhraseOutcome =
  | { readonly kind: "added"; readonly patch: Partial<Subscriber>; readonly isMoved: boolean }
  | { readonly kind: "known" }
  | { readonly kind: "full" }
  | { readonly kind: "long" }
  /** Nothing is left to look for: signs only, or words that stand in every text, as «من» (of). */
  | { readonly kind: "empty" };

/** Equal for two writings of the same words: without tashkeel, tatweel, «ال», and with one hamza, ya and ta marbuta. */
export function phraseKey(phrase: string): string {
  return bareWords(phrase);
}

/** A followed phrase leaves the blocked ones, and the other way round: the later word counts (`isMoved`). */
export function addPhrase(
  reader: Pick<Subscriber, PhraseList>,
  list: PhraseList,
  phrase: string,
): PhraseOutcome {
  const words = phrase.replace(/\s+/g, " ").trim();
  if (words.length > mostPhraseUnits) return { kind: "long" };
  const key = phraseKey(words);
  if (key === "" || stems(words).every((stem) => stem === "")) return { kind: "empty" };
  if (reader[list].some((each) => phraseKey(each) === key)) return { kind: "known" };
  if (reader[list].length >= mostPhrases) return { kind: "full" };
  const other = list === "follow" ? "block" : "follow";
  const left = reader[other].filter((each) => phraseKey(each) !== key);
  const isMoved = left.length < reader[other].length;
  const patch = { [list]: [...reader[list], words], ...(isMoved && { [other]: left }) };
  return { kind: "added", patch, isMoved };
}

/** The list without the phrase, in any spelling; undefined where it is not in the list. */
export function removePhrase(phrases: readonly string[], phrase: string): readonly string[] | undefined {
  const key = phraseKey(phrase);
  const left = phrases.filter((each) => phraseKey(each) !== key);
  return left.length === phrases.length ? undefined : left;
}
