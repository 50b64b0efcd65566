// What MiniSearch itself takes with whole bodies in it, the same archive and terms: why our index keeps lists of its own.
// `node --expose-gc bench/search/minisearch.js [articles]`.
import MiniSearch from "minisearch";
import { stems } from "../../dist/text/stem.js";
import { createRandom } from "../random.js";
import { createDraw, makeArticle, makeWords } from "./archive.js";

const count = Number(process.argv[2] ?? 100_000);
const random = createRandom(1);
const words = makeWords(random, 160_000);
const draw = createDraw(random, words);
const index = new MiniSearch({
  fields: ["title", "summary", "body"],
  tokenize: stems,
  processTerm: (term) => term,
});
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const titles = [];
for (let number = 1; number <= count; number += 1) {
  const { title, text, summary } = makeArticle(random, draw, number);
  if (number % Math.ceil(count / 200) === 0) titles.push(title.split(" "));
  index.add({
    id: number,
    title,
    summary: summary.sentences.map((one) => one.text).join(" "),
    body: stems(text).join(" "),
  });
}
globalThis.gc?.();
console.log(
  `MiniSearch, ${count} articles: ${Math.round((process.memoryUsage().heapUsed - before) / 1e6)} MB of heap`,
);
for (const length of [1, 2]) {
  const taken = titles
    .map((title) => {
      const begun = performance.now();
      index.search(title.slice(0, length).join(" "), { combineWith: "AND" });
      return performance.now() - begun;
    })
    .sort((a, b) => a - b);
  const p95 = taken[Math.floor(taken.length * 0.95)];
  console.log(
    `${length} word(s) of a title: p50 ${taken[Math.floor(taken.length / 2)].toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  );
}
