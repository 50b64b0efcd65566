// Adds and removes followed and blocked words: one phrase is on a list once, however it is spelt.
import { phraseStems } from "../text/phrases.ts";

/** Phrases on one list, and UTF-16 units of one: as the schema of a line has it. */
export const mostWords = 100;
export const mostWordUnits = 200;

export type WordLists = Readonly<Record<"follow" | "block", readonly string[]>>;

export type AddedWords =
  | { readonly kind: "added"; readonly list: readonly string[]; readonly words: string }
  /** It is there already, perhaps in another spelling: `words` as it stands on the list. */
  | { readonly kind: "known"; readonly words: string }
  /** No letters in it, or nothing but words such as «في» (in), which stand in every text. */
  | { readonly kind: "nothing" }
  | { readonly kind: "too-long" }
  | { readonly kind: "full" };

/** Adds a phrase as it was written, but for blanks and quotation marks around it. */
export function addWords(list: readonly string[], written: string): AddedWords {
  const words = tidy(written);
  if (words.length > mostWordUnits) return { kind: "too-long" };
  const form = normalForm(words);
  if (form === "") return { kind: "nothing" };
  const known = list.find((one) => normalForm(one) === form);
  if (known !== undefined) return { kind: "known", words: known };
  if (list.length >= mostWords) return { kind: "full" };
  return { kind: "added", list: [...list, words], words };
}

/** The list without the phrase, in any spelling of it; the same list where it is not there. */
export function removeWords(list: readonly string[], written: string): readonly string[] {
  const form = normalForm(written);
  const kept = list.filter((one) => one !== written && (form === "" || normalForm(one) !== form));
  return kept.length === list.length ? list : kept;
}

/** Both lists of words after a phrase was added to one: what is followed cannot be blocked too, the later word counts. */
export function addToLists(
  lists: WordLists,
  list: keyof WordLists,
  written: string,
): AddedWords & { readonly lists: WordLists; readonly isMoved: boolean } {
  const other = list === "follow" ? "block" : "follow";
  const { follow, block } = lists;
  const added = addWords(lists[list], written);
  if (added.kind !== "added") return { ...added, lists: { follow, block }, isMoved: false };
  const left = removeWords(lists[other], added.words);
  const isMoved = left !== lists[other];
  return { ...added, lists: { follow, block, [list]: added.list, [other]: left }, isMoved };
}

/** Phrases that are the same to us have the same normal form; "" for one that is found nowhere. */
export function normalForm(words: string): string {
  return phraseStems(words).join(" ");
}

/** Several phrases in one message: on lines of their own, or parted by commas. */
export function splitWordList(text: string): readonly string[] {
  return text
    .split(/[\n,،;؛]+/)
    .map(tidy)
    .filter((words) => words !== "");
}

function tidy(words: string): string {
  return words
    .replace(/[\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s«"“'#]+|[\s»"”'.!؟?]+$/g, "");
}
