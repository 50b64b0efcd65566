// Finds among other stories those that are near an article: they share the words that tell it.
import type { Article, Story } from "../articles/article.ts";
import { toldStems } from "./telling.ts";

/** Words that two stories must share: fewer are chance. */
const fewest = 2;

/** The nearest first, at most `count`; its own story and hidden ones are left out. Words that many candidates hold count less. */
export function relatedStories(
  article: Article,
  candidates: readonly Story[],
  count: number,
): readonly Story[] {
  const others = candidates.filter(({ id, lead }) => id !== article.storyId && !lead.hidden);
  const held = others.map((story) => ({ story, stems: new Set(toldStems(story.lead).flat()) }));
  const often = new Map<string, number>();
  for (const { stems } of held) for (const stem of stems) often.set(stem, (often.get(stem) ?? 0) + 1);
  const wanted = new Set(
    toldStems(article)
      .flat()
      .filter((stem) => stem.length >= 3),
  );
  return held
    .map(({ story, stems }) => {
      const shared = [...wanted].filter((stem) => stems.has(stem));
      const worth = shared.reduce(
        (sum, stem) => sum + Math.log(1 + others.length / (often.get(stem) ?? 1)),
        0,
      );
      return { story, shared: shared.length, worth };
    })
    .filter(({ shared }) => shared >= fewest)
    .sort((a, b) => b.worth - a.worth || b.story.number - a.story.number)
    .slice(0, count)
    .map(({ story }) => story);
}
