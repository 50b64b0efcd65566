// How alike two sentences are: the cosine of their TF-IDF vectors over stems, found through an index of the stems.

export interface Likeness {
  /** Cosine (0..1) of one sentence with every sentence, by index; 0 with itself. */
  readonly of: (index: number) => Float64Array;
  /** Share (0..1) of the distinct stems of one sentence and every other that both hold (Dice), by index; 0 with itself. */
  readonly overlaps: (index: number) => Float64Array;
  /** How much a sentence is about what the text is about: the mean share of sentences that hold its stems, 0..1. */
  readonly salience: (index: number) => number;
}

interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The cost grows with the number of sentences that share a stem, not with all pairs. */
export function compareSentences(sentences: readonly { readonly stems: readonly string[] }[]): Likeness {
  const { vectors, holders, weightIn } = weigh(sentences.map(({ stems }) => stems));
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
    overlaps(index) {
      const { terms } = vectors[index] ?? nothing;
      const shares = new Float64Array(sentences.length);
      for (const term of terms)
        for (const other of holders[term] ?? []) shares[other] = (shares[other] ?? 0) + 1;
      for (const [other, { terms: theirs }] of vectors.entries())
        if (shares[other] !== 0) shares[other] = (2 * (shares[other] ?? 0)) / (terms.length + theirs.length);
      shares[index] = 0;
      return shares;
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

interface Weighed {
  /** Unit vectors, by index. */
  readonly vectors: readonly Vector[];
  /** By term: the indexes of the sentences that hold it, and its weight in each. */
  readonly holders: readonly (readonly number[])[];
  readonly weightIn: readonly (readonly number[])[];
}

function weigh(stemLists: readonly (readonly string[])[]): Weighed {
  const ids = new Map<string, number>();
  const holders: number[][] = [];
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
  const weightIn: number[][] = holders.map(() => []);
  const vectors = counted.map((counts) => {
    const terms = [...counts.keys()];
    const raw = terms.map(
      (id) => (counts.get(id) ?? 0) * Math.log(1 + stemLists.length / (holders[id]?.length ?? 1)),
    );
    const norm = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    const weights = raw.map((weight) => weight / norm);
    for (const [at, id] of terms.entries()) weightIn[id]?.push(weights[at] ?? 0);
    return { terms, weights };
  });
  return { vectors, holders, weightIn };
}
