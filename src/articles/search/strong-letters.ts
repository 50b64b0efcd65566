// Rules out words of a text that no word of a search can stand for, at a glance: stemming each of them costs more.
import { brokenPlurals } from "../../text/arabic/brokenPlurals.ts";
import { normalize } from "../../text/normalize.ts";
import { termOf } from "./terms.ts";

/** Letters that neither spelling variants nor Arabic's ways of making a plural put in the place of others. */
const strong = new Set("بتثجحخدذرزسشصضطظعغفقكلمن");

/** Units of plainly written Arabic: hamza to sukun. A word with others may be folded to other letters. */
const [firstPlain, lastPlain] = [0x0621, 0x0652];

/** Stems that a word of other letters is brought to: «نساء» (women) is one with «امرأة» (woman). */
const irregular: ReadonlySet<string> = new Set(
  brokenPlurals.flatMap(([plural, singular]) => {
    const terms = [termOf(normalize(plural)), termOf(normalize(singular))];
    return terms.filter((term) => !holdsAll(plural, strongOf(term)) || !holdsAll(singular, strongOf(term)));
  }),
);

/**
 * Tells whether a word, as it stands in a text, may have one of these terms or a term that begins with one: false only
 * when it surely has not.
 */
export function mayHold(terms: readonly string[]): (word: string) => boolean {
  const wanted = terms.map((term) => (irregular.has(term) ? [] : strongOf(term)));
  if (wanted.some((letters) => letters.length === 0)) return () => true;
  return (word) => wanted.some((letters) => holdsAll(word, letters)) || !isPlain(word);
}

function strongOf(term: string): readonly string[] {
  return [...new Set(term)].filter((letter) => strong.has(letter));
}

function holdsAll(word: string, letters: readonly string[]): boolean {
  for (const letter of letters) if (!word.includes(letter)) return false;
  return true;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit < firstPlain || unit > lastPlain) return false;
  }
  return true;
}
