// Reading from the article store: lists in their order, topics, the cache, and the keys it leaves in Redis.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "../../src/articles/record.ts";
import { type ArticleStore, createArticleStore, type PutOptions } from "../../src/articles/store.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { draftOf, optionsOf } from "./drafts.ts";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let prefix = 0;
let store: ArticleStore;
beforeEach(() => {
  store = createArticleStore(server.connect(), `reading-${++prefix}`);
});

const put = (draft: Draft, changes: Partial<PutOptions> = {}) =>
  store.put(draft, { ...optionsOf(draft), ...changes });
const numbersOf = (stories: readonly { number: number }[]) => stories.map((story) => story.number);

describe("lists", () => {
  beforeEach(async () => {
    await put(draftOf("old", { published: "2026-11-01T00:00:00.000Z", topics: ["science", "health"] }));
    await put(draftOf("new", { published: "2026-11-09T00:00:00.000Z" }));
    await put(draftOf("tie1", { published: "2026-11-05T00:00:00.000Z" }));
    for (let index = 4; index <= 9; index++) await put(draftOf(`h${index}`, { hidden: true }));
    await put(draftOf("tie2", { published: "2026-11-05T00:00:00.000Z", topics: ["science"] }));
  });

  it("lists stories by publication, then by number (ten after nine), page by page", async () => {
    expect(numbersOf(await store.latest({ limit: 10 }))).toEqual([2, 10, 3, 1]);
    expect(numbersOf(await store.latest({ limit: 2 }))).toEqual([2, 10]);
    expect(numbersOf(await store.latest({ limit: 2, before: 10 }))).toEqual([3, 1]);
  });

  it("lists the stories of one topic, and none for an unknown one", async () => {
    expect(numbersOf(await store.latest({ topic: "science", limit: 10 }))).toEqual([10, 1]);
    expect(await store.latest({ topic: "sport", limit: 10 })).toEqual([]);
    expect(await store.topicsInUse()).toEqual(
      new Map([
        ["economy", 2],
        ["health", 1],
        ["science", 2],
      ]),
    );
  });

  it("lists all articles for an editor, hidden ones too, by number", async () => {
    expect(numbersOf(await store.list({ limit: 3 }))).toEqual([10, 9, 8]);
    expect(numbersOf(await store.list({ limit: 3, before: 3 }))).toEqual([2, 1]);
    expect(numbersOf(await store.byNumbers([9, 99, 1]))).toEqual([9, 1]);
  });

  it("finds the articles of a span of time", async () => {
    const from = new Date("2026-11-04T00:00:00.000Z");
    expect(await store.publishedWithin(from, new Date("2026-11-06T00:00:00.000Z"), 10)).toEqual([10, 3]);
    expect(await store.publishedWithin(from, new Date("2026-11-30T00:00:00.000Z"), 1)).toEqual([2]);
  });
});

describe("reading", () => {
  it("asks Redis once for what did not change, and again after a change by another store", async () => {
    await put(draftOf("a"));
    const redis = server.connect();
    const reads: string[] = [];
    const counting = createArticleStore(
      Object.create(redis, {
        hgetall: {
          value: (key: string) => {
            reads.push(key);
            return redis.hgetall(key);
          },
        },
      }),
      `reading-${prefix}`,
    );
    for (let times = 0; times < 3; times++) await counting.newStoriesSince(0);
    expect(reads).toEqual([`{reading-${prefix}}:story:1`, `{reading-${prefix}}:article:1`]);
    await put(draftOf("a", { title: "آخر", contentHash: "other" }));
    expect((await counting.newStoriesSince(0))[0]?.lead.title).toBe("آخر");
    reads.length = 0;
    for (let times = 0; times < 3; times++) await counting.newStoriesSince(0);
    expect(reads).toEqual([]);
  });

  it("keeps every key inside one hash tag, so that a Cluster holds them together", async () => {
    await put(draftOf("a"));
    await store.hideMissing(new Set(), "content");
    const keys = await server.connect().keys(`*reading-${prefix}*`);
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => !key.startsWith(`{reading-${prefix}}:`))).toEqual([]);
  });

  it("is empty, and says so, before anything came in", async () => {
    expect(await store.newStoriesSince(0)).toEqual([]);
    expect(await store.latest({ limit: 5 })).toEqual([]);
    expect([
      await store.maxNumber(),
      await store.minNumber(),
      await store.count(),
      await store.version(),
    ]).toEqual([0, 0, 0, 0]);
    expect(await store.topicsInUse()).toEqual(new Map());
  });
});
