// The register of feeds on a real Redis: one id for one feed, who wins, what is found, what survives.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedWish } from "../../src/sources/feedSource.ts";
import { createRegister, feedId, type Register } from "../../src/sources/register.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let register: Register;
beforeEach(() => {
  register = open(++prefix);
});

const open = (of: number, listed: readonly FeedWish[] = []): Register =>
  createRegister(redis.connect(), `register-${of}`, listed);
const wishOf = (url: string, name = "وكالة ضفاف"): FeedWish => ({
  url, // the name: an invented agency
  name,
  topics: [],
  fullText: "auto",
  intervalMinutes: 10,
});
const url = "https://news.example/rss.xml";

describe("feedId", () => {
  it.each([
    "http://news.example/rss.xml",
    "HTTPS://News.Example/rss.xml",
    "https://news.example/rss.xml/",
    "https://news.example:443/rss.xml",
    "https://news.example/rss.xml#top",
    "https://reader@news.example/rss.xml",
  ])("is one for %s", (other) => expect(feedId(other)).toBe(feedId(url)));

  it.each([
    "https://news.example/RSS.xml",
    "https://news.example/rss.xml?topic=2",
    "https://www.news.example/rss.xml",
    "https://news.example:8443/rss.xml",
  ])("is another for %s", (other) => expect(feedId(other)).not.toBe(feedId(url)));

  it("is ten hex digits", () => expect(feedId(url)).toMatch(/^[0-9a-f]{10}$/));
});

describe("add, find and remove", () => {
  it("keeps a feed once, and finds it by id, address in any writing, and name", async () => {
    expect(await register.add(wishOf(url))).toBe(true);
    expect(await register.add(wishOf("http://NEWS.example/rss.xml/", "أخرى"))).toBe(false); // "another"
    const [source] = await register.list();
    expect(source).toEqual({ ...wishOf(url), id: feedId(url), from: "added" });
    for (const words of [feedId(url), url, "http://news.example/rss.xml/", "وكالة ضفاف"]) {
      expect(await register.find(words), words).toEqual(source);
    }
    for (const words of ["ضفاف", "https://news.example/atom.xml", "", "urn:x", "0000000000"]) {
      expect(await register.find(words), words).toBeUndefined();
    }
  });

  it("finds none by a name that two have", async () => {
    await register.add(wishOf(url));
    await register.add(wishOf("https://other.example/rss.xml"));
    expect(await register.find("وكالة ضفاف")).toBeUndefined();
  });

  it("lists what config lists first, then the added ones by name, for every process", async () => {
    await register.add(wishOf("https://b.example/rss", "ب"));
    await register.add(wishOf("https://a.example/rss", "أ"));
    const other = open(prefix, [wishOf("https://z.example/rss", "ي")]);
    expect((await other.list()).map(({ name, from }) => [name, from])).toEqual([
      ["ي", "config"],
      ["أ", "added"],
      ["ب", "added"],
    ]);
  });

  it("lets config win over what was added, and its feeds cannot be added or removed", async () => {
    await register.add(wishOf(url, "المضافة")); // "the added one"
    await register.change(feedId(url), { brought: 7 });
    const listed = open(prefix, [wishOf("http://news.example/rss.xml", "المكتوبة")]); // "the written one"
    expect(await listed.list()).toMatchObject([{ name: "المكتوبة", from: "config" }]);
    expect(await listed.add(wishOf(url))).toBe(false);
    expect((await listed.state(feedId(url))).brought).toBe(7);
  });

  it("forgets the readings of a removed feed, also those that end after it", async () => {
    await register.add(wishOf(url));
    await register.change(feedId(url), { firstRead: "2026-11-24T12:00:00.000Z" });
    expect(await register.remove(feedId(url))).toBe(true);
    expect(await register.remove(feedId(url))).toBe(false);
    await register.change(feedId(url), { brought: 3, firstRead: "2026-11-24T12:01:00.000Z" });
    await register.add(wishOf(url));
    expect(await register.state(feedId(url))).toEqual({ brought: 0, failures: 0, isOffTold: false });
  });
});

describe("state", () => {
  it("is fresh at first, changes by fields, and survives the process", async () => {
    await register.add(wishOf(url));
    const id = feedId(url);
    expect(await register.state(id)).toEqual({ brought: 0, failures: 0, isOffTold: false });
    await register.change(id, { etag: '"a\n"', failures: 2, off: "سبب" }); // "a reason"
    await register.change(id, { off: null, brought: 5 });
    await register.change(id, {});
    expect(await open(prefix).state(id)).toEqual({
      brought: 5,
      failures: 2,
      isOffTold: false,
      etag: '"a\n"',
    });
  });

  it("is kept for a feed of config too", async () => {
    const listed = open(prefix, [wishOf(url)]);
    await listed.change(feedId(url), { failures: 1 });
    expect((await listed.state(feedId(url))).failures).toBe(1);
  });
});

describe("a name", () => {
  it.each([
    ["line ends and tabs", "وكالة\nضفاف\t الجديدة ", "وكالة ضفاف الجديدة"], // "the new … agency"
    ["marks of direction", "\u202Eوكالة\u200F \u2067ضفاف\u2069", "وكالة ضفاف"],
    ["controls", "وكالة\u0000 \u001b[31mضفاف", "وكالة [31mضفاف"],
    ["nothing but white space", " \n\u200F", "news.example"],
    ["ten thousand letters", "ض".repeat(10_000), "ض".repeat(100)],
    ["letters of two units at the cut", "😀".repeat(101), "😀".repeat(100)],
  ])("is one short line: %s", async (_what, written, name) => {
    await register.add(wishOf(url, written));
    expect(await register.list()).toMatchObject([{ name }]);
  });
});
