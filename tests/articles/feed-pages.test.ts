// Whole articles for excerpts: when a page is fetched, when it is not, how often it is tried, and what is taken of it.
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
  desk = await openFeedDesk(redis, `pages-${++prefix}`);
  source = await desk.add("/feed");
});
afterEach(() => desk.close());

const excerpt = newsOf(1, 24).text;
const whole = newsOf(1);
const published = new Date("2026-11-24T10:00:00Z");
const short = (entry: Entry = {}): Entry => entryOf(1, { text: excerpt, published, ...entry });
const paragraphs = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .map((one) => `<p>${one}</p>`)
    .join("");
const pageOf = (text: string, title = whole.title) => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs(text)}</article></body></html>`,
});
const text = async (number = 1): Promise<string> =>
  (await desk.store.byNumber(number))?.paragraphs.join(" ") ?? "no article";
const pages = (): number => desk.hits("/news/1");
async function poll(times = 1, of = source) {
  let polled = await desk.poll(of);
  for (let again = 1; again < times; again += 1) polled = await desk.poll(of);
  return polled;
}

describe("an excerpt", () => {
  it("gives way to the page, once: what does not change is not fetched again", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = pageOf(whole.text);
    expect(await poll()).toMatchObject({ kind: "read", reading: { brought: 1, isComplete: true } });
    expect(await text()).toBe(whole.text);
    expect(await poll(3)).toMatchObject({ reading: { report: { new: 0, updated: 0, unchanged: 1 } } });
    expect(pages()).toBe(1);
  });

  it("keeps the headline and the date of the feed, and the feed's address", async () => {
    desk.serve("/feed", [short({ title: "عنوان التغذية", link: "/news/1?utm_source=rss" })]); // "the feed's headline"
    desk.routes["/news/1"] = pageOf(whole.text, "عنوان الصفحة | الموقع"); // "the page's headline | the site"
    await poll();
    expect(await desk.store.byNumber(1)).toMatchObject({
      title: "عنوان التغذية",
      published: published.toISOString(),
      url: `${desk.server.origin}/news/1?utm_source=rss`,
      source: "وكالة /feed",
    });
    expect(await text()).toBe(whole.text);
  });

  it("has the picture of the feed, or of its page where the feed shows none", async () => {
    const page = pageOf(whole.text);
    const body = page.body.replace("<head>", '<head><meta property="og:image" content="/page.jpg">');
    desk.routes["/news/1"] = { ...page, body };
    desk.serve("/feed", [short()]);
    await poll();
    const article = await desk.store.byNumber(1);
    expect(article?.image).toBe(`${desk.server.origin}/page.jpg`);
  });

  it("stays where the page holds less, as a paywall's does", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = pageOf("اشترك الآن لتقرأ المقال كاملا."); // "subscribe now to read the whole article"
    await poll(2);
    expect(await text()).toBe(excerpt);
    expect(pages()).toBe(1);
  });

  it("stays where every page is a wall that asks for consent, however long: no article is lost for it", async () => {
    // Of invented words too, so as to share none with any entry but by chance.
    const wall = pageOf(newsOf(99).text, "نستخدم ملفات تعريف الارتباط"); // "we use cookies"
    const entries = [1, 2, 3].map((number) => entryOf(number, { text: newsOf(number, 24).text }));
    for (const number of [1, 2, 3]) desk.routes[`/news/${number}`] = wall;
    desk.serve("/feed", entries);
    expect(await poll(2)).toMatchObject({ reading: { report: { unchanged: 3 } } });
    expect(await Promise.all([1, 2, 3].map(text))).toEqual(
      [3, 2, 1].map((number) => newsOf(number, 24).text),
    );
    expect(pages()).toBe(1);
  });

  it("that is edited has its page fetched again", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = pageOf(whole.text);
    await poll();
    const edited = `${whole.text} وأضيفت فقرة أخيرة إلى النص.`; // "and a last paragraph was added"
    desk.serve("/feed", [short({ text: `${excerpt} تحديث.` })]); // "update"
    desk.routes["/news/1"] = pageOf(edited);
    expect(await poll()).toMatchObject({ reading: { brought: 0, report: { updated: 1 } } });
    expect(await text()).toBe(edited);
    expect(pages()).toBe(2);
    expect(await desk.store.maxNumber()).toBe(1);
  });
});

describe("a page that does not come", () => {
  it("leaves the excerpt, is tried in three readings, and then no more", async () => {
    desk.serve("/feed", [short()], "", { etag: '"f"' });
    desk.routes["/news/1"] = { status: 500 };
    expect(await poll()).toMatchObject({
      reading: {
        brought: 1,
        isComplete: false,
        report: { notes: [{ message: expect.stringContaining("500") }] },
      },
    });
    expect(await text()).toBe(excerpt);
    // The feed itself must come whole again, or the page would not be tried.
    expect((await desk.state(source)).etag).toBeUndefined();
    expect(await poll()).toMatchObject({ reading: { isComplete: false } });
    expect(await poll()).toMatchObject({ reading: { isComplete: true } });
    expect((await desk.state(source)).etag).toBe('"f"');
    await poll(3);
    expect(pages()).toBe(3);
    expect(await text()).toBe(excerpt);
  });

  it("comes with a later reading, as an update of the same article", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = { status: 503 };
    await poll();
    desk.routes["/news/1"] = pageOf(whole.text);
    expect(await poll()).toMatchObject({ reading: { brought: 0, report: { updated: 1 } } });
    expect(await text()).toBe(whole.text);
    await poll(2);
    expect(pages()).toBe(2);
  });

  it("has three tries again once the entry was edited", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = { status: 500 };
    await poll(4);
    desk.serve("/feed", [short({ text: `${excerpt} تحديث.` })]); // "update"
    await poll(5);
    expect(pages()).toBe(6);
  });

  it.each([
    ["404", { status: 404 }],
    ["403", { status: 403 }],
    ["410", { status: 410 }],
    ["an image", { headers: { "content-type": "image/png" }, body: "x" }],
  ])("is not tried a second time after %s", async (_what, route) => {
    desk.serve("/feed", [short()]);
    desk.routes["/news/1"] = route;
    expect(await poll(4)).toMatchObject({ reading: { isComplete: true } });
    expect(await text()).toBe(excerpt);
    expect(pages()).toBe(1);
  });

  it("is not asked for where robots.txt forbids it, and robots.txt is not asked again for it", async () => {
    desk.serve("/feed", [short()]);
    desk.routes["/robots.txt"] = { body: "User-agent: *\nDisallow: /news/" };
    desk.routes["/news/1"] = pageOf(whole.text);
    expect(await poll(3)).toMatchObject({ reading: { isComplete: true } });
    expect(await text()).toBe(excerpt);
    expect([pages(), desk.hits("/robots.txt")]).toEqual([0, 1]);
  });

  it("is tried no more than three times where the entry has no text at all, and is named", async () => {
    const { text: _text, ...bare } = short();
    desk.serve("/feed", [bare]);
    desk.routes["/news/1"] = { status: 500 };
    const first = await poll();
    expect(first).toMatchObject({
      reading: { brought: 0, report: { rejected: [{ message: expect.stringContaining("no text") }] } },
    });
    await poll(5);
    expect(pages()).toBe(3);
    expect(await desk.store.count()).toBe(0);
  });

  it("and holds no text is not fetched with every reading", async () => {
    const { text: _text, ...bare } = short();
    desk.serve("/feed", [bare]);
    desk.routes["/news/1"] = pageOf("");
    expect(await poll(4)).toMatchObject({ reading: { report: { unchanged: 1, rejected: [] } } });
    expect(pages()).toBe(1);
  });
});

describe("fullText", () => {
  it("auto fetches nothing for a whole article", async () => {
    desk.serve("/feed", [entryOf(1)]);
    await poll();
    expect(await text()).toBe(whole.text);
    expect(desk.server.hits).toHaveLength(1);
  });

  it("never fetches nothing for an excerpt", async () => {
    const never = await desk.add("/never", { fullText: "never" });
    desk.serve("/never", [short()]);
    await poll(2, never);
    expect(await text()).toBe(excerpt);
    expect(pages()).toBe(0);
  });

  it("always fetches the page of a whole article too, and takes the longer text", async () => {
    const always = await desk.add("/always", { fullText: "always" });
    desk.serve("/always", [entryOf(1), entryOf(2)]);
    desk.routes["/news/1"] = pageOf(newsOf(1, 180).text);
    desk.routes["/news/2"] = pageOf(newsOf(2, 60).text, newsOf(2).title);
    await poll(2, always);
    const texts = [await text(1), await text(2)];
    expect(texts.toSorted()).toEqual([newsOf(1, 180).text, newsOf(2).text].toSorted());
    expect([desk.hits("/news/1"), desk.hits("/news/2")]).toEqual([1, 1]);
  });

  it("asks nothing of an entry without an address", async () => {
    const { link: _link, ...bare } = short();
    desk.serve("/feed", [bare]);
    expect(await poll()).toMatchObject({ reading: { brought: 1 } });
    expect(desk.server.hits).toHaveLength(1);
  });
});
