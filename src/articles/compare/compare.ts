// Lays the tellings of one story side by side: where figures contradict each other, and what only one outlet has.
import type { Article } from "../article.ts";
import { lonelySentences } from "./counterparts.ts";
import { type Difference, differingFigures, isNear } from "./differing-figures.ts";
import { type Telling, toTelling } from "./telling.ts";
import type { ToldFigure, ToldSentence } from "./told-sentence.ts";

/** What no other outlet has, each in the order of the text, without repeats. */
export interface OwnWords {
  readonly article: Article;
  readonly sentences: readonly ToldSentence[];
  /** Figures with what they count, as they are written. */
  readonly figures: readonly string[];
  /** Persons named in full, quoted names, Latin words. */
  readonly names: readonly string[];
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** One an article, in the order given; empty lists where there is only one outlet. */
  readonly own: readonly OwnWords[];
}

/**
 * By words alone: whoever reads the result must judge whether two sentences mean one thing. Articles of one outlet are not
 * compared with each other. Of articles in different languages nothing but figures and Latin names can agree.
 */
export function compareTellings(articles: readonly Article[]): Comparison {
  const tellings = articles.map(toTelling);
  const differences = differingFigures(tellings);
  const own = tellings.map((telling): OwnWords => {
    const { article, outlet, sentences } = telling;
    const others = tellings.filter((other) => other.outlet !== outlet);
    if (others.length === 0) return { article, sentences: [], figures: [], names: [] };
    const differing = differences.flat().filter((mention) => mention.telling === telling);
    return {
      article,
      sentences: lonelySentences(telling, others),
      figures: ownFigures(
        sentences,
        others,
        differing.map(({ figure }) => figure),
      ),
      names: ownNames(telling, others),
    };
  });
  return { differences, own };
}

function ownFigures(
  sentences: readonly ToldSentence[],
  others: readonly Telling[],
  differing: readonly ToldFigure[],
): readonly string[] {
  const theirs = others.flatMap((other) => other.sentences.flatMap(({ figures }) => figures));
  const own = sentences
    .flatMap(({ figures }) => figures)
    .filter((figure) => figure.unit !== "" && figure.isPlain && figure.isSure && !differing.includes(figure))
    .filter(({ value }) => !theirs.some((other) => isNear(other.value, value)));
  return [...new Set(own.map(({ phrase }) => phrase))];
}

function ownNames({ sentences, article }: Telling, others: readonly Telling[]): readonly string[] {
  // Whole texts are asked: a name that stands there without its quotes is there too.
  const theirs = others.map((other) => `${other.article.title}\n${other.article.text}`);
  const known = new Set(
    others.flatMap((other) => other.sentences.flatMap(({ names }) => names.map(({ key }) => key))),
  );
  const own = sentences
    .flatMap(({ names }) => names)
    .filter(({ key, text }) => !known.has(key) && theirs.every((whole) => !whole.includes(text)))
    .filter(({ text }) => text !== article.source);
  return [...new Map(own.map(({ key, text }) => [key, text])).values()];
}
