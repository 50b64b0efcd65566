// Centrality: LexRank (Erkan and Radev 2004) on stems, continuous, with TF-IDF cosine as the strength of a link.
import type { RankedSentence, ScoreSentences } from "../feature.ts";

/** Share of a random walk that starts anew, as in the paper. */
const damping = 0.85;
const rounds = 30;

/** More sentences are not compared with each other: the cost is the square of this at most, whatever the text. */
export const mostCompared = 200;

/** 1 for the most central sentence of the text, the others in proportion; 0 beyond the bound. */
export const byCentrality: ScoreSentences = ({ sentences }) => {
  const compared = sentences.slice(0, mostCompared);
  const vectors = toVectors(compared);
  const links = vectors.map((vector, row) =>
    vectors.map((other, column) => (row === column ? 0 : cosine(vector, other))),
  );
  const degrees = links.map((row) => row.reduce((sum, strength) => sum + strength, 0));
  const count = compared.length;
  let rank = compared.map(() => 1 / count);
  for (let round = 0; round < rounds; round += 1) {
    const next = compared.map(() => (1 - damping) / count);
    for (const [row, strengths] of links.entries()) {
      const degree = degrees[row] ?? 0;
      const share = damping * (rank[row] ?? 0);
      for (let column = 0; column < count; column += 1) {
        // A sentence without a link gives its share to all alike.
        const part = degree === 0 ? 1 / count : (strengths[column] ?? 0) / degree;
        next[column] = (next[column] ?? 0) + share * part;
      }
    }
    rank = next;
  }
  const top = Math.max(...rank, Number.MIN_VALUE);
  return sentences.map((_, index) => (rank[index] ?? 0) / top);
};

/** A sentence as unit vector of TF-IDF over its stems. */
export type Vector = ReadonlyMap<string, number>;

export function toVectors(sentences: readonly Pick<RankedSentence, "stems">[]): readonly Vector[] {
  const seenIn = new Map<string, number>();
  for (const { stems } of sentences) {
    for (const stem of new Set(stems)) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  }
  return sentences.map(({ stems }) => {
    const weights = new Map<string, number>();
    for (const stem of stems) {
      const rarity = Math.log(1 + sentences.length / (seenIn.get(stem) ?? 1));
      weights.set(stem, (weights.get(stem) ?? 0) + rarity);
    }
    const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return new Map([...weights].map(([stem, weight]) => [stem, weight / norm]));
  });
}

/** 0..1; 0 where one of them is empty. */
export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}
