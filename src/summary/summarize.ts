// Chooses the few sentences that stand for a text: every one verbatim, in the order of the text.
import { detectLanguage } from "../text/language.ts";
import { countWords } from "../text/words.ts";
import { findCandidates } from "./candidates.ts";
import type { TextView } from "./feature.ts";
import { features } from "./features.ts";
import { compareSentences } from "./likeness.ts";
import type { Scored } from "./scored.ts";
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
  const scored = score({
    sentences,
    titleStems,
    likeness,
    language: input.language ?? detectLanguage(input.text),
  });
  const chosen = select(scored, likeness, limits);
  if (chosen.length > 0) return { sentences: toChosen(chosen) };
  const shortest = scored.reduce((least, one) => (one.wordCount < least.wordCount ? one : least));
  return { sentences: toChosen([shortest]), overBudget: true };
}

/** The first `count` in order of choice, in the order of the text: the shorter summary of the same text. */
export function shorten(sentences: readonly ChosenSentence[], count: number): readonly ChosenSentence[] {
  return sentences.filter(({ rank }) => rank < count);
}

function score(view: TextView): readonly Scored[] {
  const columns = Object.values(features).map(({ weight, score: values }) => ({
    weight,
    values: values(view),
  }));
  return view.sentences.map((sentence, index) => {
    const own = columns.map(({ values }) => values[index] ?? 0);
    let sum = 0;
    for (const [at, { weight }] of columns.entries()) sum += weight * (own[at] ?? 0);
    return { ...sentence, score: sum, values: own };
  });
}

function toLimits(budget: Budget, text: string): Limits {
  if ("sentences" in budget)
    return { sentences: Math.floor(budget.sentences), words: Number.POSITIVE_INFINITY };
  if ("words" in budget) return { sentences: Number.POSITIVE_INFINITY, words: budget.words };
  // A hair more, since 100 × 0.29 is a little less than 29 in floating point.
  return { sentences: Number.POSITIVE_INFINITY, words: Math.floor(countWords(text) * budget.ratio + 1e-6) };
}

function toChosen(inOrderOfChoice: readonly Scored[]): readonly ChosenSentence[] {
  return inOrderOfChoice
    .map(({ text, start, end, score: sum, values }, rank) => ({
      text,
      start,
      end,
      // Smaller differences mean nothing to an editor.
      score: Number(sum.toFixed(3)),
      rank,
      why: Object.entries(features).map(
        ([name, { weight }], at) => `${name} ${(values[at] ?? 0).toFixed(2)} × ${weight}`,
      ),
    }))
    .toSorted((a, b) => a.start - b.start);
}
