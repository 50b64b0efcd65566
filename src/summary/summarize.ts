// Chooses the few sentences that stand for a text: every one verbatim, in the order of the text.
import { detectLanguage } from "../text/language.ts";
import { countWords } from "../text/words.ts";
import { findCandidates } from "./candidates.ts";
import type { RankedSentence, TextView } from "./feature.ts";
import { features } from "./features.ts";
import { compareSentences } from "./likeness.ts";
import { type Limits, select } from "./select.ts";
import type { Budget, ChosenSentence, Summary, SummaryInput } from "./summary.ts";

export type { Budget, ChosenSentence, Summary, SummaryInput } from "./summary.ts";

/**
 * Summarises a text within a budget; whole sentences, never over the budget. An empty text, or a budget of no sentence,
 * gives an empty summary. Where no sentence fits a word budget the shortest is returned, and `overBudget` says so.
 */
export function summarize(input: SummaryInput, budget: Budget): Summary {
  const { sentences, titleStems } = findCandidates(input);
  const limits = toLimits(budget, input.text);
  if (sentences.length === 0 || !(limits.sentences >= 1)) return { sentences: [] };
  const likeness = compareSentences(sentences);
  const scores = score({
    sentences,
    titleStems,
    likeness,
    language: input.language ?? detectLanguage(input.text),
  });
  const chosen = select({ sentences, scores: scores.sums, likeness }, limits);
  if (chosen.length > 0) return { sentences: toChosen(chosen, scores) };
  const shortest = sentences.reduce((least, one) => (one.wordCount < least.wordCount ? one : least));
  return { sentences: toChosen([shortest], scores), overBudget: true };
}

/** The first `count` in order of choice, in the order of the text: the shorter summary of the same text. */
export function shorten(sentences: readonly ChosenSentence[], count: number): readonly ChosenSentence[] {
  return sentences.filter(({ rank }) => rank < count);
}

interface Scores {
  /** Weighted sum a sentence, by index. */
  readonly sums: Float64Array;
  /** What each feature gave, in the order of their table, each by index. */
  readonly columns: readonly (readonly number[])[];
}

function score(view: TextView): Scores {
  const sums = new Float64Array(view.sentences.length);
  const columns = Object.values(features).map(({ weight, score: valuesOf }) => {
    const values = valuesOf(view);
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + weight * (values[index] ?? 0);
    return values;
  });
  return { sums, columns };
}

function toLimits(budget: Budget, text: string): Limits {
  if ("sentences" in budget)
    return { sentences: Math.floor(budget.sentences), words: Number.POSITIVE_INFINITY };
  if ("words" in budget) return { sentences: Number.POSITIVE_INFINITY, words: budget.words };
  // A hair more, since 100 × 0.29 is a little less than 29 in floating point.
  return { sentences: Number.POSITIVE_INFINITY, words: Math.floor(countWords(text) * budget.ratio + 1e-6) };
}

function toChosen(
  inOrderOfChoice: readonly RankedSentence[],
  { sums, columns }: Scores,
): readonly ChosenSentence[] {
  return inOrderOfChoice
    .map(({ text, start, end, index }, rank) => ({
      text,
      start,
      end,
      // Smaller differences mean nothing to an editor.
      score: Number((sums[index] ?? 0).toFixed(3)),
      rank,
      why: Object.entries(features).map(
        ([name, { weight }], at) => `${name} ${(columns[at]?.[index] ?? 0).toFixed(2)} × ${weight}`,
      ),
    }))
    .toSorted((a, b) => a.start - b.start);
}
