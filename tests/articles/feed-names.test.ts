// The same article under other names: changed addresses, guids and texts, two feeds of one outlet, feeds that name badly.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { type Entry, entryOf, type FeedDesk, openFeedDesk } from "./feedDesk.ts";
import { newsOf } from "./news.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let desk: FeedDesk;
let source: FeedSource;
beforeEach(async () => {
  desk = await openFeedDesk(redis, `names-${++prefix}`);
  source = await desk.add("/feed");
});
afterEach(() => desk.close());

/** Serves the entries, reads them, and gives what the report counts. */
async function read(entries: readonly Entry[], of = source) {
  desk.serve(new URL(of.url).pathname, entries);
  const polled = await desk.poll(of);
  if (polled.kind !== "read") throw new Error(JSON.stringify(polled));
  const { new: added, updated, unchanged, duplicate } = polled.reading.report;
  return { added, updated, unchanged, duplicate: duplicate.length };
}

const nothing = { added: 0, updated: 0, unchanged: 0, duplicate: 0 };
const titles = async (): Promise<string[]> =>
  (await desk.store.list({ limit: 100 })).map(({ title }) => title);
const { guid: _guid, ...withoutGuid } = entryOf(1, { link: "https://news.example/economy/1" });

describe("one article", () => {
  it.each([
    ["with tracking", "https://news.example/economy/1?utm_source=rss&fbclid=x"],
    ["over http", "http://news.example/economy/1"],
    ["on the mobile host", "https://m.news.example/economy/1/"],
    ["as AMP", "https://www.news.example/amp/economy/1#top"],
  ])("is known %s, without a guid", async (_how, link) => {
    await read([withoutGuid]);
    await read([{ ...withoutGuid, link }]);
    expect(await read([{ ...withoutGuid, link }])).toEqual({ ...nothing, unchanged: 1 });
    expect(await desk.store.maxNumber()).toBe(1);
  });

  it("is known by its guid under another address, by its address under another guid, and by both later on", async () => {
    await read([entryOf(1, { guid: "g1", link: "/a" })]);
    expect(await read([entryOf(1, { guid: "g1", link: "/b" })])).toEqual({ ...nothing, updated: 1 });
    expect(await read([entryOf(1, { guid: "g2", link: "/b" })])).toMatchObject({ added: 0 });
    expect(await read([entryOf(1, { guid: "g2", link: "/c" })])).toMatchObject({ added: 0 });
    expect(await read([entryOf(1, { guid: "g1", link: "/d" })])).toMatchObject({ added: 0 });
    expect(await desk.store.maxNumber()).toBe(1);
    expect(await desk.store.byNumber(1)).toMatchObject({ url: `${desk.server.origin}/d` });
  });

  it("is known by a guid that it got later, under a new address and with a new text", async () => {
    await read([entryOf(1, { guid: "g1", link: "/a" })]);
    expect(await read([entryOf(1, { guid: "g2", link: "/a" })])).toEqual({ ...nothing, unchanged: 1 });
    expect(await read([entryOf(9, { guid: "g2", link: "/b" })])).toEqual({ ...nothing, updated: 1 });
    expect(await desk.store.maxNumber()).toBe(1);
  });

  it("is updated by an edit of title or text, once, and keeps its number, its arrival and its first date", async () => {
    await read([entryOf(1)]);
    const before = await desk.store.byNumber(1);
    desk.advance(60);
    const edited = entryOf(1, { title: "عنوان معدل", text: `${newsOf(1).text} جملة مضافة.` }); // "edited headline", "an added sentence"
    expect(await read([edited])).toEqual({ ...nothing, updated: 1 });
    expect(await read([edited])).toEqual({ ...nothing, unchanged: 1 });
    const { number, fetched, published } = before ?? {};
    expect(await desk.store.byNumber(1)).toMatchObject({ number, fetched, published, title: "عنوان معدل" });
  });

  it("that is named twice in one feed is its newest entry, and the two do not take turns", async () => {
    const old = entryOf(1, { guid: "old", published: new Date("2026-11-24T08:00:00Z") });
    const young = entryOf(1, {
      guid: "young",
      title: "الصيغة الأخيرة",
      published: new Date("2026-11-24T09:00:00Z"),
    }); // "the last version"
    expect(await read([old, young])).toEqual({ ...nothing, added: 1 });
    expect(await read([young, old])).toEqual({ ...nothing, unchanged: 1 });
    expect(await titles()).toEqual(["الصيغة الأخيرة"]);
  });

  it("is no second one under new names with the same text, and its page is not fetched with every reading", async () => {
    const text = newsOf(1, 24).text;
    const again = entryOf(1, { guid: "again", link: "/again", text });
    for (const path of ["/news/1", "/again"])
      desk.routes[path] = { body: `<article><p>${newsOf(1).text}</p></article>` };
    await read([entryOf(1, { text })]);
    expect(await read([again, entryOf(1, { text })])).toEqual({ ...nothing, unchanged: 1, duplicate: 1 });
    expect(await read([again, entryOf(1, { text })])).toEqual({ ...nothing, unchanged: 1, duplicate: 1 });
    expect([desk.hits("/news/1"), desk.hits("/again")]).toEqual([1, 1]);
    expect(await desk.store.maxNumber()).toBe(1);
  });
});

describe("two articles", () => {
  it("stay two where the guids are equal but the outlets are not", async () => {
    const bare = (number: number): Entry => {
      const { link: _link, ...rest } = entryOf(number, { guid: "123" });
      return rest;
    };
    const other = await desk.add(`http://two.example:${desk.server.port}/other`);
    desk.serve("/feed", [bare(1)]);
    desk.routes["/other"] = {
      body: `<rss version="2.0"><channel><item><title>${newsOf(2).title}</title><guid isPermaLink="false">123</guid><description>${newsOf(2).text}</description></item></channel></rss>`,
    };
    await desk.poll(source);
    expect(await desk.poll(other)).toMatchObject({ reading: { brought: 1 } });
    expect(await desk.store.maxNumber()).toBe(2);
  });

  it.each([
    ["the home page as every address", (number: number) => ({ link: "/", guid: `g${number}` })],
    ["one live page as every address", (number: number) => ({ link: "/live", guid: `g${number}` })],
    ["one guid for all", (number: number) => ({ link: `/news/${number}`, guid: "0" })],
    ["nothing but one address for all", () => ({ link: "/live", guid: "" })],
  ])("stay apart in a feed with %s", async (_what, names) => {
    const entries = [1, 2, 3, 4].map((number) => entryOf(number, names(number)));
    expect(await read(entries)).toEqual({ ...nothing, added: 4 });
    expect(await read(entries)).toEqual({ ...nothing, unchanged: 4 });
    expect(await read([entryOf(5, names(5)), ...entries.slice(0, 3)])).toEqual({
      ...nothing,
      added: 1,
      unchanged: 3,
    });
  });

  it("keep their names when a third seems to be both", async () => {
    await read([entryOf(2, { guid: "g2", link: "/b" }), entryOf(1, { guid: "g1", link: "/a" })]);
    // By its address it is the first; the guid of the second stays the second's.
    await read([entryOf(3, { guid: "g2", link: "/a" })]);
    await read([entryOf(4, { guid: "g2", link: "/c" })]);
    expect(await desk.store.maxNumber()).toBe(2);
    expect(await titles()).toEqual([newsOf(4).title, newsOf(3).title]);
  });
});

describe("two feeds of one outlet", () => {
  it("carry one article: it is the first feed's, with its topics, and readings change nothing", async () => {
    const economy = await desk.add("/economy", { topics: ["economy"] });
    const front = await desk.add("/front", { topics: ["politics"], name: "وكالة أخرى" }); // "another agency"
    expect(await read([entryOf(1)], economy)).toEqual({ ...nothing, added: 1 });
    const version = await desk.store.version();
    for (let round = 0; round < 3; round += 1) {
      expect(await read([entryOf(1)], front)).toEqual({ ...nothing, duplicate: 1 });
      expect(await read([entryOf(1)], economy)).toEqual({ ...nothing, unchanged: 1 });
    }
    expect(await desk.store.version()).toBe(version);
    expect(await desk.store.byNumber(1)).toMatchObject({ topics: ["economy"], source: "وكالة /economy" });
  });

  it("that differ in the text do not take turns either, and the page is fetched once for each", async () => {
    const front = await desk.add("/front");
    desk.routes["/news/1"] = { body: `<article><p>${newsOf(1).text}</p></article>` };
    const long = entryOf(1, { text: newsOf(1, 48).text });
    const short = entryOf(1, { text: newsOf(1, 24).text });
    for (let round = 0; round < 3; round += 1) {
      await read([long]);
      await read([short], front);
    }
    expect(desk.hits("/news/1")).toBe(2);
    expect(await desk.store.maxNumber()).toBe(1);
  });
});

describe("the numbers of a reading", () => {
  it("rise with the dates, and without dates from the end of the feed", async () => {
    const at = (hour: number) => ({ published: new Date(Date.UTC(2026, 10, 24, hour)) });
    await read([entryOf(3, at(9)), entryOf(1, at(7)), entryOf(2, at(8))]);
    await read([entryOf(5), entryOf(4)]);
    expect((await titles()).toReversed()).toEqual([1, 2, 3, 4, 5].map((number) => newsOf(number).title));
  });
});

describe("the language of a feed", () => {
  it("is what the operator said, else what the letters say", async () => {
    const told = await desk.add("/told", { language: "en" });
    await read([entryOf(1)], told);
    await read([entryOf(2)]);
    expect([(await desk.store.byNumber(1))?.language, (await desk.store.byNumber(2))?.language]).toEqual([
      "en",
      "ar",
    ]);
  });
});
