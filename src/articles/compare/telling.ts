// One outlet's telling of a story, read for the comparison with the others.
import type { Article } from "../article.ts";
import { type ToldSentence, toldSentences } from "./told-sentence.ts";

export interface Telling {
  readonly article: Article;
  /** The outlet, or the article's number where its name is not known: two articles of one outlet are not compared. */
  readonly outlet: string;
  readonly sentences: readonly ToldSentence[];
}

export function toTelling(article: Article): Telling {
  const outlet = article.source === "" ? `#${article.number}` : article.source;
  return { article, outlet, sentences: toldSentences(article.text) };
}
