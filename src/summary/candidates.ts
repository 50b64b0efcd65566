// Finds the sentences of a text that may stand in a summary at all.
import { longWords, splitClauses } from "../text/clauses.ts";
import { isLineEnd, isLineStart, type Span } from "../text/lines.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import type { RankedSentence } from "./feature.ts";
import { findFurniture } from "./furniture.ts";
import { isNoise } from "./noise.ts";
import { type Reading, readSentence } from "./reading.ts";
import { withoutStrangers } from "./strangers.ts";
import type { SummaryInput } from "./summary.ts";
import { readTitle } from "./title.ts";

export interface Candidates {
  readonly sentences: readonly RankedSentence[];
  readonly titleStems: ReadonlySet<string>;
}

/**
 * Page furniture is left out always; headings, datelines, captions and the title said again unless nothing else is there: a
 * poem is summarised by its lines.
 */
export function findCandidates({ text, title, isFurniture, sentences: given }: SummaryInput): Candidates {
  const furniture = findFurniture(text, isFurniture);
  const split = given === undefined ? splitSentences(text) : given.map((span) => toSentence(text, span));
  const written = withoutFurniture(split, furniture.found, text).map(readSentence);
  const known = readTitle(title, written);
  const sentences: Reading[] = [];
  const titles: Reading[] = [];
  const headings: Reading[] = [];
  const captions: Reading[] = [];
  const seen = new Set<string>();
  const beginnings = new Set<number>();
  for (const [at, sentence] of written.entries()) {
    if (written[at - 1]?.kind === "dateline" || isLineStart(text, sentence.start))
      beginnings.add(sentence.start);
    // The same sentence twice is a scrape's repetition.
    if (seen.has(sentence.key)) continue;
    seen.add(sentence.key);
    if (sentence.kind === "dateline") continue;
    if (known.isRepeatedBy(sentence, sentence.kind === "sentence" && sentences.length === 0))
      titles.push(sentence);
    else if (sentence.kind === "heading") headings.push(sentence);
    else if (sentence.kind === "caption") captions.push(sentence);
    else sentences.push(sentence);
  }
  const usable = [sentences, headings, titles, captions].find((some) => some.length > 0) ?? [];
  const ranked = withoutStrangers(usable.flatMap(withClauses), {
    text,
    beginnings,
    doubtful: furniture.doubtful,
    hasFurniture: furniture.found.length > 0,
  });
  return { sentences: ranked, titleStems: known.stems };
}

function toSentence(text: string, { start, end }: Span): Sentence {
  return { text: text.slice(start, end), start, end, kind: "sentence" };
}

/** The clauses of a very long sentence in its place. */
function withClauses(sentence: Reading): readonly Reading[] {
  // Of no fewer words than `splitClauses` counts.
  if (sentence.words.length <= longWords) return [sentence];
  const clauses = splitClauses(sentence.text);
  if (clauses.length === 1) return [sentence];
  return clauses.map(({ start, end }) =>
    readSentence({
      kind: sentence.kind,
      text: sentence.text.slice(start, end),
      start: sentence.start + start,
      end: sentence.start + end,
    }),
  );
}

/** Both lists are in order. Furniture may also stand in a line of the article: «… انتهى. اقرأ أيضا: …» (read also). */
function withoutFurniture(
  sentences: readonly Sentence[],
  furniture: readonly Span[],
  source: string,
): readonly Sentence[] {
  let next = 0;
  return sentences
    .filter(({ text, start, end }) => {
      while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      if (start >= (furniture[next]?.start ?? Number.POSITIVE_INFINITY)) return false;
      // A sentence that is a whole line has been looked at as a line.
      return (isLineStart(source, start) && isLineEnd(source, end)) || !isNoise(text);
    })
    .map(withoutTail);
}

/** What a page glued behind the last stop of a paragraph goes: «… وقيمها.. إعلان» (and its values.. advertisement). */
function withoutTail(sentence: Sentence): Sentence {
  if (/[.!؟?…]["'”’»)\]]*$/.test(sentence.text.slice(-4))) return sentence;
  const tail = /^[\s\S]*[.!؟?…]["'”’»)\]]*(?=\s+(\P{Lu}[^.!؟?…]{0,60})$)/u.exec(sentence.text.slice(-120));
  const [kept = "", behind] = tail ?? [];
  if (behind === undefined || !isNoise(behind)) return sentence;
  const text = sentence.text.slice(0, Math.max(0, sentence.text.length - 120)) + kept;
  return { ...sentence, text, end: sentence.start + text.length };
}
