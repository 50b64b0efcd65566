// Centrality: LexRank (Erkan and Radev 2004) on stems, continuous, with TF-IDF cosine as the strength of a link.
import type { ScoreSentences, TextView } from "../feature.ts";

/** Share of a random walk that follows a link instead of starting anew, as in the paper. */
const damping = 0.85;
const mostRounds = 30;
/** The walk has settled when no sentence moves by more than this share of an even rank. */
const settled = 0.001;

/** More sentences are not compared with each other: whatever the length of a text, the cost has this bound squared. */
const mostCompared = 400;

/** 1 for the most central sentence of the text, the others in proportion; 0 for those left out of the comparison. */
export const byCentrality: ScoreSentences = (view) => {
  const compared = chooseCompared(view);
  const ranks = walk(toLinks(view, compared), compared.length);
  const top = ranks.reduce((most, rank) => Math.max(most, rank), Number.MIN_VALUE);
  const values = new Array<number>(view.sentences.length).fill(0);
  for (const [at, index] of compared.entries()) values[index] = (ranks[at] ?? 0) / top;
  return values;
};

/** In a very long text: the sentences that hold most of what the text is about. */
function chooseCompared({ sentences, likeness }: TextView): readonly number[] {
  const all = sentences.map(({ index }) => index);
  if (all.length <= mostCompared) return all;
  const salience = all.map((index) => likeness.salience(index));
  return all
    .toSorted((a, b) => (salience[b] ?? 0) - (salience[a] ?? 0) || a - b)
    .slice(0, mostCompared)
    .sort((a, b) => a - b);
}

/** Row by row the chance to go from one sentence to another. */
function toLinks({ likeness, sentences }: TextView, compared: readonly number[]): readonly Float64Array[] {
  const isAll = compared.length === sentences.length;
  return compared.map((index) => {
    const cosines = likeness.of(index);
    const row = isAll ? cosines.slice() : Float64Array.from(compared, (other) => cosines[other] ?? 0);
    let sum = 0;
    for (let at = 0; at < row.length; at += 1) sum += row[at] ?? 0;
    // A sentence without a link gives its share to all alike.
    if (sum === 0) return row.fill(1 / compared.length);
    for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / sum;
    return row;
  });
}

function walk(links: readonly Float64Array[], count: number): Float64Array {
  let ranks = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = new Float64Array(count).fill((1 - damping) / count);
    for (const [row, chances] of links.entries()) {
      const share = damping * (ranks[row] ?? 0);
      for (let column = 0; column < count; column += 1)
        next[column] = (next[column] ?? 0) + share * (chances[column] ?? 0);
    }
    const moved = next.reduce((most, rank, at) => Math.max(most, Math.abs(rank - (ranks[at] ?? 0))), 0);
    ranks = next;
    if (moved * count < settled) break;
  }
  return ranks;
}
