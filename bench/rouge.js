// ROUGE-1, -2 and -L (F1) as the figures of the README are counted: Arabic normalised, no stemming, no stop list.
import { normalize } from "../dist/text/normalize.js";

/** Words for counting: runs of letters and digits of the normalised text. */
export function tokensOf(text) {
  return normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `{ r1, r2, rl }`, each the mean F1 over the references. */
export function rouge(candidate, references) {
  const scores = references.map((reference) => ({
    r1: overlap(ngrams(candidate, 1), ngrams(reference, 1)),
    r2: overlap(ngrams(candidate, 2), ngrams(reference, 2)),
    rl: harmonic(commonLength(candidate, reference), candidate.length, reference.length),
  }));
  return Object.fromEntries(["r1", "r2", "rl"].map((key) => [key, mean(scores.map((score) => score[key]))]));
}

/** ROUGE-2 alone, where it is counted often. */
export function rouge2(candidate, references) {
  const grams = ngrams(candidate, 2);
  return mean(references.map((reference) => overlap(grams, ngrams(reference, 2))));
}

export function mean(numbers) {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function ngrams(tokens, size) {
  const counts = new Map();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + size).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlap(one, other) {
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  return harmonic(shared, total(one), total(other));
}

function total(counts) {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function harmonic(shared, candidate, reference) {
  return shared === 0 ? 0 : (2 * shared) / (candidate + reference);
}

/** Length of the longest common subsequence. */
function commonLength(one, other) {
  let row = new Uint16Array(other.length + 1);
  for (const token of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) {
      next[at + 1] = token === other[at] ? row[at] + 1 : Math.max(row[at + 1], next[at]);
    }
    row = next;
  }
  return row[other.length];
}
