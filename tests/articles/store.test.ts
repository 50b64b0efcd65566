// The article store on a real Redis: numbers, updates, hiding, stories, removal, and two writers at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "../../src/articles/record.ts";
import { type ArticleStore, createArticleStore, type PutOptions } from "../../src/articles/store.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { draftOf, fetched, optionsOf } from "./drafts.ts";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let prefix = 0;
let store: ArticleStore;
beforeEach(() => {
  store = createArticleStore(server.connect(), `articles-${++prefix}`);
});

const put = (draft: Draft, changes: Partial<PutOptions> = {}) =>
  store.put(draft, { ...optionsOf(draft), ...changes });
const numbersOf = (stories: readonly { number: number }[]) => stories.map((story) => story.number);

describe("put", () => {
  it("gives rising numbers to new articles and reads them back whole", async () => {
    expect(await put(draftOf("a"))).toEqual({ outcome: "new", number: 1 });
    expect(await put(draftOf("b", { pinned: true, url: "https://example.org/b" }))).toEqual({
      outcome: "new",
      number: 2,
    });
    expect(await store.byNumber(2)).toEqual({
      ...draftOf("b", { pinned: true, url: "https://example.org/b" }),
      number: 2,
      fetched: fetched.toISOString(),
      storyId: "s2",
    });
    expect(await store.byNumber(3)).toBeUndefined();
    expect(await store.maxNumber()).toBe(2);
    expect(await store.minNumber()).toBe(1);
    expect(await store.count()).toBe(2);
  });

  it("does nothing for the same content, and does not raise the version", async () => {
    await put(draftOf("a"));
    const before = await store.version();
    expect(await put(draftOf("a"))).toEqual({ outcome: "unchanged", number: 1 });
    expect(await store.version()).toBe(before);
    expect(await store.holds("a", "hash of a", "raw")).toBe(true);
    expect(await store.holds("a", "another", "raw")).toBe(false);
  });

  it("updates changed content and keeps number, arrival and story", async () => {
    await put(draftOf("a"));
    const changed = draftOf("a", { title: "عنوان جديد", contentHash: "other", topics: ["science"] });
    expect(await put(changed, { fetched: new Date(0), storyId: "s9" })).toEqual({
      outcome: "updated",
      number: 1,
    });
    expect(await store.byNumber(1)).toMatchObject({
      number: 1,
      title: "عنوان جديد",
      fetched: fetched.toISOString(),
      storyId: "s1",
      topics: ["science"],
    });
    expect(await store.topicsInUse()).toEqual(new Map([["science", 1]]));
  });

  it("keeps the first date when a later one is only a guess", async () => {
    await put(draftOf("a"), { isDateGuessed: true });
    const later = draftOf("a", { contentHash: "other", published: "2026-11-20T00:00:00.000Z" });
    await put(later, { isDateGuessed: true });
    expect((await store.byNumber(1))?.published).toBe("2026-11-03T08:00:00.000Z");
    await put({ ...later, contentHash: "third" });
    expect((await store.byNumber(1))?.published).toBe("2026-11-20T00:00:00.000Z");
  });

  it("calls a second article with the same body a duplicate of the first, until the first is gone", async () => {
    await put(draftOf("a"), { bodyHash: "same" });
    expect(await put(draftOf("b"), { bodyHash: "same" })).toEqual({ outcome: "duplicate", number: 1 });
    expect(await store.count()).toBe(1);
    await store.hideMissing(new Set(["b"]), "content");
    expect(await put(draftOf("b"), { bodyHash: "same" })).toEqual({ outcome: "new", number: 2 });
  });

  it("hides an article that becomes a duplicate of another", async () => {
    await put(draftOf("a"));
    await put(draftOf("b"));
    const copy = draftOf("b", { contentHash: "copy" });
    expect(await put(copy, { bodyHash: optionsOf(draftOf("a")).bodyHash })).toEqual({
      outcome: "duplicate",
      number: 1,
    });
    expect((await store.byNumber(2))?.hidden).toBe(true);
  });

  it("makes one article with one number of fifty puts by two stores at once", async () => {
    const other = createArticleStore(server.connect(), `articles-${prefix}`);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const draft = draftOf("same");
        return (index % 2 === 0 ? store : other).put(draft, optionsOf(draft));
      }),
    );
    expect(results.filter(({ outcome }) => outcome === "new")).toHaveLength(1);
    expect(new Set(results.map(({ number }) => number))).toEqual(new Set([1]));
    expect(await store.maxNumber()).toBe(1);
    expect(numbersOf(await store.newStoriesSince(0))).toEqual([1]);
  });

  it("gives different articles different numbers, however many stores put them", async () => {
    const other = createArticleStore(server.connect(), `articles-${prefix}`);
    const ids = Array.from({ length: 40 }, (_, index) => `id${index % 20}`);
    await Promise.all(
      ids.map((id, index) => (index < 20 ? store : other).put(draftOf(id), optionsOf(draftOf(id)))),
    );
    expect(await store.maxNumber()).toBe(20);
    expect(await store.count()).toBe(20);
  });
});

describe("stories", () => {
  it("joins a story that exists, whose number and first sight stay those of its first article", async () => {
    await put(draftOf("a"));
    await put(draftOf("b"));
    await put(draftOf("c", { source: "مرصد الساحل" }), { storyId: "s1", fetched: new Date(0) });
    const [second, first] = await store.newStoriesSince(0);
    expect(second).toMatchObject({ id: "s2", members: [2] });
    expect(first).toMatchObject({
      id: "s1",
      number: 1,
      firstSeen: fetched.toISOString(),
      members: [1, 3],
      sources: ["وكالة ضفاف", "مرصد الساحل"],
      lead: { number: 1 },
    });
    expect(numbersOf(await store.newStoriesSince(1))).toEqual([2]);
    expect(numbersOf(await store.stories([2, 7, 1]))).toEqual([2, 1]);
  });

  it("begins a story of its own where the one to join is gone", async () => {
    await put(draftOf("a"), { storyId: "s77" });
    expect((await store.byNumber(1))?.storyId).toBe("s1");
  });

  it("lets the next member stand for a story whose lead disappeared, and hides the story with its last", async () => {
    await put(draftOf("a"));
    await put(draftOf("b"), { storyId: "s1" });
    await store.hideMissing(new Set(["b"]), "content");
    expect(await store.newStoriesSince(0)).toMatchObject([{ number: 1, lead: { number: 2 }, members: [2] }]);
    await store.hideMissing(new Set(), "content");
    expect(await store.newStoriesSince(0)).toEqual([]);
    expect(await store.latest({ limit: 5 })).toEqual([]);
    const article = await store.byNumber(2);
    expect(article?.hidden).toBe(true);
    if (article !== undefined) expect((await store.storyOf(article)).number).toBe(1);
  });

  it("gives the newest 200 at most", async () => {
    for (let index = 0; index < 205; index++) await put(draftOf(`n${index}`));
    const stories = await store.newStoriesSince(0);
    expect(stories).toHaveLength(200);
    expect([stories[0]?.number, stories.at(-1)?.number]).toEqual([205, 6]);
  });
});

describe("hideMissing", () => {
  it("hides what disappeared from its own source only, and shows it again when it is back", async () => {
    await put(draftOf("a"));
    await put(draftOf("b"));
    await put(draftOf("feed"), { source: "https://example.org/feed" });
    expect(await store.hideMissing(new Set(["a"]), "content")).toBe(1);
    expect(await store.hideMissing(new Set(["a"]), "content")).toBe(0);
    expect(numbersOf(await store.newStoriesSince(0))).toEqual([3, 1]);
    expect(await store.byNumber(2)).toMatchObject({ number: 2, hidden: true, title: "عنوان b" });
    expect(await store.count()).toBe(2);
    expect(await store.holds("b", "hash of b", "raw")).toBe(false);
    expect(await put(draftOf("b"))).toEqual({ outcome: "unchanged", number: 2 });
    expect(numbersOf(await store.newStoriesSince(0))).toEqual([3, 2, 1]);
    expect(await store.byNumber(2)).not.toHaveProperty("hidden");
  });

  it("leaves what an editor hid as it is", async () => {
    await put(draftOf("a", { hidden: true }));
    expect(await store.newStoriesSince(0)).toEqual([]);
    expect((await store.byNumber(1))?.hidden).toBe(true);
    expect(await put(draftOf("a", { hidden: true }))).toEqual({ outcome: "unchanged", number: 1 });
  });
});

describe("remove", () => {
  it("forgets the article, never gives its number again, and does not take the same document back", async () => {
    await put(draftOf("a"));
    await put(draftOf("b"), { storyId: "s1" });
    expect(await store.remove(1)).toBe(true);
    expect(await store.remove(1)).toBe(false);
    expect(await store.byNumber(1)).toBeUndefined();
    expect(await store.newStoriesSince(0)).toMatchObject([{ number: 1, members: [2] }]);
    expect(await put(draftOf("a"))).toEqual({ outcome: "removed", number: 0 });
    expect(await put(draftOf("a", { contentHash: "edited" }))).toEqual({ outcome: "new", number: 3 });
    expect(await store.minNumber()).toBe(2);
  });

  it("leaves no key of a story without members", async () => {
    await put(draftOf("a"));
    await store.remove(1);
    expect(await store.latest({ limit: 5 })).toEqual([]);
    expect(await store.count()).toBe(0);
    expect(await store.minNumber()).toBe(0);
    const redis = server.connect();
    expect(await redis.keys(`{articles-${prefix}}:story:*`)).toEqual([]);
  });
});
