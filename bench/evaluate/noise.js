// What page furniture does to summaries: the same articles clean and with furniture put in.
import { addFurniture } from "../furniture.js";
import { mean, rouge, tokensOf } from "../rouge.js";
import { numberOf, withSentences } from "./articles.js";
import { written } from "./budgets.js";
import { repeats } from "./quality.js";
import { choosers } from "./systems.js";

const limits = { sentences: 3, words: 90 };
/** So many examples of a kind are shown; `--detail` shows all. */
const examples = 2;

/** Prints how each system fares, and what slipped into the summaries of Mujaz. */
export function showNoise(articles, { seeds, bank, isDetailed }) {
  const pages = articles.flatMap((article) =>
    Array.from({ length: seeds }, (_, seed) => {
      const { text, pieces } = addFurniture(article, { seed: numberOf(`${article.id} ${seed}`), bank });
      return { clean: article, noisy: withSentences({ ...article, text }), pieces };
    }),
  );
  const results = choosers.map((chooser) => ({ name: chooser.name, rows: pages.map(toRow(chooser)) }));
  console.log(`\nNoise: ${pages.length} pages, bank "${bank}", 3 sentences cut at 90 words`);
  console.table(Object.fromEntries(results.map(({ name, rows }) => [name, toColumns(rows)])));
  showSlipped(
    results[0].rows.flatMap(({ slipped }) => slipped),
    // Whoever tunes must not learn the held phrases: without --detail only their kinds are told.
    isDetailed ? Infinity : bank === "held" ? 0 : examples,
  );
}

function toRow({ choose }) {
  return ({ clean, noisy, pieces }) => {
    const [before, after] = [choose(clean, limits.sentences), choose(noisy, limits.sentences)];
    const slipped = after.flatMap((sentence) =>
      pieces
        .filter(({ start, end }) => start < sentence.end && sentence.start < end)
        .map((piece) => ({ kind: piece.kind, id: clean.id, text: sentence.text })),
    );
    const score = (sentences) => rouge(tokensOf(written(sentences, limits, "cut")), clean.references).r2;
    return {
      slipped,
      clean: score(before),
      noisy: score(after),
      isSame: before.map(({ text }) => text).join("\n") === after.map(({ text }) => text).join("\n"),
      repeatsTitle: clean.title !== undefined && after.some(({ text }) => repeats(text, clean.title)),
    };
  };
}

function toColumns(rows) {
  const share = (is) => mean(rows.map((row) => (is(row) ? 1 : 0))).toFixed(3);
  const [clean, noisy] = [mean(rows.map((row) => row.clean)), mean(rows.map((row) => row.noisy))];
  return {
    "summaries with furniture": share(({ slipped }) => slipped.length > 0),
    "ROUGE-2 clean": clean.toFixed(3),
    "ROUGE-2 noisy": noisy.toFixed(3),
    fall: (clean - noisy).toFixed(3),
    "same summary": share(({ isSame }) => isSame),
    "title again": share(({ repeatsTitle }) => repeatsTitle),
  };
}

function showSlipped(slipped, most) {
  const byCount = [...groupByKind(slipped)].toSorted(([, a], [, b]) => b.length - a.length);
  if (byCount.length === 0) console.log("Nothing slipped into the summaries of Mujaz.");
  for (const [kind, all] of byCount) {
    console.log(`${kind}: ${all.length}`);
    for (const { id, text } of all.slice(0, most)) console.log(`    ${id}  ${text}`);
  }
}

function groupByKind(slipped) {
  const kinds = new Map();
  for (const each of slipped) kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each]);
  return kinds;
}
