// Finds the sentences of a text that may stand in a summary at all.
import { splitClauses } from "../text/clauses.ts";
import type { Span } from "../text/lines.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { normalizedWords, stemsOf } from "../text/stem.ts";
import { countWords } from "../text/words.ts";
import type { RankedSentence } from "./feature.ts";
import { findFurniture } from "./furniture.ts";
import { isNoise } from "./noise.ts";
import type { SummaryInput } from "./summary.ts";
import { keyOf, readTitle } from "./title.ts";

export interface Candidates {
  readonly sentences: readonly RankedSentence[];
  readonly titleStems: ReadonlySet<string>;
}

/**
 * Page furniture is left out always; headings, datelines, captions and the title said again unless nothing else is there: a
 * poem is summarised by its lines.
 */
export function findCandidates({ text, title, isFurniture }: SummaryInput): Candidates {
  const written = withoutFurniture(splitSentences(text), findFurniture(text, isFurniture));
  const known = readTitle(title, written);
  const sentences: Sentence[] = [];
  const titles: Sentence[] = [];
  const headings: Sentence[] = [];
  const captions: Sentence[] = [];
  const seen = new Set<string>();
  for (const sentence of written) {
    const key = keyOf(sentence.text);
    // The same sentence twice is a scrape's repetition.
    if (seen.has(key)) continue;
    seen.add(key);
    if (sentence.kind === "dateline") continue;
    if (known.isRepeatedBy(sentence.text)) titles.push(sentence);
    else if (sentence.kind === "heading") headings.push(sentence);
    else if (sentence.kind === "caption") captions.push(sentence);
    else sentences.push(sentence);
  }
  const usable = [sentences, headings, titles, captions].find((some) => some.length > 0) ?? [];
  return { sentences: usable.flatMap(withClauses).map(toRanked), titleStems: known.stems };
}

/** The clauses of a very long sentence in its place. */
function withClauses(sentence: Sentence): readonly Sentence[] {
  return splitClauses(sentence.text).map(({ start, end }) => ({
    ...sentence,
    text: sentence.text.slice(start, end),
    start: sentence.start + start,
    end: sentence.start + end,
  }));
}

/** Both lists are in order. Furniture may also stand in a line of the article: «… انتهى. اقرأ أيضا: …» (read also). */
function withoutFurniture(sentences: readonly Sentence[], furniture: readonly Span[]): readonly Sentence[] {
  let next = 0;
  return sentences.filter(({ text, start }) => {
    while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return start < (furniture[next]?.start ?? Number.POSITIVE_INFINITY) && !isNoise(text);
  });
}

function toRanked({ text, start, end }: Sentence, index: number): RankedSentence {
  const words = normalizedWords(text);
  return { text, start, end, index, words, stems: stemsOf(words), wordCount: countWords(text) };
}
