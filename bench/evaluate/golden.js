// How many of the chosen sentences an editor chose too.
import { choosers } from "./systems.js";

const count = 3;
/** A dateline left out or a clause taken alone is still the editor's sentence. */
const sameFrom = 0.8;

/** Prints the shares, and with `isDetailed` what was chosen in each text. */
export function showGolden(articles, isDetailed) {
  const rows = articles.flatMap((article) =>
    choosers.map(({ name, choose }) => {
      const chosen = choose(article, count).map((sentence) => ({
        text: sentence.text,
        isWanted: article.wanted.some((wanted) => shared(sentence, wanted) >= sameFrom),
      }));
      return { system: name, article, chosen };
    }),
  );
  const languages = [...new Set(articles.map(({ language }) => language))];
  console.log(`\nGolden set: share of ${count} chosen sentences that are among the editor's`);
  console.table(
    Object.fromEntries(
      choosers.map(({ name }) => {
        const own = rows.filter(({ system }) => system === name);
        return [
          name,
          Object.fromEntries([
            ["all", share(own)],
            ...languages.map((language) => [
              language,
              share(own.filter(({ article }) => article.language === language)),
            ]),
          ]),
        ];
      }),
    ),
  );
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

function share(rows) {
  const chosen = rows.flatMap((row) => row.chosen);
  return (chosen.filter(({ isWanted }) => isWanted).length / chosen.length).toFixed(3);
}

function shared(one, other) {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return Math.max(0, common) / (one.end - one.start);
}
