// A plain LexRank (Erkan and Radev 2004) with nothing of Mujaz in it but its splitter: what a stemmer does to a summary.
import { countWords } from "../../dist/text/words.js";

const damping = 0.85;
const iterations = 30;

/** Indexes of the sentences, best first. `stemLists` has the stems of each sentence. */
export function rank(stemLists) {
  const vectors = weigh(stemLists);
  const likeness = vectors.map((one) => vectors.map((other) => (one === other ? 0 : cosine(one, other))));
  const sums = likeness.map((row) => row.reduce((total, each) => total + each, 0) || 1);
  let scores = vectors.map(() => 1 / vectors.length);
  for (let round = 0; round < iterations; round += 1) {
    scores = scores.map((_, at) => {
      const given = scores.reduce(
        (total, score, from) => total + (score * likeness[from][at]) / sums[from],
        0,
      );
      return (1 - damping) / vectors.length + damping * given;
    });
  }
  return [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
}

function weigh(stemLists) {
  const holders = new Map();
  for (const stems of stemLists)
    for (const stem of new Set(stems)) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return stemLists.map((stems) => {
    const vector = new Map();
    for (const stem of stems) vector.set(stem, (vector.get(stem) ?? 0) + 1);
    for (const [stem, count] of vector)
      vector.set(stem, count * Math.log(1 + stemLists.length / holders.get(stem)));
    const norm = Math.hypot(...vector.values()) || 1;
    for (const [stem, weight] of vector) vector.set(stem, weight / norm);
    return vector;
  });
}

function cosine(one, other) {
  let sum = 0;
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0);
  return sum;
}

/** Texts of the best sentences that fit the limits, in the order of the article. */
export function choose(sentences, ranked, limits) {
  const chosen = [];
  let words = 0;
  for (const index of ranked) {
    const count = countWords(sentences[index]);
    if (chosen.length >= limits.sentences || words + count > limits.words) continue;
    chosen.push(index);
    words += count;
  }
  return chosen.sort((a, b) => a - b).map((index) => sentences[index]);
}
