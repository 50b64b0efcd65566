// Articles of feeds go when their time is over: which, when, and that they do not come back.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { draftOf, optionsOf } from "./drafts.ts";
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
  desk = await openFeedDesk(redis, `retention-${++prefix}`);
  source = await desk.add("/feed");
});
afterEach(() => desk.close());

const dayMinutes = 24 * 60;
/** The nightly work with the default of sixty days. */
const night = () => desk.store.expire(new Date(desk.now().getTime() - 60 * 86_400_000), desk.now());
async function read(entries: readonly Entry[]) {
  desk.serve("/feed", entries);
  const polled = await desk.poll(source);
  if (polled.kind !== "read") throw new Error(JSON.stringify(polled));
  return polled.reading.report;
}
const numbers = async (): Promise<number[]> =>
  (await desk.store.list({ limit: 2000 })).map(({ number }) => number);

describe("the nightly work", () => {
  it("takes away what was fetched more than sixty days ago, however old it was then", async () => {
    await read([entryOf(1, { published: new Date("2020-01-01T00:00:00Z") })]);
    desk.advance(30 * dayMinutes);
    await read([entryOf(2)]);
    desk.advance(30 * dayMinutes);
    expect(await night()).toBe(0);
    desk.advance(1);
    expect(await night()).toBe(1);
    expect(await numbers()).toEqual([2]);
    expect(await desk.store.byNumber(1)).toBeUndefined();
    expect(await desk.store.count()).toBe(1);
  });

  it("never takes away files", async () => {
    const file = draftOf("file");
    await desk.store.put(file, { ...optionsOf(file), fetched: new Date(0) });
    desk.advance(1000 * dayMinutes);
    expect(await night()).toBe(0);
    expect(await numbers()).toEqual([1]);
  });

  it("leaves no key behind but the numbers it counts by and the names it remembers", async () => {
    await read([entryOf(1), entryOf(2)]);
    desk.advance(61 * dayMinutes);
    expect(await night()).toBe(2);
    const client = redis.connect();
    const keys = (await client.keys(`{retention-${prefix}}:*`)).map((key) =>
      key.split("}:")[1]?.replace(/[0-9a-f]{10}/, "…"),
    );
    expect(keys.sort()).toEqual([
      "articles:changes",
      "articles:expired",
      "articles:lines:…:",
      "articles:lists:…",
      "articles:sequence",
      "articles:topics",
      "articles:version",
      "sources:added",
      "sources:state:…",
    ]);
  });

  it("goes through a thousand in batches, past those that are held at the front", async () => {
    for (let number = 1; number <= 1000; number += 1) {
      const draft = draftOf(`a${number}`);
      await desk.store.put(draft, {
        ...optionsOf(draft),
        source: "feed",
        fetched: desk.now(),
        expires: true,
      });
    }
    const held = Array.from({ length: 250 }, (_, index) => index + 1);
    for (const number of [...held, 700]) await desk.store.hold(number);
    desk.advance(61 * dayMinutes);
    expect(await night()).toBe(749);
    expect((await numbers()).toReversed()).toEqual([...held, 700]);
    expect(await night()).toBe(0);
    for (const number of held) await desk.store.release(number);
    expect(await night()).toBe(250);
    expect(await numbers()).toEqual([700]);
  });
});

describe("a held article", () => {
  beforeEach(async () => {
    await read([entryOf(1)]);
    desk.advance(61 * dayMinutes);
  });

  it("stays until it is released as often as it was held", async () => {
    await desk.store.hold(1);
    await desk.store.hold(1);
    await desk.store.release(1);
    expect(await night()).toBe(0);
    await desk.store.release(1);
    expect(await night()).toBe(1);
  });

  it("is held by one hold, however often it was released before", async () => {
    await desk.store.release(1);
    await desk.store.release(1);
    await desk.store.hold(1);
    expect(await night()).toBe(0);
  });

  it("that is gone cannot be held, and leaves nothing behind", async () => {
    await night();
    await desk.store.hold(1);
    await desk.store.release(1);
    await desk.store.release(1);
    expect(await redis.connect().hgetall(`{retention-${prefix}}:articles:held`)).toEqual({});
  });
});

describe("an expired article that its feed still names", () => {
  const edited = entryOf(1, { title: "عنوان معدل", text: `${newsOf(1).text} جملة.` }); // "edited headline", "a sentence"
  beforeEach(async () => {
    await read([entryOf(1)]);
    desk.advance(61 * dayMinutes);
    await night();
  });

  it.each([
    ["as it was", entryOf(1)],
    ["edited", edited],
    ["under another address", entryOf(1, { link: "/elsewhere" })],
    ["under another guid, edited", { ...edited, guid: "other" }],
    ["with tracking", entryOf(1, { link: "/news/1?utm_source=x", guid: "" })],
  ])("does not come back %s", async (_how, entry) => {
    expect(await read([entry])).toMatchObject({ new: 0, removed: 1 });
    expect(await read([entry])).toMatchObject({ new: 0, removed: 1 });
    expect(await numbers()).toEqual([]);
  });

  it("does not come back by a name that it got only afterwards", async () => {
    await read([entryOf(1, { link: "/elsewhere" })]);
    await read([entryOf(1, { link: "/elsewhere", guid: "third" })]);
    expect(await read([entryOf(1, { link: "/fourth", guid: "third" })])).toMatchObject({ new: 0 });
  });

  it("leaves its number unused: the next article has the next one", async () => {
    await read([entryOf(1), entryOf(2)]);
    expect(await numbers()).toEqual([2]);
  });

  it("has no page fetched any more", async () => {
    const short = entryOf(1, { text: newsOf(1, 24).text });
    for (let reading = 0; reading < 3; reading += 1) await read([short]);
    expect(desk.hits("/news/1")).toBe(0);
  });

  it("is forgotten after more than a year", async () => {
    desk.advance(401 * dayMinutes);
    await night();
    expect(await read([entryOf(1)])).toMatchObject({ new: 1 });
    expect(await numbers()).toEqual([2]);
  });
});

describe("a story", () => {
  /** Joined by hand: which articles make a story is tested elsewhere. */
  const put = async (id: string, storyId?: string) => {
    const draft = draftOf(id, { source: `وكالة ${id}` }); // "agency …"
    const options = { ...optionsOf(draft), source: "feed", fetched: desk.now(), expires: true };
    await desk.store.put(draft, { ...options, ...(storyId !== undefined && { storyId }) });
  };

  it("goes on under its number with its next article when the lead's time is over, and is not offered again", async () => {
    await put("a");
    desk.advance(10 * dayMinutes);
    await put("b", "s1");
    desk.advance(51 * dayMinutes);
    expect(await night()).toBe(1);
    const [story] = await desk.store.latest({ limit: 10 });
    expect(story).toMatchObject({ id: "s1", number: 1, freshNumber: 1, members: [2], sources: ["وكالة b"] });
    expect(await desk.store.newStoriesSince(1)).toEqual([]);
    expect(await desk.store.stories([1])).toHaveLength(1);
    desk.advance(10 * dayMinutes);
    expect(await night()).toBe(1);
    expect(await desk.store.latest({ limit: 10 })).toEqual([]);
    expect(await desk.store.topicsInUse()).toEqual(new Map());
  });

  it("that is gone takes nobody in: an article that was meant for it begins its own", async () => {
    await put("a");
    desk.advance(61 * dayMinutes);
    await night();
    await put("b", "s1");
    expect(await desk.store.byNumber(2)).toMatchObject({ storyId: "s2" });
  });
});

describe("an article of a feed that an editor removed", () => {
  it("does not come back, neither as it was nor edited, and its page is not fetched", async () => {
    const short = entryOf(1, { text: newsOf(1, 24).text });
    await read([short]);
    expect(await desk.store.remove(1)).toBe(true);
    const before = desk.hits("/news/1");
    expect(await read([short])).toMatchObject({ new: 0, removed: 1 });
    expect(await read([entryOf(1, { title: "عنوان معدل" })])).toMatchObject({ new: 0, removed: 1 });
    expect(desk.hits("/news/1")).toBe(before);
  });
});
