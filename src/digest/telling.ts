// What a story tells in stems, for followed and blocked words; and its most distinctive words, for a reader to block.
import type { Article, Story } from "../articles/article.ts";
import { stem, stems } from "../text/stem.ts";
import { splitWords } from "../text/words.ts";

/** Stemmed once for each article as it is stored: a wave of readers asks for it again and again. */
const known = new WeakMap<Article, readonly (readonly string[])[]>();

/** Stems of the title and of each sentence of the summary: what a reader sees of it in a digest. */
export function toldStems(article: Article): readonly (readonly string[])[] {
  const before = known.get(article);
  if (before !== undefined) return before;
  const pieces = [article.title, ...article.summary.sentences.map(({ text }) => text)].map(stems);
  known.set(article, pieces);
  return pieces;
}

/** Units of a word on a button. */
const mostUnits = 24;

/**
 * The words that stand for the story most, as they are written in it, the most telling first. What is said again in
 * the body and stands in the title counts, and the less the more stories of `among` say it too (TF-IDF: Spärck Jones
 * 1972); numbers and short words tell nothing.
 */
export function tellingWords(article: Article, among: readonly Story[] = []): readonly string[] {
  const times = new Map<string, number>();
  for (const each of stems(article.text)) times.set(each, (times.get(each) ?? 0) + 1);
  const often = new Map<string, number>();
  for (const { lead } of among) {
    for (const each of new Set(toldStems(lead).flat())) often.set(each, (often.get(each) ?? 0) + 1);
  }
  const rarity = (root: string): number => Math.log(2 + among.length / Math.max(1, often.get(root) ?? 0));
  const inTitle = new Set(toldStems(article)[0] ?? []);
  const words = new Map<string, { text: string; worth: number }>();
  for (const text of [article.title, ...article.summary.sentences.map((one) => one.text)]) {
    for (const word of splitWords(text)) {
      const [root] = stems(word.text);
      if (root === undefined || words.has(root)) continue;
      if (root.length < 3 || word.text.length > mostUnits || /\p{N}/u.test(word.text)) continue;
      const said = (times.get(root) ?? 0) * (inTitle.has(root) ? 3 : 1) + root.length / 10;
      const worth = said * rarity(root);
      words.set(root, { text: withoutArticle(word.text), worth });
    }
  }
  return [...words.values()]
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}

/** «القهوة» (the coffee) is offered as it stands; «والقهوة» and «بالقهوة» without the letters in front. */
function withoutArticle(word: string): string {
  const short = word.replace(/^[وفبك](?=ال\p{L}{3})/u, "").replace(/^لل(?=\p{L}{3})/u, "ال");
  return stem(short) === stem(word) ? short : word;
}
