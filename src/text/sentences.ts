// Splits a text into sentences with exact UTF-16 offsets; what stands between them is only white space.
import { countWords } from "./words.ts";

export interface Sentence {
  /** Always `source.slice(start, end)`, without white space at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** "heading": a short line without a stop; "item": a line of a list. */
  readonly kind: "sentence" | "heading" | "item";
}

/** Abbreviations whose stop ends no sentence; compared with the word before the stop, tashkeel removed. */
const abbreviations = new Set(
  "د أ أ.د م ص ت ط ج ق ق.م هـ ه ب.م ج.م.ع كم سم مم كلم كغ ملم غ ر إلخ أ.م أ.م.د م.م Mr Mrs Ms Dr Prof St No Inc Ltd Co vs etc e.g i.e U.S U.K a.m p.m".split(
    " ",
  ),
);

/** Abbreviations that may also stand at the end of a sentence: they end one when the stop is followed by a new start. */
const mayEnd = new Set(["هـ", "ه", "إلخ", "كم", "سم", "مم", "كغ", "ق.م", "م", "etc", "Inc", "Ltd", "Co", "a.m", "p.m"]);

const closers = `"'”’»)]}›`;
const openersToClosers: Readonly<Record<string, string>> = { "«": "»", "“": "”", "(": ")", "[": "]" };

/** A heading has at most this many words. */
const headingWords = 12;

/** A quotation longer than this may be cut at the stops inside it. */
const wholeQuotationWords = 60;

/** Sentences in order. Any string is taken; an empty one gives none. */
export function splitSentences(text: string): readonly Sentence[] {
  const lines = linesOf(text);
  const written = lines.filter(([start, end]) => start < end);
  return written.flatMap(([start, end]): Sentence[] => {
    const line = text.slice(start, end);
    if (isHeading(line) && written.length > 1) return [{ text: line, start, end, kind: "heading" }];
    const kind = /^(?:[-–—•*▪●]|\(?[0-9٠-٩]{1,2}[.)-])\s/u.test(line) ? "item" : "sentence";
    return cut(text, start, end).map(([from, to]) => ({ text: text.slice(from, to), start: from, end: to, kind }));
  });
}

/** Trimmed lines as offsets. */
function linesOf(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const at = text.startsWith(line, start) ? start : text.indexOf(line, start);
    found.push(trim(text, at, at + line.length));
    start = at + line.length + (text.startsWith("\r\n", at + line.length) ? 2 : 1);
  }
  return found;
}

function trim(text: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

function isHeading(line: string): boolean {
  return !/[.!؟?…][\s"'”’»)\]]*$/u.test(line) && countWords(line) <= headingWords;
}

/** Cuts one line at the ends of its sentences. */
function cut(text: string, start: number, end: number): (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  const quotations = quotationsIn(text, start, end);
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!isStop(text.charAt(at))) continue;
    let after = at + 1;
    while (after < end && isStop(text.charAt(after))) after += 1;
    const stop = text.slice(at, after);
    const last = after - 1;
    while (after < end && closers.includes(text.charAt(after)) && !opens(text, after, end)) after += 1;
    if (endsHere(text, { from, at, stop, after, end }) && !isInside(quotations, at, after)) {
      pieces.push(trim(text, from, after));
      from = after;
    }
    at = Math.max(last, after - 1);
  }
  const rest = trim(text, from, end);
  if (rest[0] < rest[1]) {
    const previous = pieces.at(-1);
    // A tail without a letter (a lone mark, a closing quote) belongs to what stands before it.
    if (previous !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(rest[0], rest[1]))) {
      pieces[pieces.length - 1] = [previous[0], rest[1]];
    } else pieces.push(rest);
  }
  return pieces;
}

function isStop(char: string): boolean {
  return char === "." || char === "!" || char === "؟" || char === "?" || char === "…" || char === "۔";
}

/** A straight quote right before a letter opens, whatever stands before it. */
function opens(text: string, at: number, end: number): boolean {
  return /["']/.test(text.charAt(at)) && at + 1 < end && /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && /\s/.test(text.charAt(at - 1));
}

interface Stop {
  readonly from: number;
  readonly at: number;
  readonly stop: string;
  readonly after: number;
  readonly end: number;
}

function endsHere(text: string, { from, at, stop, after, end }: Stop): boolean {
  if (after >= end) return true;
  const before = text.slice(Math.max(from, at - 40), at);
  const next = text.slice(after, Math.min(end, after + 40));
  // «(... )»: words left out of a quotation.
  if (/\(\s*$/.test(before) || (/^\s*\)/.test(next) && /^\.{2,}|…$/.test(stop))) return false;
  if (stop !== ".") return stop.includes(".") || stop.includes("…") ? /^\s/.test(next) : true;
  if (/[\p{N}]$/u.test(before) && /^[\p{N}]/u.test(next)) return false;
  // Domains, addresses, file names: Latin or digits on both sides and no space.
  if (/[A-Za-z0-9_/-]$/.test(before) && /^[A-Za-z0-9_/]/.test(next)) return false;
  // An enumeration: «1. …» at the beginning.
  if (/^[\p{N}]{1,2}$/u.test(text.slice(from, at).trim())) return false;
  const word = (/[\p{L}\p{M}\p{N}.ـ]+$/u.exec(before)?.[0] ?? "").replace(/[\u064B-\u0652]/g, "");
  const glued = /^[\p{L}]/u.test(next);
  const bare = word.replace(/^[وفبكل](?=[\p{L}]\.|د$)/u, "");
  const isAbbreviation = abbreviations.has(word) || abbreviations.has(bare);
  if (isAbbreviation && glued) return false;
  if (isAbbreviation) return mayEnd.has(word) && !/^\s*[\p{Ll}\p{N}]/u.test(next) && countWords(text.slice(from, at)) > 4;
  // A single letter with its stop: initials, «م. ع. س.».
  if (/^\p{L}$/u.test(word)) return false;
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) return !glued && /^\s+\p{Lu}/u.test(next) && countWords(text.slice(from, at)) > 4;
  return true;
}

/** Quotations and brackets that are kept whole, as offsets of their inside. */
function quotationsIn(text: string, start: number, end: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [open, close] of Object.entries(openersToClosers)) {
    let depth = 0;
    let begun = -1;
    for (let at = start; at < end; at += 1) {
      const char = text.charAt(at);
      if (char === open) {
        if (depth === 0) begun = at;
        depth += 1;
      } else if (char === close && depth > 0) {
        depth -= 1;
        if (depth === 0) found.push([begun, at]);
      }
    }
  }
  let begun = -1;
  for (let at = start; at < end; at += 1) {
    if (text.charAt(at) !== '"') continue;
    if (begun < 0) begun = at;
    else {
      found.push([begun, at]);
      begun = -1;
    }
  }
  return found.filter(([from, to]) => countWords(text.slice(from, to)) <= wholeQuotationWords);
}

/** True when a stop lies inside a quotation that goes on after it. */
function isInside(quotations: readonly (readonly [number, number])[], at: number, after: number): boolean {
  return quotations.some(([from, to]) => from < at && after <= to);
}
