// Hears when a sentence is the page speaking to its visitor: a request, a notice, a note on an author.
import { normalize } from "../text/normalize.ts";
import { stem } from "../text/stem.ts";
import { arabicPageWords } from "./page/arabic.ts";
import { englishPageWords } from "./page/english.ts";
import type { PageWords } from "./pageWord.ts";

/** Feeds are mixed: all languages are looked up together. */
const languages: readonly PageWords[] = [arabicPageWords, englishPageWords];

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

const entries = (of: keyof PageWords): readonly string[] =>
  languages.flatMap((words) => words[of].split(/[|\n]/).map(normalize)).filter((entry) => entry !== "");
const isOneWord = (entry: string): boolean => !entry.includes(" ");
const oneWords = (of: keyof PageWords): ReadonlySet<string> => new Set(entries(of).filter(isOneWord));

const parts: ReadonlySet<string> = new Set(entries("parts").filter(isOneWord).map(stem));
const places = oneWords("places");
const requests = oneWords("requests");
const openingRequests = oneWords("openingRequests");
const maybeRequests = oneWords("maybeRequests");
const yours = oneWords("yours");
const ours = oneWords("ours");
const notes = oneWords("notes");
const whole = (list: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[وفبل]|وب)?(?:${list.map((each) => each.replace(/[.*+?^$()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
const requestPhrase = whole(entries("requests").filter((entry) => !isOneWord(entry)));
const phrase = whole(entries("phrases"));
const notePhrase = whole(entries("notes").filter((entry) => !isOneWord(entry)));

/** A finding in a longer sentence says less of the whole: behind so many words the evidence is divided down. */
const evenWords = 14;

/**
 * Evidence, from 0 up, that the page speaks and not the article; 3 is certain enough by itself. One that only reports on
 * the web has parts of pages, but neither speaks to a visitor nor of itself.
 */
export function pageVoiceOf(words: readonly string[]): number {
  const found = { request: 0, maybeRequest: 0, yours: 0, ours: 0, phrase: 0, part: 0, place: 0, note: 0 };
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/^[وف](?=\p{L}{3})/u, "");
    if (requests.has(word) || requests.has(bare)) found.request = 1;
    else if (openingRequests.has(bare)) found[at < 2 ? "request" : "maybeRequest"] = 1;
    else if (maybeRequests.has(bare)) found.maybeRequest = 1;
    if (yours.has(word) || yours.has(bare.replace(/^[بل](?=\p{L}{4})/u, ""))) found.yours = 1;
    if (ours.has(word) || ours.has(bare.replace(/^[بل](?=\p{L}{4})/u, ""))) found.ours = 1;
    if (places.has(bare)) found.place = 1;
    else if (found.part < 2 && parts.has(stem(bare))) found.part += 1;
    if (at < 4 && notes.has(word)) found.note = 1;
  }
  const text = words.join(" ");
  if (requestPhrase.test(text)) found.request = 1;
  if (phrase.test(text)) found.phrase = 1;
  if (notePhrase.test(text)) found.note = 1;
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) sum += weight * found[name as keyof typeof found];
  return words.length <= evenWords ? sum : (sum * evenWords) / words.length + (found.phrase > 0 ? 0.5 : 0);
}
