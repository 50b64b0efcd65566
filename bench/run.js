// npm run bench: how fast this machine summarises. One row a measurement; every figure the README quotes comes from here.
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { summarize } from "../dist/summary/summarize.js";
import { countWords } from "../dist/text/words.js";

const content = join(dirname(dirname(fileURLToPath(import.meta.url))), "content");

/** Each row is measured by itself: `run` does the work once and says how many articles and words that were. */
const rows = [{ name: "summarize, 3 sentences", needs: readArticles, run: summarizeAll }];

/** A round lasts at least this long; the median of the rounds is the figure. */
const roundMs = 400;
const rounds = 9;
const warmUpRounds = 2;

function main() {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, one thread`);
  const table = {};
  for (const { name, needs, run } of rows) {
    const articles = needs();
    if (articles.length === 0) {
      console.log(`${name}: no articles in content/, nothing to measure.`);
      continue;
    }
    table[name] = measure(articles, run);
  }
  if (Object.keys(table).length > 0) console.table(table);
}

function measure(articles, run) {
  const rates = Array.from(
    { length: warmUpRounds + rounds },
    () => rateOf(() => run(articles)) * articles.length,
  );
  const sorted = rates.slice(warmUpRounds).toSorted((a, b) => a - b);
  const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
  const median = sorted[Math.floor(sorted.length / 2)];
  return {
    articles: articles.length,
    "words each": Math.round(words / articles.length),
    "articles/s": Math.round(median),
    "words/s": Math.round((median * words) / articles.length),
    "slowest round": Math.round(sorted[0]),
    "fastest round": Math.round(sorted.at(-1)),
  };
}

/** Runs a second. */
function rateOf(run) {
  const begun = performance.now();
  let count = 0;
  let spent = 0;
  while (spent < roundMs) {
    run();
    count += 1;
    spent = performance.now() - begun;
  }
  return (count * 1000) / spent;
}

function summarizeAll(articles) {
  for (const article of articles) summarize(article, { sentences: 3 });
}

/** The project's own articles, read plainly: the cost of the cleaner is not part of this row. */
function readArticles() {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readBody(join(parentPath, name)))
    .filter((article) => article !== undefined && countWords(article.text) >= 50);
}

function readBody(file) {
  const written = readFileSync(file, "utf8");
  const readers = {
    ".md": () => ({ text: written.replace(/^---\n[\s\S]*?\n---\n/, "") }),
    ".txt": () => ({ text: written }),
    ".html": () => ({
      text: written.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "\n"),
    }),
    ".json": () => fromJson(JSON.parse(written)),
  };
  return readers[extname(file)]?.();
}

function fromJson({ title, text, body, paragraphs }) {
  const found = text ?? body ?? paragraphs?.join("\n");
  if (typeof found !== "string") return undefined;
  return typeof title === "string" ? { text: found, title } : { text: found };
}

main();
