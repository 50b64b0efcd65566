// Decides whether a run of stops ends the sentence before it.
import { isAbbreviationStop, isPlainBeginning } from "./abbreviations.ts";
import { arabicAttachments, arabicPrepositions, arabicSpeaking } from "./arabic/speech.ts";
import type { Quotation } from "./quotations.ts";
import { countWords } from "./words.ts";

/** So much of a line on both sides of a stop is looked at: a bound that keeps the cost linear. */
export const sight = 400;

export interface Stop {
  /** What the sentence holds before the stop, its last 400 units at most. */
  readonly before: string;
  /** The run of marks itself: ".", "..", "؟!". */
  readonly marks: string;
  /** What stands in the line behind the stop and the marks that close there, 400 units at most; empty at the line's end. */
  readonly after: string;
  /** Set when the stop is the last thing inside a quotation or bracket; `before` ends inside it. */
  readonly closing?: Quotation & {
    readonly words: number;
    readonly isWholeSentence: boolean;
    readonly isFirst: boolean;
  };
}

/** A part as short as this before or behind an ellipsis is a pause, no sentence. */
const leastAround = { before: 6, after: 4 } as const;

/** A quotation as short as this with its own mark, «مسرحية "إلى أين؟"» (the play "Where to?"), is a name. */
const nameWords = 5;

const attached = new RegExp(`^\\s*(?:${arabicAttachments})(?!\\p{L})`, "u");
const speaking = new RegExp(`^\\s*(?:${arabicSpeaking})(?!\\p{L})`, "u");
const prepositional = new RegExp(`^\\s*(?:${arabicPrepositions})(?!\\p{L})`, "u");

/** True where a sentence ends. */
export function endsSentence({ before, marks, after, closing }: Stop): boolean {
  if (after === "") return true;
  // A comma or colon behind the stop goes on with the sentence.
  if (/^\s*[،,؛;:]/.test(after)) return false;
  if (!/[\p{L}\p{N}]/u.test(before)) return false;
  if (closing !== undefined && isPartOfSentence(closing, marks, after)) return false;
  if (marks === "." || marks === "۔") return endsAtFullStop(before, after, closing !== undefined);
  if (/^[.…]{1,}$/.test(marks)) return endsAtEllipsis(before, after);
  return endsAtCall(before, marks, after);
}

function isPartOfSentence(
  { kind, words, isWholeSentence, isFirst }: NonNullable<Stop["closing"]>,
  marks: string,
  after: string,
): boolean {
  if (kind === "quote" && goesOnBehindQuote(after, isFirst, isWholeSentence)) return true;
  if (isWholeSentence) return false;
  if (kind === "bracket") return words < nameWords || marks !== ".";
  return words < nameWords && marks !== ".";
}

/** Behind a speech: who said it, what he did with it, the next in a row of quotations. */
function goesOnBehindQuote(after: string, isFirst: boolean, isWholeSentence: boolean): boolean {
  if (/^\s*و\s?["«“(]/u.test(after) || attached.test(after)) return true;
  if (isFirst) return speaking.test(after);
  return !isWholeSentence && prepositional.test(after);
}

function endsAtFullStop(before: string, after: string, isQuoted: boolean): boolean {
  const last = before.slice(-60).trimEnd();
  const [left, right] = [before.slice(-2), after.slice(0, 2)];
  if (/\p{N}$/u.test(left) && /^\p{N}/u.test(right)) return false;
  // «: 1.», «، 2.»: the number of an item within the sentence.
  if (/(?<!\p{N})[:،؛,;]\s*\(?\p{N}{1,2}$/u.test(last) && /^\s*\p{L}/u.test(after)) return false;
  // A name that begins with a stop: «.org».
  if (/(?:^|[\s(«"]|[\s(]و)$/u.test(before.slice(-2)) && /^[a-z]/.test(after)) return false;
  // «1.», «أ.» at the beginning: the number of an item.
  if (before.length < 12 && /^[\s(\-–—•*]*(?:\p{N}{1,2}|[IVX]{1,5}|\p{L})$/u.test(last)) return false;
  if (/[A-Za-z]$/.test(left) && /^[A-Za-z]/.test(right)) {
    // "ended.The next": a missing space; anything else in Latin letters is a name with a stop in it.
    if (!/[a-z]{2}$/.test(left) || !/^[A-Z][a-z]/.test(right)) return false;
  } else if (/[\w/-]$/.test(left) && /^[\w/]/.test(right)) return false;
  if (/\p{Ll}$/u.test(last.slice(-2)) && /^\s*\p{Ll}(?!\p{Ll}*\p{Lu})/u.test(after)) return false;
  return !isAbbreviationStop({ before: before.slice(-40), after: isQuoted ? ` ${after}` : after });
}

function endsAtEllipsis(before: string, after: string): boolean {
  if (!/^[\s\p{L}"«“(]/u.test(after) || /^\s*\p{Ll}/u.test(after)) return false;
  // Only words up to the next stop count as what follows.
  const [next = ""] = /^[^.!؟?…]*/u.exec(after) ?? [];
  return countWords(before) >= leastAround.before && countWords(next) >= leastAround.after;
}

/** A question or an exclamation: "Yahoo! said" and «؟ab=1» of an address go on. */
function endsAtCall(before: string, marks: string, after: string): boolean {
  if (/^[\w=&/]/.test(after) && /[A-Za-z0-9]$/.test(before)) return /^[A-Z]/.test(after);
  if (!/[A-Za-z]\s*$/.test(before)) return true;
  // A Latin name in an Arabic sentence keeps its mark: «شركة Yahoo! خدمة» (Yahoo!'s service).
  if (
    marks === "!" &&
    /\p{Script=Arabic}\s+[A-Z][A-Za-z]*$/u.test(before.slice(-40)) &&
    !isPlainBeginning(after)
  )
    return false;
  return !/^\s*[a-z]/.test(after);
}
