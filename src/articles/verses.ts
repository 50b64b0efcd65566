// Tells verses from headlines: both are short lines without a final mark, but verses rhyme and keep their length.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";

/** A verse in one line has two halves of some six words; lines of a poem differ by so many words at most. */
const most = { words: 12, spread: 3 } as const;
/** Names and sections in a row, «سياسة», «رياضة» (politics, sports), end alike too. */
const leastWords = 3;
const leastLines = 3;

/**
 * True where all lines are as short and as alike in length as verses, and half of them at least rhyme: their last letters are
 * few. «سلام على النخل حين استوى» ("peace on the palm when it stood"). Fewer than 3 lines are never verses.
 */
export function areVerses(lines: readonly string[]): boolean {
  if (lines.length < leastLines) return false;
  const words = lines.map(countWords);
  if (Math.min(...words) < leastWords) return false;
  if (Math.max(...words) > most.words || Math.max(...words) - Math.min(...words) > most.spread) return false;
  const ends = lines.map((line) => normalize(line).match(/\p{L}(?=[^\p{L}]*$)/u)?.[0] ?? "");
  return new Set(ends).size * 2 <= lines.length;
}
