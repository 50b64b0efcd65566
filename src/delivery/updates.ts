// Finds what is new in the stories that a reader follows: told even where the reader has met the story before.
import type { Article, Story } from "../articles/article.ts";
import { storyNumber } from "../articles/record.ts";
import type { Told } from "../digest/choose.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

interface UpdateShelf {
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
}

/** Each followed story that has a new article since the reader's cursor and was known before it; its newest leads. */
export async function updatesFor(
  shelf: UpdateShelf,
  { cursor, followStories }: Pick<Subscriber, "cursor" | "followStories">,
  upTo: number,
): Promise<readonly Told[]> {
  if (followStories.length === 0 || cursor === 0) return [];
  const followed = await shelf.stories(followStories.flatMap((id) => storyNumber(id) ?? []));
  const known = followed.filter(({ freshNumber }) => freshNumber !== undefined && freshNumber <= cursor);
  const found = await Promise.all(
    known.map(async (story): Promise<readonly Told[]> => {
      const fresh = story.members.filter((number) => number > cursor && number <= upTo);
      if (fresh.length === 0) return [];
      const articles = (await shelf.byNumbers(fresh)).filter(({ hidden, archive }) => !hidden && !archive);
      const lead = articles.toSorted((a, b) => b.number - a.number)[0];
      return lead === undefined ? [] : [{ ...asToldBy(story, lead), isUpdate: true }];
    }),
  );
  return found.flat();
}

/** The story with one of its articles for a lead, under that article's number, and as new as it is. */
export function asToldBy(story: Story, lead: Article): Told {
  return { ...story, number: lead.number, firstSeen: lead.fetched, lead };
}
