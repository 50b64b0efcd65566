// The budgets of a summary, and the two ways to hold a system to one.
import { countWords } from "../../dist/text/words.js";

export const budgets = [
  {
    name: "the references' share of words",
    limitsOf: ({ refWords, words }) => ({
      sentences: Infinity,
      words: refWords,
      asked: { ratio: Math.min(1, refWords / words) },
    }),
  },
  {
    name: "3 sentences, at most 90 words",
    limitsOf: () => ({ sentences: 3, words: 90, asked: { sentences: 3 } }),
  },
  { name: "60 words", limitsOf: () => ({ sentences: Infinity, words: 60, asked: { words: 60 } }) },
];

/**
 * "whole": whole sentences that together never pass the words. "cut": sentences until the words are reached, and the
 * text cut there, so that a system that stops early is not spared.
 */
export const protocols = ["whole", "cut"];

/** Sentences in order of choice that fit; one that does not fit is passed over. */
export function fill(ranked, limits) {
  const chosen = [];
  let words = 0;
  for (const sentence of ranked) {
    const count = countWords(sentence.text);
    if (chosen.length >= limits.sentences || words + count > limits.words) continue;
    chosen.push(sentence);
    words += count;
  }
  return chosen;
}

/** Sentences in order of choice until the words are reached or passed. */
export function fillOver(ranked, limits) {
  const chosen = [];
  let words = 0;
  for (const sentence of ranked) {
    if (chosen.length >= limits.sentences || words >= limits.words) break;
    chosen.push(sentence);
    words += countWords(sentence.text);
  }
  return chosen;
}

/** The text of a summary as it is scored. */
export function written(sentences, limits, protocol) {
  const text = sentences.map((sentence) => sentence.text).join(" ");
  return protocol === "cut" ? firstWords(text, limits.words) : text;
}

/** Runs without a letter or digit are no words, and are taken along. */
function firstWords(text, count) {
  const runs = text.split(/\s+/);
  let words = 0;
  const end = runs.findIndex((run) => {
    words += countWords(run);
    return words > count;
  });
  return runs.slice(0, end < 0 ? runs.length : end).join(" ");
}
