// The greedy oracle: what whole sentences can reach when the references are known.
import { countWords } from "../../dist/text/words.js";
import { rouge2, tokensOf } from "../rouge.js";
import { written } from "./budgets.js";

/** Adds the sentence that lifts mean ROUGE-2 most, until none fits or none lifts it. */
export function oracle({ sentences, references }, limits, protocol) {
  let chosen = [];
  let best = 0;
  while (chosen.length < limits.sentences) {
    const step = bestStep(chosen, best);
    if (step === undefined) break;
    chosen = step.tried;
    best = step.score;
  }
  return chosen;

  function bestStep(soFar, least) {
    const words = soFar.reduce((sum, { text }) => sum + countWords(text), 0);
    let found;
    for (const sentence of sentences) {
      if (soFar.includes(sentence) || !fits(words, countWords(sentence.text))) continue;
      const tried = [...soFar, sentence].toSorted((a, b) => a.start - b.start);
      const score = rouge2(tokensOf(written(tried, limits, protocol)), references);
      if (score > (found?.score ?? least)) found = { tried, score };
    }
    return found;
  }

  function fits(words, more) {
    return protocol === "cut" ? words < limits.words : words + more <= limits.words;
  }
}
