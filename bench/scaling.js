// How the cost of one summary grows with the length of a text, and what memory the longest takes.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { summarize } from "../dist/summary/summarize.js";
import { countWords } from "../dist/text/words.js";
import { makeText, readContent, readGolden } from "./articles.js";
import { median, race } from "./race.js";

const sizes = [500, 2_000, 5_000, 20_000, 50_000];
const longest = 50_000;

export function printScaling() {
  const articles = [...readGolden(), ...readContent()];
  const texts = [
    ...sizes.map((words) => ({ name: `${words} words`, text: makeText(articles, words) })),
    { name: "5000 words, one line", text: makeText(articles, 5_000, { isOneLine: true }) },
    {
      name: "5000 words, one line, no stop",
      text: withoutStops(makeText(articles, 5_000, { isOneLine: true })),
    },
  ];
  const runners = texts.map(({ name, text }) => ({ name, run: () => summarize({ text }, { sentences: 3 }) }));
  const results = race(runners, { rounds: 5, roundMs: 100 });
  console.table(Object.fromEntries(texts.map(({ name, text }) => [name, row(results.get(name), text)])));
  const [idle, busy] = [peakOf("idle"), peakOf("summarize")];
  console.log(
    `Peak memory of a process for ${longest} words: ${busy} MB; with the text and no summary: ${idle} MB`,
  );
}

function row({ rates, costs }, text) {
  const words = countWords(text);
  const cost = median(costs);
  return {
    words,
    ms: (1000 / median(rates)).toFixed(1),
    "processor ms": cost.toFixed(1),
    "processor ms per 1,000 words": ((cost * 1000) / words).toFixed(2),
  };
}

const withoutStops = (text) => text.replace(/[.!?؟؛;:،,…]/g, "");

/** Megabytes at the peak of a fresh process, which runs this file. */
function peakOf(mode) {
  const printed = execFileSync(process.execPath, [fileURLToPath(import.meta.url), mode], {
    encoding: "utf8",
  });
  return Math.round(Number(printed) / 1024);
}

const [, file, mode] = process.argv;
if (file === fileURLToPath(import.meta.url)) {
  const text = makeText([...readGolden(), ...readContent()], longest);
  if (mode === "summarize") summarize({ text }, { sentences: 3 });
  console.log(process.resourceUsage().maxRSS);
}
