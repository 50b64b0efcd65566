// How alike two sentences are: the cosine of their TF-IDF vectors over stems, found through an index of the stems.

export interface Likeness {
  /** Cosine (0..1) of one sentence with every sentence, by index; 0 with itself. */
  readonly of: (index: number) => Float64Array;
  /** Share (0..1) of the distinct stems of both that both hold (Dice); 0 where they have none. */
  readonly overlap: (one: number, other: number) => number;
  /** How much a sentence is about what the text is about: the mean share of sentences that hold its stems, 0..1. */
  readonly salience: (index: number) => number;
}

interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The cost grows with the number of sentences that share a stem, not with all pairs. */
export function compareSentences(sentences: readonly { readonly stems: readonly string[] }[]): Likeness {
  const holders: number[][] = [];
  const vectors = weigh(
    sentences.map(({ stems }) => stems),
    holders,
  );
  const weightIn = holders.map((indexes, term) => indexes.map((index) => weightOf(vectors[index], term)));
  const rows = new Map<number, Float64Array>();
  return {
    of(index) {
      const known = rows.get(index);
      if (known !== undefined) return known;
      const cosines = new Float64Array(sentences.length);
      const { terms, weights } = vectors[index] ?? nothing;
      for (const [at, term] of terms.entries()) {
        const weight = weights[at] ?? 0;
        const others = holders[term] ?? [];
        const theirs = weightIn[term] ?? [];
        for (let k = 0; k < others.length; k += 1) {
          const other = others[k] ?? 0;
          cosines[other] = (cosines[other] ?? 0) + weight * (theirs[k] ?? 0);
        }
      }
      cosines[index] = 0;
      if (rows.size < mostRows) rows.set(index, cosines);
      return cosines;
    },
    overlap(one, other) {
      const [a, b] = [vectors[one] ?? nothing, vectors[other] ?? nothing];
      let shared = 0;
      for (const term of a.terms) if (b.terms.includes(term)) shared += 1;
      return (2 * shared) / Math.max(1, a.terms.length + b.terms.length);
    },
    salience(index) {
      const { terms } = vectors[index] ?? nothing;
      const held = terms.reduce((sum, term) => sum + (holders[term]?.length ?? 0), 0);
      return terms.length === 0 ? 0 : held / terms.length / sentences.length;
    },
  };
}

/** So many rows are kept: centrality asks for no more, and the choice asks for them again. */
const mostRows = 512;

const nothing: Vector = { terms: [], weights: [] };

/** Unit vectors; fills `holders` with the indexes of the sentences that hold each term. */
function weigh(stemLists: readonly (readonly string[])[], holders: number[][]): readonly Vector[] {
  const ids = new Map<string, number>();
  const counted = stemLists.map((stems, index) => {
    const counts = new Map<number, number>();
    for (const stem of stems) {
      const id = ids.get(stem) ?? ids.size;
      ids.set(stem, id);
      const count = counts.get(id);
      if (id === holders.length) holders.push([]);
      if (count === undefined) holders[id]?.push(index);
      counts.set(id, (count ?? 0) + 1);
    }
    return counts;
  });
  return counted.map((counts) => {
    const terms = [...counts.keys()];
    const raw = terms.map(
      (id) => (counts.get(id) ?? 0) * Math.log(1 + stemLists.length / (holders[id]?.length ?? 1)),
    );
    const norm = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return { terms, weights: raw.map((weight) => weight / norm) };
  });
}

function weightOf(vector: Vector | undefined, term: number): number {
  const at = vector?.terms.indexOf(term) ?? -1;
  return vector?.weights[at] ?? 0;
}
