// How many of the chosen sentences an editor chose too, and how the summaries stand by themselves.
import { mean } from "../rouge.js";
import { qualityOf } from "./quality.js";
import { choosers } from "./systems.js";

const count = 3;
/** A dateline left out or a clause taken alone is still the editor's sentence. */
const sameFrom = 0.8;

/** Prints the shares, and with `isDetailed` what was chosen in each text. */
export function showGolden(articles, isDetailed) {
  const rows = articles.flatMap((article) =>
    choosers.map(({ name, choose }) => {
      const sentences = choose(article, count);
      const chosen = sentences.map((sentence) => ({
        text: sentence.text,
        isWanted: article.wanted.some((wanted) => shared(sentence, wanted) >= sameFrom),
      }));
      return { system: name, article, chosen, quality: qualityOf(sentences, article) };
    }),
  );
  console.log(
    `\nGolden set, ${count} sentences each: share of them that are among the editor's, and the summaries`,
  );
  const rowOf = (name) => toColumns(rows.filter(({ system }) => system === name));
  console.table(Object.fromEntries(choosers.map(({ name }) => [name, rowOf(name)])));
  if (isDetailed) for (const article of articles) showText(article, rows);
}

function showText(article, rows) {
  console.log(`\n${article.id}  ${article.title ?? "(no title)"}`);
  for (const { system, chosen } of rows.filter((row) => row.article === article)) {
    console.log(`  ${system} ${chosen.filter(({ isWanted }) => isWanted).length}/${chosen.length}`);
    if (system !== "Mujaz") continue;
    for (const { isWanted, text } of chosen) console.log(`    ${isWanted ? "+" : "-"} ${text}`);
  }
}

function toColumns(rows) {
  const qualities = rows.map(({ quality }) => quality);
  const column = (key) => mean(qualities.map((each) => each[key]).filter((value) => value !== undefined));
  return {
    all: share(rows),
    Arabic: share(rows.filter(({ article }) => article.language === "ar")),
    English: share(rows.filter(({ article }) => article.language === "en")),
    "opens dangling": column("opensDangling").toFixed(3),
    "leans alone": column("leansAlone").toFixed(3),
    "highest overlap": Math.max(0, ...qualities.map(({ highestOverlap }) => highestOverlap)).toFixed(2),
    "title again": column("titleAgain").toFixed(3),
  };
}

function share(rows) {
  const chosen = rows.flatMap((row) => row.chosen);
  return (chosen.filter(({ isWanted }) => isWanted).length / chosen.length).toFixed(3);
}

function shared(one, other) {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return Math.max(0, common) / (one.end - one.start);
}
