// The table of abbreviations: whether the stop behind a word is only the abbreviation's own.
import type { AbbreviationKind } from "./abbreviation.ts";
import {
  arabicAbbreviations,
  arabicBeginnings,
  arabicClassifiers,
  arabicContinuations,
  arabicListed,
  arabicOpenings,
} from "./arabic/abbreviations.ts";
import { englishAbbreviations, englishBeginnings } from "./english/abbreviations.ts";

const kinds: ReadonlyMap<string, ReadonlySet<AbbreviationKind>> = collect();
const continuations: ReadonlySet<string> = new Set(arabicContinuations.split(" "));
const begun: ReadonlySet<string> = new Set(arabicBeginnings.split(" "));
const beginnings: ReadonlySet<string> = new Set(englishBeginnings.split(" "));
const listed = new RegExp(`^(?:${arabicListed})`, "u");
const opening = new RegExp(`^(?:${arabicOpenings})`, "u");
const classifier = new RegExp(`(?<!\\p{L})(?:[وفبك]?ال|[وف]?لل|[وفبل])?(?:${arabicClassifiers})\\s+$`, "u");

export interface AbbreviationStop {
  /** What stands before the stop in its sentence, white space before the stop included. */
  readonly before: string;
  /** What stands behind the stop in its line. */
  readonly after: string;
}

/** True for a stop that only shortens the word before it. False for every other stop. */
export function isAbbreviationStop({ before, after }: AbbreviationStop): boolean {
  const [written = ""] = /[\p{L}\p{M}\p{N}.²³\u0640]*$/u.exec(before.trimEnd()) ?? [];
  const word = written.replace(/^\.+|[\u064B-\u0652]/g, "");
  const shortened = word.replace(/^\p{N}+(?=\p{L})/u, "");
  const kind = kindOf(shortened);
  if (kind === undefined) return false;
  // «أ.د», «ج.م.ع», "U.S": the stop between two letters of a chain.
  if (/^\p{L}(?:\P{L}|$)/u.test(after)) return true;
  const lead = before.slice(0, before.trimEnd().length - written.length);
  const isBehindFigure = shortened !== word || /\p{N}\s*$/u.test(lead);
  // Apart from its unit, «50 م .», the stop is the sentence's, where only figures can go on.
  if (isBehindFigure && kind.has("unit") && /\s$/.test(before)) return /^\s*و?\p{N}/u.test(after);
  if (isBehindFigure && kind.has("unit")) return !canBegin(after, /^[^\S\n]*\p{N}+ \p{L}/u.test(after));
  if (/^\p{L}$/u.test(shortened)) return !classifier.test(lead) || !canBegin(after);
  if (kind.has("title")) return true;
  if (kind.has("name")) return !isPlainBeginning(after);
  return !canBegin(after);
}

/** A chain of single letters is an abbreviation though no list holds it: «م.ع.س», "J.R.R". */
function kindOf(word: string): ReadonlySet<AbbreviationKind> | undefined {
  // The conjunction «و» (and) is written together with what follows: «ود. أحمد» (and Dr Ahmad).
  const known = kinds.get(word) ?? (/^و.(?:\.|$)/u.test(word) ? kinds.get(word.slice(1)) : undefined);
  if (known !== undefined) return known;
  if (/^\p{L}$/u.test(word)) return initial;
  return /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word) ? chain : undefined;
}

const initial: ReadonlySet<AbbreviationKind> = new Set(["title"]);
const chain: ReadonlySet<AbbreviationKind> = new Set(["name"]);

/** True where what follows can be the beginning of a sentence. */
function canBegin(after: string, withFigure = false): boolean {
  const next = nextWord(after);
  if (next === "") return after.trim() === "";
  if (/^\p{N}/u.test(next)) return withFigure;
  if (/^و\p{N}/u.test(next) || /^\p{Ll}/u.test(next)) return false;
  if (/^\p{Lu}/u.test(next)) return beginnings.has(next);
  if (/^[بل]\p{L}/u.test(next) && !begun.has(next)) return false;
  return !continuations.has(next) && !listed.test(next);
}

/** True where what follows can hardly be anything but the beginning of a sentence. */
export function isPlainBeginning(after: string): boolean {
  const next = nextWord(after);
  if (next === "") return after.trim() === "";
  return beginnings.has(next) || (opening.test(next) && canBegin(after));
}

function nextWord(after: string): string {
  const [, next = ""] = /^[\s"'«“”(\u200F\u200E]*([\p{L}\p{N}\p{M}]+)/u.exec(after) ?? [];
  return next.replace(/[\u064B-\u0652]/g, "");
}

function collect(): ReadonlyMap<string, ReadonlySet<AbbreviationKind>> {
  const found = new Map<string, Set<AbbreviationKind>>();
  for (const lists of [arabicAbbreviations, englishAbbreviations]) {
    for (const kind of ["title", "unit", "any", "name"] as const) {
      for (const word of lists[kind].split(" ")) {
        found.set(word, (found.get(word) ?? new Set<AbbreviationKind>()).add(kind));
      }
    }
  }
  return found;
}
