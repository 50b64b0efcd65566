// Knows when a sentence only says the title again.
import { normalizedWords, stems } from "../text/stem.ts";
import type { Reading } from "./reading.ts";

export interface Title {
  readonly stems: ReadonlySet<string>;
  /** True for a sentence that tells nothing but the title. */
  readonly isRepeatedBy: (sentence: Reading, isFirst: boolean) => boolean;
}

/** Share of words that two ways to write one title have in common. */
const sameWords = 0.9;
/** A question is the title again when the title holds this share of its words. */
const sameQuestion = 0.75;
/** A first sentence that holds this share of the title's stems, and at most so many others, tells nothing more. */
const sameStems = 0.75;
const moreStems = 3;
/** A shorter key may be an accident: «نعم نعم» (yes, yes). */
const leastKey = 12;

/** A title; without one, what the text itself shows to be its title, or nothing. */
export function readTitle(title: string | undefined, sentences: readonly Reading[]): Title {
  const written = title !== undefined && keyOf(title) !== "" ? title : guessTitle(sentences);
  if (written === undefined) return { stems: new Set(), isRepeatedBy: () => false };
  const key = keyOf(written);
  const words = new Set(normalizedWords(written));
  const titleStems = new Set(stems(written));
  return {
    stems: titleStems,
    isRepeatedBy({ text, words: written, entries, key: other }, isFirst) {
      // Far longer than the title: it tells more.
      if (other.length > key.length * 4) return false;
      if (other === key || isRepetition(other, key)) return true;
      const own = new Set(written);
      if (own.size > words.size * 2) return false;
      const shared = [...own].filter((word) => words.has(word)).length;
      if (shared >= sameWords * Math.max(own.size, words.size)) return true;
      const held = shared / Math.max(1, own.size);
      // One of the title's own sentences, or its question asked again in other words.
      if (held === 1 && own.size >= 3 && key.includes(other)) return true;
      if (/[؟?]["'»”)\s]*$/.test(text) && own.size >= 3 && held >= sameQuestion) return true;
      return isFirst && saysNoMore(new Set(entries.map(({ stem }) => stem)), titleStems);
    },
  };
}

/** The title in other forms of its words: «ترتفع الصادرات» and «ارتفعت صادرات البلاد» (exports rise). A figure is news. */
function saysNoMore(own: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  let fresh = 0;
  for (const stem of own) {
    if (stem === "" || title.has(stem)) continue;
    if (/\p{N}/u.test(stem)) return false;
    fresh += 1;
  }
  const shared = own.size - fresh;
  return shared >= 3 && fresh <= moreStems && shared >= fresh && shared >= sameStems * title.size;
}

function keyOf(text: string): string {
  return normalizedWords(text).join("");
}

/**
 * Scrapes say a title two or three times before the article, also glued to itself on one line; an article may begin with
 * its title as a heading.
 */
function guessTitle(sentences: readonly Reading[]): string | undefined {
  const [first] = sentences;
  if (first === undefined || sentences.length < 2) return undefined;
  const { key } = first;
  if (key.length < leastKey) return undefined;
  const half = key.length / 2;
  if (Number.isInteger(half) && half >= leastKey && isRepetition(key, key.slice(0, half)))
    return key.slice(0, half);
  const isAgain = sentences.slice(1, 8).some((other) => other.key === key);
  // In a poem every line looks like a heading, and the first is a verse.
  const isHeading = first.kind === "heading" && sentences.some(({ kind }) => kind !== "heading");
  return isAgain || isHeading ? first.text : undefined;
}

function isRepetition(key: string, part: string): boolean {
  return (
    part.length >= leastKey &&
    key.length > part.length &&
    key === part.repeat(Math.round(key.length / part.length))
  );
}
