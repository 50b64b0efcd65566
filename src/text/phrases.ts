// Finds words and phrases in a text by their stems, all of them in one walk: as long as the text, however many there are.
import { stems } from "./stem.ts";

/**
 * The stems of a phrase, in order: two spellings of one phrase, with or without hamza, tashkeel, tatweel and «ال», have
 * the same. Empty for a phrase of no letters and for one of stop words alone.
 */
export function phraseStems(words: string): readonly string[] {
  return stems(words);
}

/** Indexes of the phrases found, ascending. A phrase never reaches from one piece into the next. */
export type FindPhrases = (pieces: readonly (readonly string[])[]) => readonly number[];

interface Node {
  readonly next: Map<string, Node>;
  /** Phrases that end here. */
  readonly ends: number[];
}

/** `phrases` as their reader wrote them. An empty one is found nowhere. */
export function createPhraseFinder(phrases: readonly string[]): FindPhrases {
  const root: Node = { next: new Map(), ends: [] };
  for (const [index, words] of phrases.entries()) {
    let node = root;
    for (const stem of phraseStems(words)) {
      const next = node.next.get(stem) ?? { next: new Map(), ends: [] };
      node.next.set(stem, next);
      node = next;
    }
    if (node !== root) node.ends.push(index);
  }
  if (root.next.size === 0) return () => [];
  return (pieces) => {
    const found = new Set<number>();
    for (const piece of pieces) {
      for (let start = 0; start < piece.length; start += 1) {
        let node = root.next.get(piece[start] ?? "");
        for (let at = start + 1; node !== undefined; at += 1) {
          for (const index of node.ends) found.add(index);
          node = node.next.get(piece[at] ?? "");
        }
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}
