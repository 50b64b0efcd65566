// How fast articles are found, and what memory the index takes: 100,000 made-up Arabic articles whose words are as common
// and as rare as words are (Zipf), asked for as readers ask. `node bench/search.js 10000` takes another number of articles.
import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { createSearchIndex } from "../dist/articles/search.js";
import { median } from "./race.js";
import { between, createRandom, pick } from "./random.js";
import { alphabet, bodyWords, createDraw, makeArticle, makeWords, now } from "./search/archive.js";
import { printStart } from "./search/start.js";

const articles = 100_000;
const stemCount = 160_000;
const rounds = 3;
const queriesOfAKind = 200;

export async function printSearch(count = articles) {
  // A process of its own: what others left in the heap would be counted too.
  const file = fileURLToPath(import.meta.url);
  const args = ["--expose-gc", "--max-old-space-size=4096", file, String(count), "measure"];
  execFileSync(process.execPath, args, { stdio: "inherit" });
  await printStart();
}

function measure(count) {
  const random = createRandom(1);
  const words = makeWords(random, stemCount);
  const draw = createDraw(random, words);
  const index = createSearchIndex();
  const before = heapMb();
  const titles = [];
  let building = 0;
  let longest = 0;
  for (let number = 1; number <= count; number += 1) {
    const article = makeArticle(random, draw, number);
    if (number % Math.ceil(count / 1000) === 0) titles.push(article.title);
    const begun = performance.now();
    index.add(article);
    const took = performance.now() - begun;
    building += took;
    longest = Math.max(longest, took);
  }
  const heap = heapMb() - before;
  console.log(
    `${count} articles of ${bodyWords} words in the body, drawn from ${words.length} stems by Zipf's law`,
  );
  console.log(
    `building: ${(building / 1000).toFixed(1)} s, ${Math.round((count * 1000) / building)} articles/s, the slowest article ${longest.toFixed(0)} ms`,
  );
  console.log(`memory of the index: ${heap.toFixed(0)} MB (heap and buffers, after a collection)`);
  const kinds = queriesFrom(random, words, titles);
  const runs = Array.from({ length: rounds }, () => ask(index, kinds)).sort((a, b) => a.all.p95 - b.all.p95);
  const middle = runs[Math.floor(rounds / 2)];
  console.table(
    Object.fromEntries(
      Object.entries(middle).map(([kind, { p50, p95, most, found }]) => [
        kind,
        {
          "p50 ms": p50.toFixed(2),
          "p95 ms": p95.toFixed(2),
          "max ms": most.toFixed(2),
          "mean hits": Math.round(found),
        },
      ]),
    ),
  );
  const load = loadavg()[0].toFixed(2);
  console.log(
    `the middle of ${rounds} runs by p95; the p95 of all: ${runs.map(({ all }) => all.p95.toFixed(2)).join(", ")} ms`,
  );
  console.log(`load of the machine in the last minute: ${load}`);
}

/** Each kind asked in turn, and all of them together. */
function ask(index, kinds) {
  const all = [];
  const rows = {};
  for (const [kind, queries] of Object.entries(kinds)) {
    const taken = [];
    let found = 0;
    for (const words of queries) {
      const begun = performance.now();
      found += index.search(words, { limit: 5, now }).total;
      taken.push(performance.now() - begun);
    }
    rows[kind] = { ...spread(taken), found: found / queries.length };
    all.push(...taken);
  }
  return { ...rows, all: { ...spread(all), found: 0 } };
}

function spread(taken) {
  const sorted = taken.toSorted((a, b) => a - b);
  return { p50: median(sorted), p95: sorted[Math.floor(sorted.length * 0.95)], most: sorted.at(-1) };
}

/** Words as readers ask for: those of titles, so common ones are asked for more often than rare ones. */
function queriesFrom(random, words, titles) {
  const word = () => pick(random, pick(random, titles).split(" "));
  const rare = () => words[between(random, Math.floor(words.length / 2), words.length - 1)];
  const make = (one) => Array.from({ length: queriesOfAKind }, one);
  return {
    "one word": make(word),
    "two words": make(() => `${word()} ${word()}`),
    "four words": make(() => `${word()} ${word()} ${word()} ${word()}`),
    "the commonest two": make(() => `${words[between(random, 0, 9)]} ${words[between(random, 10, 19)]}`),
    "a beginning": make(() => word().slice(0, between(random, 2, 3))),
    "one wrong letter": make(() => misspell(random, word(), 1)),
    "two wrong letters": make(() => misspell(random, `${rare()}ية`, 2)),
    "a phrase": make(() => {
      const title = pick(random, titles).split(" ");
      return `«${title.slice(2, 4).join(" ")}»`;
    }),
    "no hit": make(() => `${misspell(random, rare(), 3)}غظضذخ`),
    "twelve words": make(() => Array.from({ length: 12 }, word).join(" ")),
  };
}

function misspell(random, word, letters) {
  let written = word;
  for (let count = 0; count < letters; count += 1) {
    const at = between(random, 1, written.length - 1);
    written = written.slice(0, at) + pick(random, alphabet) + written.slice(at + 1);
  }
  return written;
}

function heapMb() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const [, file, count, mode] = process.argv;
if (file === fileURLToPath(import.meta.url)) {
  if (mode === "measure") measure(Number(count));
  else await printSearch(count === undefined ? articles : Number(count));
}
