// npm run evaluate -- --data FILE.jsonl: how near Mujaz, the lead and chance come to human summaries, under three budgets.
// A line of the file is { id, title?, text, refs: [string] }.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isDangling } from "../dist/summary/dangling.js";
import { shorten, summarize } from "../dist/summary/summarize.js";
import { splitSentences } from "../dist/text/sentences.js";
import { countWords } from "../dist/text/words.js";
import { mean, rouge, tokensOf } from "./rouge.js";

const usage = `Usage: npm run evaluate -- --data FILE.jsonl [--seeds N]
FILE.jsonl holds one object a line: {"id", "title"?, "text", "refs": ["a human summary", …]}.
Nothing is measured without it: the human summaries are not part of this repository.`;

/** Reads the flags, measures, prints one table a budget. */
function main() {
  const { values } = parseArgs({
    options: { data: { type: "string" }, seeds: { type: "string", default: "20" } },
  });
  if (values.data === undefined) {
    console.log(usage);
    return;
  }
  const articles = readFileSync(values.data, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => prepare(JSON.parse(line)));
  console.log(
    `${articles.length} articles, ${mean(articles.map(({ words }) => words)).toFixed(0)} words each on average.`,
  );
  for (const budget of budgets) {
    console.log(`\n${budget.name}`);
    console.table(
      Object.fromEntries(
        systems(Number(values.seeds)).map((system) => [system.name, measure(system, articles, budget)]),
      ),
    );
  }
}

/** `words` is never passed by whole sentences; systems marked "cut" take one more and cut it. */
const budgets = [
  {
    name: "Ratio of the references' words",
    of: ({ refWords }) => ({ sentences: Infinity, words: refWords }),
  },
  { name: "3 sentences, at most 90 words", of: () => ({ sentences: 3, words: 90 }) },
  { name: "60 words", of: () => ({ sentences: Infinity, words: 60 }) },
];

function prepare({ title, text, refs }) {
  return {
    title: title ?? undefined,
    text,
    words: countWords(text),
    sentences: splitSentences(text).filter(({ kind }) => kind !== "heading" && kind !== "dateline"),
    references: refs.map(tokensOf),
    refWords: Math.round(mean(refs.map(countWords))),
  };
}

function systems(seeds) {
  return [
    { name: "Mujaz, whole sentences", runs: 1, choose: mujaz },
    { name: "lead, whole sentences", runs: 1, choose: ({ sentences }, limits) => fill(sentences, limits) },
    {
      name: "lead, cut at the budget",
      runs: 1,
      isCut: true,
      choose: ({ sentences }, limits) => sentences.slice(0, limits.sentences),
    },
    {
      name: "random, whole sentences",
      runs: seeds,
      choose: ({ sentences }, limits, seed) => inOrder(fill(shuffle(sentences, seed), limits)),
    },
  ];
}

/** At most so many words, and of these at most so many sentences in the order of choice. */
function mujaz({ text, title }, limits) {
  const input = title === undefined ? { text } : { text, title };
  const chosen = summarize(input, { words: limits.words });
  return chosen.overBudget ? [] : shorten(chosen.sentences, limits.sentences);
}

/** The first sentences that fit; one that does not fit ends the lead only where nothing shorter follows. */
function fill(sentences, limits) {
  const chosen = [];
  let words = 0;
  for (const sentence of sentences) {
    const count = countWords(sentence.text);
    if (chosen.length >= limits.sentences || words + count > limits.words) continue;
    chosen.push(sentence);
    words += count;
  }
  return chosen;
}

const inOrder = (sentences) => sentences.toSorted((a, b) => a.start - b.start);

/** The same seed gives the same order (mulberry32). */
function shuffle(items, seed) {
  let state = seed + 1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return items
    .map((item) => [next(), item])
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function measure({ choose, runs, isCut = false }, articles, budget) {
  const rows = articles.flatMap((article) => {
    const limits = budget.of(article);
    return Array.from({ length: runs }, (_, seed) =>
      row(choose(article, limits, seed), article, isCut ? limits.words : undefined, limits),
    );
  });
  const column = (key) => mean(rows.map((each) => each[key]));
  return {
    "ROUGE-1": column("r1").toFixed(3),
    "ROUGE-2": column("r2").toFixed(3),
    "ROUGE-L": column("rl").toFixed(3),
    words: column("words").toFixed(0),
    "opens dangling": column("opensDangling").toFixed(3),
    "over budget": column("over").toFixed(3),
  };
}

function row(sentences, { references }, cutAt, limits) {
  const runs = sentences
    .map(({ text }) => text)
    .join(" ")
    .split(/\s+/);
  const text = cutAt === undefined ? runs.join(" ") : firstWords(runs, cutAt);
  const first = sentences[0];
  return {
    ...rouge(tokensOf(text), references),
    words: countWords(text),
    opensDangling: first !== undefined && isDangling(first.text) ? 1 : 0,
    over: countWords(text) > limits.words ? 1 : 0,
  };
}

/** Runs without a letter or digit are no words, and are taken along. */
function firstWords(runs, count) {
  let words = 0;
  const end = runs.findIndex((run) => {
    words += countWords(run);
    return words > count;
  });
  return runs.slice(0, end < 0 ? runs.length : end).join(" ");
}

main();
