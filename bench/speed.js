// Speed beside the npm peers: three sentences of each article, all in one thread, warm, round by round.
import { summarize } from "../dist/summary/summarize.js";
import { countWords } from "../dist/text/words.js";
import { readContent, readGolden } from "./articles.js";
import { loadPeers } from "./peers/peers.js";
import { median, race } from "./race.js";

const count = 3;
/** The peer that the other rows are divided by. */
const measure = "lexrank.js";

export async function printSpeed() {
  const { peers, missing } = await loadPeers();
  for (const { name, reason } of missing) console.log(`${name} is left out: ${reason}`);
  console.log(
    "Mujaz reads the text; in its second row, as the peers, it is given the sentences that it found there before.",
  );
  printRace("golden texts", readGolden(), peers);
  printFirst("content/", readContent());
  printRace("content/", readContent(), peers);
}

/** Mujaz remembers words: articles told again cost less than those met for the first time, here by a warm engine. */
function printFirst(source, articles) {
  const begun = performance.now();
  for (const article of articles) mujaz(inputOf(article))();
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${source}: Mujaz reads ${Math.round(articles.length / seconds)} articles/s the first time`);
}

function printRace(source, articles, peers) {
  const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
  console.log(`${source}: ${articles.length} articles of ${Math.round(words / articles.length)} words`);
  const runners = [
    { name: "Mujaz", prepare: (article) => mujaz(inputOf(article)) },
    {
      name: "Mujaz, given the sentences",
      prepare: (article) => mujaz({ ...inputOf(article), sentences: article.spans }),
    },
    ...peers.map(({ name, version, prepare }) => ({
      name: `${name} ${version}`,
      prepare: (article) => prepare(article, count),
    })),
  ].map(({ name, prepare }) => {
    const prepared = articles.map((article) => prepare(article));
    const run = () => {
      for (const summarizeOne of prepared) summarizeOne();
    };
    return { name, run };
  });
  const results = race(runners, { rounds: 21, roundMs: 150 });
  const base = [...results].find(([name]) => name.startsWith(`${measure} `))?.[1];
  const size = { words, articles: articles.length };
  console.table(Object.fromEntries([...results].map(([name, result]) => [name, row(result, base, size)])));
}

const mujaz = (input) => () => summarize(input, { sentences: count });

const inputOf = ({ text, title }) => (typeof title === "string" ? { text, title } : { text });

/** A ratio is the median of the ratios of the rounds. */
function row({ rates, costs }, base, { words, articles }) {
  const ratio = (of) =>
    base === undefined ? "not measured" : median(rates.map((_, at) => of(at))).toFixed(2);
  return {
    "articles/s": Math.round(median(rates) * articles),
    "words/s": Math.round(median(rates) * words),
    [`ratio to ${measure}`]: ratio((at) => rates[at] / base.rates[at]),
    "by processor time": ratio((at) => base.costs[at] / costs[at]),
    slowest: Math.round(Math.min(...rates) * articles),
    fastest: Math.round(Math.max(...rates) * articles),
  };
}
