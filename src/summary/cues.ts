// The table of news cues: which classes of cue a word belongs to, in any language.
import { byWord } from "../text/byWord.ts";
import { normalize } from "../text/normalize.ts";
import type { Cues } from "./cue.ts";
import { arabicCues } from "./cues/arabic.ts";
import { englishCues } from "./cues/english.ts";

export type CueClass = keyof Cues;

/** Feeds are mixed, and an Arabic report may hold an English sentence: all languages are looked up together. */
const languages: readonly Cues[] = [arabicCues, englishCues];

const classes: ReadonlyMap<string, ReadonlySet<CueClass>> = collect();
const nothing: ReadonlySet<CueClass> = new Set();

/** The classes of a normalised word, whatever conjunction or article it begins with: «والوزارة» (and the ministry). */
export const cuesOf: (word: string) => ReadonlySet<CueClass> = byWord((word) => {
  const bare = word.replace(/^[وف](?=\p{L}{3})/u, "");
  return (
    classes.get(word) ??
    classes.get(bare) ??
    nounClasses(bare.replace(/^(?:[بك]?ال|لل)(?=\p{L}{2})/u, "")) ??
    (isFuture(bare) ? future : nothing)
  );
});

/** Behind an article stands no verb: «القدر» (the pot) is not «قدر» (estimated), «الارتفاع» (the rise) is a finding. */
function nounClasses(word: string): ReadonlySet<CueClass> | undefined {
  const found = classes.get(word);
  return found?.has("findings") === true && !measures.has(word) ? undefined : found;
}

const measures: ReadonlySet<string> = new Set(["ارتفاع", "انخفاض", "زياده"]);

const future: ReadonlySet<CueClass> = new Set(["future"]);

/** «سيبدأ» (will begin), «ستبلغ» (will reach); «سياسة» (policy) and «ستون» (sixty) have other letters behind. */
function isFuture(word: string): boolean {
  return /^س(?:ي(?![ادنرطو])|ت(?![وياره]|ين)|ن)\p{L}{3,}$/u.test(word);
}

function collect(): ReadonlyMap<string, ReadonlySet<CueClass>> {
  const found = new Map<string, Set<CueClass>>();
  for (const cues of languages) {
    for (const [name, words] of Object.entries(cues) as [CueClass, string][]) {
      for (const word of words
        .split(/\s+/)
        .filter((each) => each !== "")
        .map(normalize)) {
        found.set(word, (found.get(word) ?? new Set<CueClass>()).add(name));
      }
    }
  }
  return found;
}
