// Tells the sentences of an article from those that its page put in between: by the page's voice, and by kinship.
import { hasLineEnd, isLineEnd, type Span } from "../text/lines.ts";
import { countWords } from "../text/words.ts";
import { openingOf } from "./dangling.ts";
import type { RankedSentence } from "./feature.ts";
import { findKinship, paragraphWords } from "./kinship.ts";
import { pageVoiceOf } from "./pageVoice.ts";
import type { Reading } from "./reading.ts";

/** Surely the page's voice; where hardly another word is left, a guide speaks to its reader. */
const surely = { voice: 3, leastShare: 0.4 } as const;
/** In fewer sentences nothing tells what the text is about. */
const leastSentences = 5;
/** Sentences in paragraphs that show where an article begins and ends. */
const leastParagraphs = 3;
/** Kinship below which a sentence is a stranger: in a paragraph, in a line of its own, and where something else speaks against it. */
const strange = { paragraph: 0.1, line: 0.65, suspect: 0.9 } as const;
/** In a text whose lines end with stops, at most this share of the sentences does not. */
const mostOpenEnded = 0.3;
/** Voice that speaks against a sentence, and voice that decides. */
const heard = { some: 1, clear: 2 } as const;

type Measured = Omit<RankedSentence, "index" | "beginsParagraph" | "origin"> & {
  readonly lineWords: number;
  readonly voice: number;
  /** True for a line that ends without a stop. */
  readonly isOpenEnded: boolean;
};

/**
 * The sentences without those that surely are the page's, the doubtful ones marked. `beginnings` holds the offsets at which
 * paragraphs begin, `doubtful` in order the lines that `findFurniture` doubts; `hasFurniture` tells of a text that the
 * page's own lines were found in.
 */
export function withoutStrangers(
  readings: readonly Reading[],
  {
    text,
    beginnings,
    doubtful,
    hasFurniture,
  }: {
    text: string;
    beginnings: ReadonlySet<number>;
    doubtful: readonly Span[];
    hasFurniture: boolean;
  },
): readonly RankedSentence[] {
  const all = measure(readings, text);
  const own = withoutVoices(all);
  // Where nothing else shows that a page is around the text, a stranger is only suspected.
  const hasPage = hasFurniture || own.length < all.length;
  const kinship = findKinship(own);
  const edges = findEdges(own);
  // Where most lines end with a stop, one that does not is a headline or a label.
  const openEnded = own.reduce((count, one) => count + (one.isOpenEnded ? 1 : 0), 0);
  const isStopped = openEnded <= own.length * mostOpenEnded;
  let next = 0;
  return own.map((one, index) => {
    while ((doubtful[next]?.end ?? Number.POSITIVE_INFINITY) <= one.start) next += 1;
    const isInBlock = (doubtful[next]?.start ?? Number.POSITIVE_INFINITY) <= one.start;
    const isDoubtful = isInBlock || index < edges.first || index > edges.last;
    const isLabel = isStopped && one.isOpenEnded;
    return {
      text: one.text,
      start: one.start,
      end: one.end,
      index,
      words: one.words,
      entries: one.entries,
      stems: one.stems,
      distinctStems: one.distinctStems,
      wordCount: one.wordCount,
      opening: one.opening,
      beginsParagraph: beginnings.has(one.start),
      origin:
        !isLabel && !isStranger(one, { kinship: kinship[index] ?? 1, count: own.length, isDoubtful })
          ? "article"
          : hasPage && (one.voice >= heard.some || isDoubtful || isLabel)
            ? "page"
            : "doubtful",
    };
  });
}

/** Pages put most around an article: indexes of the first and the last sentence in a paragraph, where there are enough of them. */
function findEdges(sentences: readonly Measured[]): { readonly first: number; readonly last: number } {
  const isParagraph = ({ lineWords }: Measured): boolean => lineWords >= paragraphWords;
  if (sentences.filter(isParagraph).length < leastParagraphs) return { first: 0, last: sentences.length };
  return { first: sentences.findIndex(isParagraph), last: sentences.findLastIndex(isParagraph) };
}

/** Counts what the choice needs to know of each sentence by itself and of the line it stands in. */
function measure(readings: readonly Reading[], source: string): readonly Measured[] {
  const lines: { words: number }[] = [];
  let behind = 0;
  const places = readings.map(({ text, start, end }) => {
    if (lines.length === 0 || hasLineEnd(source, behind, start)) lines.push({ words: 0 });
    behind = end;
    const line = lines.at(-1) ?? { words: 0 };
    const wordCount = countWords(text);
    line.words += wordCount;
    return { line, wordCount };
  });
  return readings.map((reading, at) => {
    const { text, start, end, words, entries } = reading;
    const { line, wordCount } = places[at] ?? { line: { words: 0 }, wordCount: 0 };
    const stems: string[] = [];
    for (const { stem } of entries) if (stem !== "") stems.push(stem);
    return {
      text,
      start,
      end,
      words,
      entries,
      stems,
      distinctStems: [...new Set(stems)],
      wordCount,
      opening: openingOf(text),
      lineWords: line.words,
      voice: pageVoiceOf(reading),
      isOpenEnded: !/[.!؟?…۔:][\s"'”’»)\]]*$/u.test(text.slice(-6)) && isLineEnd(source, end),
    };
  });
}

function withoutVoices(sentences: readonly Measured[]): readonly Measured[] {
  const own = sentences.filter(({ voice }) => voice < surely.voice);
  return wordsOf(own) >= wordsOf(sentences) * surely.leastShare ? own : sentences;
}

function wordsOf(sentences: readonly Measured[]): number {
  return sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
}

function isStranger(
  { text, lineWords, voice }: Measured,
  { kinship, count, isDoubtful }: { kinship: number; count: number; isDoubtful: boolean },
): boolean {
  if (voice >= heard.clear) return true;
  if (count < leastSentences) return false;
  const isLine = lineWords < paragraphWords;
  if (voice >= heard.some && isLine) return true;
  if (voice >= heard.some || isDoubtful || (isLine && isQuestion(text))) return kinship < strange.suspect;
  return kinship < (isLine ? strange.line : strange.paragraph);
}

/** A question by itself is a poll's more often than an article's. */
function isQuestion(text: string): boolean {
  return /[؟?]\s*$/.test(text);
}
