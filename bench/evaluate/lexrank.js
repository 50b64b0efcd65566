// A plain LexRank to compare with: Erkan and Radev (2004), continuous, over TF-IDF cosines.
import { normalizedWords } from "../../dist/text/stem.js";
import { isStopWord } from "../../dist/text/stopWords.js";

const damping = 0.85;
const enough = 1e-6;
const mostRounds = 200;

/** Sentences, the most central first; of equals the earlier. */
export function lexRank(sentences) {
  const scores = centralities(sentences.map(({ text }) => text));
  return sentences
    .map((sentence, at) => ({ sentence, score: scores[at] }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ sentence }) => sentence);
}

function centralities(texts) {
  const vectors = toVectors(texts);
  const links = vectors.map((one) => vectors.map((other) => dot(one, other)));
  const sums = links.map((row) => row.reduce((sum, each) => sum + each, 0));
  const count = texts.length;
  let ranks = new Array(count).fill(1 / count);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = new Array(count).fill((1 - damping) / count);
    for (let from = 0; from < count; from += 1) {
      for (let to = 0; to < count; to += 1) {
        // A sentence without a word that counts is like no other, and gives its rank to all alike.
        const share = sums[from] === 0 ? 1 / count : links[from][to] / sums[from];
        next[to] += damping * ranks[from] * share;
      }
    }
    const change = next.reduce((sum, rank, at) => sum + Math.abs(rank - ranks[at]), 0);
    ranks = next;
    if (change < enough) break;
  }
  return ranks;
}

/** Unit vectors of word → TF × IDF; the sentences of the text are the documents. */
function toVectors(texts) {
  const counts = texts.map((text) => {
    const found = new Map();
    for (const word of normalizedWords(text)) {
      if (!isStopWord(word)) found.set(word, (found.get(word) ?? 0) + 1);
    }
    return found;
  });
  const holders = new Map();
  for (const found of counts)
    for (const word of found.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return counts.map((found) => {
    const weights = [...found].map(([word, times]) => [
      word,
      times * Math.log(texts.length / holders.get(word)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
  });
}

function dot(one, other) {
  let sum = 0;
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0);
  return sum;
}
