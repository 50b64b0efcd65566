// The systems that are measured: Mujaz and what it is compared with.
import { shorten, summarize } from "../../dist/summary/summarize.js";
import { createRandom, shuffle } from "../random.js";
import { fill, fillOver } from "./budgets.js";
import { lexRank } from "./lexrank.js";
import { oracle } from "./oracle.js";

/** `choose(article, limits, protocol, run)` gives sentences in the order of the text; "protocols" limits where it is shown. */
export function createSystems(seeds) {
  return [
    { name: "Mujaz", runs: 1, choose: mujaz },
    { name: "lead", runs: 1, choose: ranked(({ sentences }) => sentences) },
    { name: "LexRank", runs: 1, choose: ranked(({ sentences }) => lexRank(sentences)) },
    {
      name: "random",
      runs: seeds,
      choose: ranked(({ sentences }, run) => shuffle(createRandom(run), sentences)),
    },
    { name: "greedy oracle", runs: 1, choose: oracle },
  ];
}

/** The three that can choose `count` sentences without knowing more than the article. */
export const choosers = [
  { name: "Mujaz", choose: (article, count) => summarize(inputOf(article), { sentences: count }).sentences },
  { name: "lead", choose: ({ sentences }, count) => sentences.slice(0, count) },
  { name: "LexRank", choose: ({ sentences }, count) => inOrder(lexRank(sentences).slice(0, count)) },
];

/** Whole sentences: at most so many words, and of these at most so many sentences in the order of choice. */
function mujaz(article, limits, protocol) {
  if (protocol === "cut") return summarize(inputOf(article), limits.asked).sentences;
  const chosen = summarize(inputOf(article), { words: limits.words });
  return chosen.overBudget ? [] : shorten(chosen.sentences, limits.sentences);
}

const inputOf = ({ text, title }) => (title === undefined ? { text } : { text, title });

function ranked(rank) {
  return (article, limits, protocol, run) =>
    inOrder((protocol === "cut" ? fillOver : fill)(rank(article, run), limits));
}

const inOrder = (sentences) => sentences.toSorted((a, b) => a.start - b.start);
