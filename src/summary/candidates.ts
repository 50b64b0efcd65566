// Finds the sentences of a text that may stand in a summary at all.
import { splitClauses } from "../text/clauses.ts";
import type { Span } from "../text/lines.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { normalizedWords, stemsOf } from "../text/stem.ts";
import { countWords } from "../text/words.ts";
import type { RankedSentence } from "./feature.ts";
import { findFurniture } from "./furniture.ts";
import { findKinship, paragraphWords } from "./kinship.ts";
import { isNoise } from "./noise.ts";
import { pageVoiceOf } from "./pageVoice.ts";
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
  const furniture = findFurniture(text, isFurniture);
  const written = withoutFurniture(splitSentences(text), furniture.found);
  const known = readTitle(title, written);
  const sentences: Sentence[] = [];
  const titles: Sentence[] = [];
  const headings: Sentence[] = [];
  const captions: Sentence[] = [];
  const seen = new Set<string>();
  const beginnings = new Set<number>();
  for (const [at, sentence] of written.entries()) {
    if (written[at - 1]?.kind === "dateline" || isLineStart(text, sentence.start))
      beginnings.add(sentence.start);
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
  const own = withoutVoices(measure(usable.flatMap(withClauses), text));
  const kinship = findKinship(own);
  const ranked = own.map((one, index) => ({
    ...one,
    index,
    beginsParagraph: beginnings.has(one.start),
    isStranger: isStranger(one, kinship[index] ?? 1, own.length, isWithin(one, furniture.doubtful)),
  }));
  return { sentences: ranked, titleStems: known.stems };
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
  return sentences
    .filter(({ text, start }) => {
      while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      return start < (furniture[next]?.start ?? Number.POSITIVE_INFINITY) && !isNoise(text);
    })
    .map(withoutTail);
}

/** What a page glued behind the last stop of a paragraph goes: «… وقيمها.. إعلان» (and its values.. advertisement). */
function withoutTail(sentence: Sentence): Sentence {
  const tail = /^[\s\S]*[.!؟?…]["'”’»)\]]*(?=\s+(\P{Lu}[^.!؟?…]{0,60})$)/u.exec(sentence.text.slice(-120));
  const [kept = "", behind] = tail ?? [];
  if (behind === undefined || !isNoise(behind)) return sentence;
  const text = sentence.text.slice(0, Math.max(0, sentence.text.length - 120)) + kept;
  return { ...sentence, text, end: sentence.start + text.length };
}

type Measured = Omit<RankedSentence, "index" | "beginsParagraph" | "isStranger"> & {
  readonly lineWords: number;
  readonly voice: number;
};

/** Counts what the choice needs to know of each sentence by itself and of the line it stands in. */
function measure(sentences: readonly Sentence[], source: string): readonly Measured[] {
  const lines: { words: number }[] = [];
  let end = 0;
  const places = sentences.map(({ text, start, end: own }) => {
    if (lines.length === 0 || /[\n\r]/.test(source.slice(end, start))) lines.push({ words: 0 });
    end = own;
    const line = lines.at(-1) ?? { words: 0 };
    const wordCount = countWords(text);
    line.words += wordCount;
    return { line, wordCount };
  });
  return sentences.map(({ text, start, end: own }, at) => {
    const words = normalizedWords(text);
    const { line, wordCount } = places[at] ?? { line: { words: 0 }, wordCount: 0 };
    const measured = { text, start, end: own, words, stems: stemsOf(words), wordCount };
    return { ...measured, lineWords: line.words, voice: pageVoiceOf(words) };
  });
}

/** Surely the page's voice; where hardly another word is left, a guide speaks to its reader. */
const surely = { voice: 3, leastShare: 0.4 } as const;

function withoutVoices(sentences: readonly Measured[]): readonly Measured[] {
  const own = sentences.filter(({ voice }) => voice < surely.voice);
  return wordsOf(own) >= wordsOf(sentences) * surely.leastShare ? own : sentences;
}

function wordsOf(sentences: readonly Measured[]): number {
  return sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
}

/** In fewer sentences nothing tells what the text is about. */
const leastSentences = 5;
/** Kinship below which a sentence is a stranger: in a paragraph, in a line of its own, and in a question or with some of the page's voice. */
const strange = { paragraph: 0.1, line: 0.45, voice: 0.9 } as const;

function isStranger({ text, lineWords, voice }: Measured, kinship: number, count: number, isDoubtful: boolean): boolean {
  if (voice >= 2) return true;
  if (count < leastSentences) return false;
  const isLine = lineWords < paragraphWords;
  if (voice >= 1 && isLine) return true;
  if (voice >= 1 || isDoubtful || (isLine && isQuestion(text))) return kinship < strange.voice;
  return kinship < (isLine ? strange.line : strange.paragraph);
}

function isWithin({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}

/** A question by itself is a poll's more often than an article's. */
function isQuestion(text: string): boolean {
  return /[؟?]\s*$/.test(text);
}

/** True where only white space stands between a line's end and the offset. */
function isLineStart(source: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /[^\S\n\r]/.test(source.charAt(at))) at -= 1;
  return at < 0 || /[\n\r]/.test(source.charAt(at));
}
