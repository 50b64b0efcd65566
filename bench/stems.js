// node bench/stems.js [--data FILE.jsonl] [--table NAME=FILE.tsv]: Mujaz's Arabic stemmer against others and against none.
// Run `npm run build` first. FILE.jsonl is as `npm run evaluate` reads it. FILE.tsv holds "word, tab, stem" of a stemmer that
// runs elsewhere; `--words` prints the words it must hold.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { stemArabic } from "../dist/text/arabic/stem.js";
import { normalize } from "../dist/text/normalize.js";
import { splitSentences } from "../dist/text/sentences.js";
import { isStopWord } from "../dist/text/stopWords.js";
import { countWords, splitWords } from "../dist/text/words.js";
import { loadStemmers } from "./peers/stemmers.js";
import { mean, rouge, tokensOf } from "./rouge.js";
import { judge, readGroups } from "./stems/groups.js";
import { choose, rank } from "./stems/lexrank.js";

async function main() {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      table: { type: "string", multiple: true, default: [] },
      words: { type: "boolean", default: false },
    },
  });
  const articles = values.data === undefined ? [] : readArticles(values.data);
  const groups = readGroups();
  const words = allWords(groups, articles);
  if (values.words) {
    console.log(words.join("\n"));
    return;
  }
  const stemmers = await findStemmers(values.table);
  const speeds = measureSpeed(stemmers, words);
  console.log(describe(groups, words));
  console.table(Object.fromEntries(stemmers.map((each) => [each.name, wordRow(each, groups, speeds)])));
  if (articles.length === 0) return;
  console.log(`ROUGE-2 of a plain LexRank on ${articles.length} articles, whole sentences`);
  console.table(summaryTable(stemmers, articles));
}

async function findStemmers(tables) {
  const { stemmers, missing } = await loadStemmers();
  for (const { name, reason } of missing) console.log(`${name} is left out: ${reason}`);
  return [
    { name: "none", stem: normalize },
    { name: "Mujaz", stem: (word) => stemArabic(normalize(word)) },
    ...stemmers.map(({ name, version, stem }) => ({ name: `${name} ${version}`, stem })),
    ...tables.map(readTable),
  ];
}

function readTable(flag) {
  const [name, file] = flag.split("=");
  const stems = new Map(readLines(file).map((line) => line.split("\t")));
  return { name, stem: (word) => stems.get(word) ?? word, isTable: true };
}

function readArticles(file) {
  return readLines(file)
    .map((line) => JSON.parse(line))
    .map(({ text, refs }) => {
      const written = splitSentences(text).filter(({ kind }) => kind !== "heading" && kind !== "dateline");
      return {
        sentences: written.map((sentence) => sentence.text),
        words: written.map((sentence) => contentWords(sentence.text)),
        references: refs.map(tokensOf),
        refWords: Math.round(mean(refs.map(countWords))),
      };
    });
}

const readLines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

function contentWords(text) {
  return splitWords(text)
    .map((word) => word.text)
    .filter((word) => !isStopWord(normalize(word)));
}

/** Distinct Arabic words, as written, in one order. */
function allWords({ together, apart }, articles) {
  const forms = [...Object.values(together).flat(2), ...apart.flat()];
  const found = new Set([...forms, ...articles.flatMap(({ words }) => words.flat())]);
  return [...found].filter((word) => /[\u0621-\u064A]/.test(word)).sort();
}

function describe({ together, apart }, words) {
  const groups = Object.values(together).flat();
  return `${groups.length} groups of ${groups.flat().length} forms, ${apart.length} lists of words to be kept apart, ${words.length} different words`;
}

function wordRow({ name, stem }, groups, speeds) {
  const { under, over, mixed, byFile } = judge(stem, groups);
  return {
    "under-stemming": under.toFixed(3),
    ...Object.fromEntries(Object.entries(byFile).map(([file, share]) => [file, share.toFixed(2)])),
    "over-stemming": over.toFixed(3),
    "mixed pairs": mixed,
    "million words/s": speeds.get(name) ?? "",
  };
}

/** Median of interleaved rounds, without any cache of stems. */
function measureSpeed(stemmers, words) {
  const own = stemmers.filter(({ isTable }) => !isTable);
  const rates = new Map(own.map(({ name }) => [name, []]));
  for (let round = 0; round < 9; round += 1) {
    for (const { name, stem } of own) {
      const begun = performance.now();
      let count = 0;
      for (; performance.now() - begun < 100; count += words.length) for (const word of words) stem(word);
      rates.get(name).push(count / (performance.now() - begun) / 1000);
    }
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  return new Map([...rates].map(([name, list]) => [name, median(list.slice(2)).toFixed(2)]));
}

const budgets = {
  "references' ratio": ({ refWords }) => ({ sentences: Infinity, words: refWords }),
  "3 sentences, 90 words": () => ({ sentences: 3, words: 90 }),
  "60 words": () => ({ sentences: Infinity, words: 60 }),
};

/** One row a stemmer, with the difference from no stemming and its standard error over the articles. */
function summaryTable(stemmers, articles) {
  const scored = stemmers.map(({ name, stem }) => [name, scoresOf(stem, articles)]);
  const [, plain] = scored[0];
  return Object.fromEntries(
    scored.map(([name, scores]) => [
      name,
      Object.fromEntries(
        Object.keys(budgets).map((budget) => [budget, compare(scores[budget], plain[budget])]),
      ),
    ]),
  );
}

function scoresOf(stem, articles) {
  const ranks = articles.map(({ words }) => rank(words.map((list) => list.map(stem))));
  const score = (article, at, limitsOf) => {
    const text = choose(article.sentences, ranks[at], limitsOf(article)).join(" ");
    return rouge(tokensOf(text), article.references).r2;
  };
  return Object.fromEntries(
    Object.entries(budgets).map(([name, limitsOf]) => [
      name,
      articles.map((article, at) => score(article, at, limitsOf)),
    ]),
  );
}

function compare(scores, plain) {
  const differences = scores.map((score, at) => score - plain[at]);
  const middle = mean(differences);
  const variance = mean(differences.map((each) => (each - middle) ** 2));
  const error = Math.sqrt(variance / differences.length);
  return `${mean(scores).toFixed(3)} (${middle < 0 ? "" : "+"}${middle.toFixed(3)} ± ${error.toFixed(3)})`;
}

await main();
