// Measures systems on articles under every budget, and folds the figures.
import { performance } from "node:perf_hooks";
import { countWords } from "../../dist/text/words.js";
import { mean, rouge, tokensOf } from "../rouge.js";
import { numberOf } from "./articles.js";
import { written } from "./budgets.js";
import { qualityOf } from "./quality.js";

/** One row an article and run. */
export function measure(system, articles, budget, protocol) {
  return articles.flatMap((article) => {
    const limits = budget.limitsOf(article);
    return Array.from({ length: system.runs }, (_, run) => {
      const began = performance.now();
      const sentences = system.choose(article, limits, protocol, run);
      const ms = performance.now() - began;
      const text = written(sentences, limits, protocol);
      const words = countWords(text);
      return {
        id: article.id,
        ms,
        words,
        over: words > limits.words ? 1 : 0,
        ...rouge(tokensOf(text), article.references),
        ...qualityOf(sentences, article),
      };
    });
  });
}

/** The columns of a table; a column without a figure is a dash. */
export function toColumns(rows) {
  const column = (key, digits = 3) => {
    const known = rows.map((row) => row[key]).filter((value) => value !== undefined);
    return known.length === 0 ? "–" : mean(known).toFixed(digits);
  };
  return {
    "ROUGE-1": column("r1"),
    "ROUGE-2": column("r2"),
    "ROUGE-L": column("rl"),
    "opens dangling": column("opensDangling"),
    "leans alone": column("leansAlone"),
    "mean overlap": column("overlap"),
    "highest overlap": Math.max(0, ...rows.map(({ highestOverlap }) => highestOverlap)).toFixed(2),
    "title again": column("titleAgain"),
    words: column("words", 0),
    "over budget": column("over"),
    "median ms": median(rows.map(({ ms }) => ms)).toFixed(2),
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** ROUGE-2 by fold (sha1 of the id), their mean and standard deviation. */
export function toFolds(rows, folds) {
  const figures = Array.from({ length: folds }, (_, fold) =>
    mean(rows.filter(({ id }) => numberOf(id) % folds === fold).map(({ r2 }) => r2)),
  );
  const middle = mean(figures);
  const spread = Math.sqrt(mean(figures.map((each) => (each - middle) ** 2)));
  return {
    ...Object.fromEntries(figures.map((each, at) => [`fold ${at + 1}`, each.toFixed(3)])),
    mean: middle.toFixed(3),
    spread: spread.toFixed(3),
  };
}
