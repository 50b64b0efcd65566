// Reads articles and stories from Redis, each once per version of the store.
import type { Article, Story } from "./article.ts";
import type { ArticleRedis, ArticleStore } from "./article-store.ts";
import { type ArticleKeys, toMember } from "./keys.ts";
import { storyNumber, toArticle, toList, toStoryId } from "./record.ts";
import { createKind, createShelves, type Shelf } from "./shelf.ts";

type Reader = Pick<
  ArticleStore,
  "byNumber" | "byNumbers" | "list" | "latest" | "newStoriesSince" | "stories" | "storyOf" | "topicsInUse"
>;

/** The most stories that one digest is chosen from. */
const newest = 200;

const oneArticle = createKind<Article | undefined>();
const oneStory = createKind<Story | undefined>();
const manyStories = createKind<readonly Story[]>();
const topicCounts = createKind<ReadonlyMap<string, number>>();

export function createReader(redis: ArticleRedis, keys: ArticleKeys, version: () => Promise<number>): Reader {
  const currentShelf = createShelves(version);

  const article = (shelf: Shelf, number: number): Promise<Article | undefined> =>
    shelf.recall(oneArticle, number, async () =>
      toArticle(number, await redis.hgetall(keys.article(number))),
    );

  const articles = async (shelf: Shelf, numbers: readonly number[]): Promise<Article[]> =>
    present(await Promise.all(numbers.map((number) => article(shelf, number))));

  const story = (shelf: Shelf, number: number): Promise<Story | undefined> =>
    shelf.recall(oneStory, number, async () => {
      const { firstSeen, members, fresh } = await redis.hgetall(keys.story(number));
      if (firstSeen === undefined) return undefined;
      const all = await articles(shelf, toList(members).map(Number));
      const visible = all.filter((member) => !member.hidden);
      // The lead is the first that readers may see, an archive piece only where there is no other; where all are hidden, the first.
      const told = visible.length > 0 ? visible : all.slice(0, 1);
      const lead = told.find(({ archive }) => !archive) ?? told[0];
      return lead === undefined ? undefined : toStory(number, firstSeen, lead, told, fresh);
    });

  const stories = async (shelf: Shelf, numbers: readonly number[]): Promise<Story[]> =>
    present(await Promise.all(numbers.map((number) => story(shelf, number)))).filter(
      (one) => !one.lead.hidden,
    );

  return {
    async byNumber(number) {
      return article(await currentShelf(), number);
    },

    async byNumbers(numbers) {
      return articles(await currentShelf(), numbers);
    },

    async list({ limit, before }) {
      const high = before === undefined ? "+inf" : `(${before}`;
      const found = await redis.zrange(keys.numbers, high, "-inf", "BYSCORE", "REV", "LIMIT", 0, limit);
      return articles(await currentShelf(), found.map(Number));
    },

    async latest({ topic, limit, before }) {
      const shelf = await currentShelf();
      const key = topic === undefined ? keys.latest : keys.topic(topic);
      return shelf.recall(manyStories, JSON.stringify([key, limit, before]), async () => {
        const rank = before === undefined ? null : await redis.zrevrank(key, toMember(before));
        const start = rank === null ? 0 : rank + 1;
        const found = await redis.zrange(key, start, start + limit - 1, "REV");
        return stories(shelf, found.map(Number));
      });
    },

    async newStoriesSince(cursor) {
      const shelf = await currentShelf();
      // A first digest takes what is newest, archive pieces too.
      const key = cursor === 0 ? keys.latest : keys.stories;
      const all = await shelf.recall(manyStories, key, async () =>
        stories(shelf, (await redis.zrange(key, 0, newest - 1, "REV")).map(Number)),
      );
      return cursor === 0 ? all : all.filter(({ freshNumber = 0 }) => freshNumber > cursor);
    },

    async stories(numbers) {
      return stories(await currentShelf(), numbers);
    },

    async storyOf(one) {
      const number = storyNumber(one.storyId) ?? one.number;
      return (await story(await currentShelf(), number)) ?? toStory(number, one.fetched, one, [one]);
    },

    async topicsInUse() {
      const shelf = await currentShelf();
      return shelf.recall(topicCounts, "all", async () => {
        const topics = (await redis.smembers(keys.topics)).sort();
        const counts = await Promise.all(
          topics.map(async (topic) => [topic, await redis.zcard(keys.topic(topic))] as const),
        );
        return new Map(counts.filter(([, count]) => count > 0));
      });
    },
  };
}

function toStory(
  number: number,
  firstSeen: string,
  lead: Article,
  told: readonly Article[],
  fresh?: string,
): Story {
  const sources = new Set([lead, ...told].map(({ source }) => source).filter((source) => source !== ""));
  const members = told.map((member) => member.number);
  // Stories of before there were archive pieces have no number of their own for this.
  const freshNumber = fresh === undefined ? (lead.archive ? undefined : number) : Number(fresh);
  return {
    id: toStoryId(number),
    number,
    ...(freshNumber !== undefined && { freshNumber }),
    firstSeen,
    lead,
    members,
    sources: [...sources],
  };
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
