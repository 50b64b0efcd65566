// npm run evaluate: how near Mujaz and others come to human summaries, to an editor, and how it stands page furniture.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readArticles, readGolden } from "./evaluate/articles.js";
import { budgets, protocols } from "./evaluate/budgets.js";
import { showGolden } from "./evaluate/golden.js";
import { measure, toColumns, toFolds } from "./evaluate/measure.js";
import { showNoise } from "./evaluate/noise.js";
import { createSystems } from "./evaluate/systems.js";
import { mean } from "./rouge.js";

const usage = `Usage: npm run evaluate -- [--data FILE.jsonl] [--folds N] [--seeds N]
                           [--golden FOLDER] [--noise SEEDS] [--bank dev|held] [--detail]

--data FILE     one object a line: {"id", "title"?, "text", "refs": ["a human summary", …]}. Gives ROUGE and the rest
                under three budgets, each by whole sentences and cut at the words. No such file is in this repository.
--folds N       with --data: ROUGE-2 in N parts of it (by sha1 of the id), with mean and standard deviation
--seeds N       runs of the random choice (20)
--golden FOLDER share of chosen sentences that an editor chose too (tests/golden)
--noise SEEDS   so many pages of furniture an article, made of the data, or of the Arabic golden texts without it
--bank NAME     phrases of the furniture: dev to tune with (the default), held only to judge
--detail        each golden text, and everything that slipped through

Without --data, --golden and --noise: the golden set, and noise of 5 seeds.

Columns. opens dangling: summaries whose first sentence leans on one that is not there; leans alone: summaries with
any such sentence; mean and highest overlap: Dice of the stems of two sentences of one summary; title again: summaries
with a sentence that says only the title. Shares are of summaries.`;

function main() {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      folds: { type: "string" },
      seeds: { type: "string", default: "20" },
      golden: { type: "string" },
      noise: { type: "string" },
      bank: { type: "string", default: "dev" },
      detail: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help || !["dev", "held"].includes(values.bank)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const hasNothing = values.data === undefined && values.golden === undefined && values.noise === undefined;
  const goldenFolder = values.golden ?? fileURLToPath(new URL("../tests/golden", import.meta.url));
  const noiseSeeds = Number(values.noise ?? (hasNothing ? 5 : 0));
  const articles = values.data === undefined ? undefined : readArticles(values.data);

  if (articles !== undefined) showBudgets(articles, Number(values.seeds), Number(values.folds ?? 0));
  if (values.golden !== undefined || hasNothing) showGolden(readGolden(goldenFolder), values.detail);
  if (noiseSeeds > 0) {
    const options = { seeds: noiseSeeds, bank: values.bank, isDetailed: values.detail };
    // Arabic furniture in an English text would be found by its letters.
    const arabic = () => readGolden(goldenFolder).filter(({ language }) => language === "ar");
    showNoise(articles ?? arabic(), options);
  }
}

/** A table for each budget and protocol, and the folds of ROUGE-2 beneath. */
function showBudgets(articles, seeds, folds) {
  const words = mean(articles.map((article) => article.words)).toFixed(0);
  console.log(`${articles.length} articles, ${words} words each on average.`);
  const systems = createSystems(seeds);
  warmUp(systems, articles);
  for (const budget of budgets) {
    for (const protocol of protocols) {
      const results = systems.map((system) => [system.name, measure(system, articles, budget, protocol)]);
      const table = (toCells) => Object.fromEntries(results.map(([name, rows]) => [name, toCells(rows)]));
      console.log(`\nBudget: ${budget.name}; ${protocol === "cut" ? "cut at the words" : "whole sentences"}`);
      console.table(table(toColumns));
      if (folds === 0) continue;
      console.log("ROUGE-2 by fold");
      console.table(table((rows) => toFolds(rows, folds)));
    }
  }
}

/** The first articles are slow in any run; their time is not counted. */
function warmUp(systems, articles) {
  for (const system of systems) measure(system, articles.slice(0, 10), budgets[0], "whole");
}

main();
