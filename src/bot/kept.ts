// Which articles a reader keeps from expiring: those that are saved, and the first of each followed story.
import { storyNumber } from "../articles/record.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

/** Numbers of articles; one that is saved and whose story is followed stands twice, and is held twice. */
export function keptArticles({
  saved,
  followStories,
}: Pick<Subscriber, "saved" | "followStories">): readonly number[] {
  return [...saved, ...followStories.flatMap((id) => storyNumber(id) ?? [])];
}
