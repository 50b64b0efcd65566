// Every term of the index in MiniSearch's radix tree: found exactly, by its beginning, or with letters wrong.
import SearchableMap from "minisearch/SearchableMap";
import { createPostings, type Postings } from "./postings.ts";
import type { QueryWord } from "./query.ts";

/** Articles that hold what a word of a search stands for, and how much that is worth beside the word itself. */
export interface Meaning {
  readonly postings: Postings;
  readonly weight: number;
  /** True for a word that is only spelt like the one of the search. */
  readonly isGuess?: boolean;
}

export interface Vocabulary {
  readonly size: number;
  /** The list of a term, empty when the term is new. */
  listOf(term: string): Postings;
  /** What a word of a search may mean. A beginning counts only where there is little of the word itself, a misspelling where there is nothing. */
  meaningsOf(word: QueryWord): readonly Meaning[];
  /** Calls `visit` with the next `count` lists; it begins again at the end. Lists left empty are forgotten. Gives true at the end. */
  walk(count: number, visit: (postings: Postings) => void): boolean;
}

/** With fewer articles than this a word may be unfinished; with none it is misspelt. */
const few = 10;

/** A shorter beginning is one of thousands of words. */
const leastBeginning = 2;

/** Terms looked at, and taken, of those with one beginning. */
const mostLooked = 600;
const mostTaken = 20;

const weights = { written: 0.3, beginning: 0.5, misspelt: 0.35 } as const;

export function createVocabulary(): Vocabulary {
  const tree = new SearchableMap<Postings>();
  // The tree finds a whole term too, but takes ten times as long.
  const byTerm = new Map<string, Postings>();
  const lists: Postings[] = [];
  let walked = 0;

  function beginningWith(start: string): Meaning[] {
    const found: Postings[] = [];
    let looked = 0;
    for (const [term, postings] of tree.atPrefix(start)) {
      if (term !== start) found.push(postings);
      looked += 1;
      if (looked >= mostLooked) break;
    }
    return best(found).map((postings) => ({
      postings,
      weight: (weights.beginning * start.length) / postings.term.length,
    }));
  }

  function misspelt(term: string): Meaning[] {
    const distance = mistakesIn(term);
    if (distance === 0) return [];
    const near = [...tree.fuzzyGet(term, 1).values()].filter(([, far]) => far > 0);
    // Two wrong letters are looked for behind a right first one: a walk over the whole tree would take ten times as long.
    const further =
      near.length > 0 || distance < 2
        ? []
        : [...tree.atPrefix(term.slice(0, 1)).fuzzyGet(term.slice(1), distance).values()];
    const found = near.length > 0 ? near : further;
    const closest = Math.min(...found.map(([, far]) => far));
    const lists = found.filter(([, far]) => far === closest).map(([postings]) => postings);
    return best(lists).map((postings) => ({ postings, weight: weights.misspelt / closest, isGuess: true }));
  }

  return {
    get size() {
      return byTerm.size;
    },
    listOf(term) {
      const known = byTerm.get(term);
      if (known !== undefined) return known;
      const made = createPostings(term);
      tree.set(term, made);
      byTerm.set(term, made);
      lists.push(made);
      return made;
    },
    meaningsOf({ plain, term, isOpen }) {
      const stem = byTerm.get(term);
      const written = plain === term ? undefined : byTerm.get(plain);
      const meanings: Meaning[] = [];
      if (stem !== undefined) meanings.push({ postings: stem, weight: 1 });
      if (written !== undefined) meanings.push({ postings: written, weight: weights.written });
      if (isOpen && term.length >= leastBeginning && articlesOf(meanings) < few) {
        const known = new Set(meanings.map(({ postings }) => postings));
        const starts = [...new Set([term, plain])].flatMap(beginningWith);
        for (const meaning of starts) {
          if (known.has(meaning.postings)) continue;
          known.add(meaning.postings);
          meanings.push(meaning);
        }
      }
      if (articlesOf(meanings) === 0) meanings.push(...misspelt(term));
      return meanings;
    },
    walk(count, visit) {
      for (let left = count; left > 0 && walked < lists.length; left -= 1) {
        const postings = lists[walked];
        if (postings === undefined) break;
        visit(postings);
        if (postings.count > 0) walked += 1;
        else forget(postings);
      }
      const isAtEnd = walked >= lists.length;
      if (isAtEnd) walked = 0;
      return isAtEnd;
    },
  };

  function forget(postings: Postings): void {
    tree.delete(postings.term);
    byTerm.delete(postings.term);
    const last = lists.pop();
    if (last !== undefined && last !== postings) lists[walked] = last;
  }
}

function articlesOf(meanings: readonly Meaning[]): number {
  return meanings.reduce((sum, { postings }) => sum + postings.count, 0);
}

/** The commonest: a word that somebody has in mind is no rarity. */
function best(lists: readonly Postings[]): readonly Postings[] {
  return lists.toSorted((a, b) => b.count - a.count).slice(0, mostTaken);
}

/**
 * Wrong letters that are forgiven: none in four letters, one in seven, two in more. Nearly every Arabic stem of four letters
 * has a neighbour that is another word: «قطار» (train), «قطاع» (sector), «قطاف» (harvest). A number is right or another.
 */
export function mistakesIn(term: string): number {
  if (term.length <= 4 || /\p{N}/u.test(term)) return 0;
  return term.length <= 7 ? 1 : 2;
}
