// Chooses the few sentences that stand for a text: every one verbatim, in the order of the text.
import { detectLanguage } from "../text/language.ts";
import { countWords } from "../text/words.ts";
import { findCandidates } from "./candidates.ts";
import type { RankedSentence, TextView } from "./feature.ts";
import { features } from "./features.ts";
import { mostCompared, toVectors } from "./features/centrality.ts";
import { type Limits, type Scored, select } from "./select.ts";
import type { Budget, ChosenSentence, Summary, SummaryInput } from "./summary.ts";

export type { Budget, ChosenSentence, Summary, SummaryInput } from "./summary.ts";

/** Scores below this difference are the same to an editor, and are written so. */
const digits = 3;

/**
 * Summarises a text within a budget; whole sentences, never over the budget. An empty text gives an empty summary.
 * Where no sentence fits a word budget the shortest is returned, and `overBudget` says so.
 */
export function summarize(input: SummaryInput, budget: Budget): Summary {
  const { sentences, titleStems } = findCandidates(input);
  if (sentences.length === 0) return { sentences: [] };
  const view: TextView = { sentences, titleStems, language: input.language ?? detectLanguage(input.text) };
  // The tail of a very long text is ranked by its features alone and never chosen: position has decided already.
  const scored = score(view).slice(0, mostCompared);
  const limits = toLimits(budget, input.text, scored);
  const chosen = select(scored, toVectors(scored), limits);
  if (chosen.length > 0) return { sentences: toChosen(chosen) };
  const shortest = scored.reduce((least, one) => (one.wordCount < least.wordCount ? one : least));
  return { sentences: toChosen([shortest]), overBudget: true };
}

/** The first `count` in order of choice, in the order of the text: a shorter summary of the same choice. */
export function shorten(sentences: readonly ChosenSentence[], count: number): readonly ChosenSentence[] {
  return sentences.filter(({ rank }) => rank < count);
}

function score(view: TextView): readonly Scored[] {
  const columns = Object.entries(features).map(([name, { weight, score: values }]) => ({
    name,
    weight,
    values: values(view),
  }));
  return view.sentences.map((sentence: RankedSentence, index) => {
    const parts = columns.map(({ name, weight, values }) => ({ name, weight, value: values[index] ?? 0 }));
    return {
      ...sentence,
      score: round(parts.reduce((sum, { weight, value }) => sum + weight * value, 0)),
      why: parts.map(({ name, weight, value }) => `${name} ${value.toFixed(2)} × ${weight}`),
    };
  });
}

function toLimits(budget: Budget, text: string, scored: readonly Scored[]): Limits {
  if ("sentences" in budget) return { sentences: budget.sentences, words: Number.POSITIVE_INFINITY };
  if ("words" in budget) return { sentences: scored.length, words: budget.words };
  return { sentences: scored.length, words: Math.max(1, Math.round(countWords(text) * budget.ratio)) };
}

function toChosen(inOrderOfChoice: readonly Scored[]): readonly ChosenSentence[] {
  return inOrderOfChoice
    .map(({ text, start, end, score: value, why }, rank) => ({ text, start, end, score: value, rank, why }))
    .toSorted((a, b) => a.start - b.start);
}

function round(value: number): number {
  return Number(value.toFixed(digits));
}
