// Finds the sentences of a text that may stand in a summary at all.
import { normalize } from "../text/normalize.ts";
import { splitSentences } from "../text/sentences.ts";
import { stems } from "../text/stem.ts";
import { countWords } from "../text/words.ts";
import type { RankedSentence } from "./feature.ts";
import { isEnding, isNoise } from "./noise.ts";
import type { SummaryInput } from "./summary.ts";

/** A sentence that shares this much of its stems with the title, and adds nothing, only says it again. */
const titleAgain = 0.85;

/** Behind this share of a text a line such as «الأكثر قراءة» (most read) ends it; before, it is only a line. */
const endingsFrom = 0.4;

export interface Candidates {
  readonly sentences: readonly RankedSentence[];
  readonly titleStems: ReadonlySet<string>;
}

/** Furniture, headings and the title said again are left out, unless nothing else is there. */
export function findCandidates({ text, title, isFurniture }: SummaryInput): Candidates {
  const titleStems = new Set(title === undefined ? [] : stems(title));
  const bare = title === undefined ? "" : bareOf(title);
  const lineFurniture = furnitureLines(text, isFurniture);
  const sentences: RankedSentence[] = [];
  const titleLike: RankedSentence[] = [];
  const seen = new Set<string>();
  for (const { text: sentence, start, end, kind } of splitSentences(text)) {
    if (kind === "heading" || lineFurniture(start) || isNoise(sentence)) continue;
    const key = bareOf(sentence);
    // The same sentence twice is a scrape's repetition.
    if (seen.has(key)) continue;
    seen.add(key);
    const found = { text: sentence, start, end, index: 0, stems: stems(sentence), wordCount: countWords(sentence) };
    if (bare !== "" && (key === bare || saysTitleAgain(found, titleStems))) titleLike.push(found);
    else sentences.push(found);
  }
  const usable = sentences.length > 0 ? sentences : titleLike;
  return { sentences: usable.map((sentence, index) => ({ ...sentence, index })), titleStems };
}

/** Tells by its offset whether a sentence lies in a line that is furniture, or behind the article's end. */
function furnitureLines(text: string, isFurniture: SummaryInput["isFurniture"]): (offset: number) => boolean {
  const spans: (readonly [number, number])[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const trimmed = line.trim();
    if (trimmed !== "" && isEnding(trimmed) && start > text.length * endingsFrom) {
      spans.push([start, text.length]);
      break;
    }
    if (trimmed !== "" && (isNoise(trimmed) || isFurniture?.(trimmed))) spans.push([start, end]);
    start = end + 1;
  }
  return (offset) => spans.some(([from, to]) => offset >= from && offset <= to);
}

function saysTitleAgain({ stems: words, wordCount }: RankedSentence, titleStems: ReadonlySet<string>): boolean {
  if (titleStems.size === 0 || wordCount > titleStems.size * 2 + 4) return false;
  const own = new Set(words);
  const shared = [...own].filter((stem) => titleStems.has(stem)).length;
  const union = own.size + titleStems.size - shared;
  return union > 0 && shared / union >= titleAgain;
}

function bareOf(text: string): string {
  return normalize(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
