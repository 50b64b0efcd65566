// What the buttons of a story need, and which article stands behind a story's number.
import type { Article, Story } from "../../articles/article.ts";
import type { Reading } from "../../articles/readings.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Change } from "../commands/subscribe.ts";
import type { Shelf, Topics } from "../shelf.ts";

export interface StoryNeeds {
  readonly messages: Messages;
  readonly shelf: Pick<Shelf, "byNumber" | "storyOf" | "latest">;
  readonly topics: Topics;
  readonly change: Change;
  /** Base address of the article pages, undefined where there is none to open. */
  readonly publicUrl: string | undefined;
  /** Counts the topics of an article that somebody opened or saved; nobody is named. */
  readonly countReading: (reading: Reading, topics: readonly string[]) => Promise<void>;
}

export interface Shown {
  /** The article that readers see under the number: a story's lead, or the one of this number itself. */
  readonly article: Article;
  readonly story: Story;
}

/** Undefined for a number that is none, and for an article that is gone. */
export async function shownAs(
  shelf: Pick<Shelf, "byNumber" | "storyOf">,
  number: string,
): Promise<Shown | undefined> {
  if (!/^\d{1,12}$/.test(number)) return undefined;
  const own = await shelf.byNumber(Number(number));
  if (own === undefined) return undefined;
  const story = await shelf.storyOf(own);
  const isStory = story.number === own.number && !story.lead.hidden;
  return { article: isStory ? story.lead : own, story };
}
