// Hears when a sentence is the page speaking to its visitor: a request, a notice, a note on an author.
import { bit } from "./pageSigns.ts";
import type { Reading } from "./reading.ts";

/** A set phrase says as much in a long sentence. */
const longPhrase = 0.5;

/** What each finding adds; a class of words counts once, parts of a page at most twice. */
const weights = {
  request: 2,
  maybeRequest: 1,
  yours: 1.5,
  ours: 1.5,
  phrase: 1.5,
  part: 0.5,
  place: 0.5,
  note: 1,
} as const;

/** A finding in a longer sentence says less of the whole: behind so many words the evidence is divided down. */
const evenWords = 14;
/** A note on an author names what he is at its beginning. */
const noteWithin = 4;

/**
 * Evidence, from 0 up, that the page speaks and not the article; 3 is certain enough by itself. One that only reports on
 * the web has parts of pages, but neither speaks to a visitor nor of itself.
 */
export function pageVoiceOf({ words, entries }: Pick<Reading, "words" | "entries">): number {
  let met = 0;
  let partCount = 0;
  let isPhrase = false;
  for (let at = 0; at < words.length; at += 1) {
    const signs = entries[at]?.page;
    if (signs === undefined) continue;
    const { bits, phrases } = signs;
    if (bits !== 0) {
      if ((bits & bit.part) !== 0 && (bits & bit.place) === 0) partCount += 1;
      const misplaced = (at < noteWithin ? 0 : bit.note) | (at < 2 ? 0 : bit.opening);
      met |= bits & ~misplaced;
      if ((bits & misplaced & bit.opening) !== 0) met |= bit.maybe;
    }
    for (const { kind, rest } of phrases) {
      if (!rest.every((next, k) => words[at + 1 + k] === next)) continue;
      if (kind === "phrase") isPhrase = true;
      else met |= kind === "request" ? bit.request : bit.note;
    }
  }
  const has = (one: number): number => ((met & one) === 0 ? 0 : 1);
  const sum =
    weights.request * has(bit.request | bit.opening) +
    weights.maybeRequest * has(bit.maybe) +
    weights.yours * has(bit.yours) +
    weights.ours * has(bit.ours) +
    weights.place * has(bit.place) +
    weights.note * has(bit.note) +
    weights.part * Math.min(2, partCount) +
    (isPhrase ? weights.phrase : 0);
  return words.length <= evenWords ? sum : (sum * evenWords) / words.length + (isPhrase ? longPhrase : 0);
}
