// Feeds and pages that are made to keep their reader busy: they are abandoned by name, and everything else goes on meanwhile.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDesk } from "../../src/articles/desk.ts";
import { parseFeed } from "../../src/articles/feeds.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { createHandClock, settle } from "../sources/handClock.ts";
import { entryOf, type FeedDesk, openFeedDesk, rssOf } from "./feedDesk.ts";
import { newsOf } from "./news.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk(redis, `hostile-${++prefix}`);
});
afterEach(() => desk.close());

/** Close to the limit of a body, and seconds of work: no tag is ever closed. */
const heavy = (): string => rssOf("https://b.example", [{ title: "ثقيل", text: "<b>".repeat(700_000) }]); // "heavy"

/** Waits for a limit to be set: then the thread is at work. */
async function begun(asked: readonly number[]): Promise<void> {
  while (asked.length === 0) await settle();
}

describe("a feed that keeps its reader busy", () => {
  it("is abandoned with its reason, while an ordinary feed is read in the same process", async () => {
    const clock = createHandClock(desk.now());
    const { poller, told } = desk.openProcess({ sleep: clock.sleep });
    const [hostile, ordinary] = [await desk.add("/hostile"), await desk.add("/ordinary")];
    desk.routes["/hostile"] = { body: heavy() };
    desk.serve("/ordinary", [entryOf(1)]);
    const reading = poller.pollOne(hostile);
    await begun(clock.asked);
    await poller.pollOne(ordinary);
    expect(told).toEqual(["read /ordinary"]);
    expect(await desk.store.byNumber(1)).toMatchObject({ title: newsOf(1).title });
    await clock.advance(10_000);
    await reading;
    expect(told).toEqual(["read /ordinary", "failed /hostile"]);
    expect(await desk.state(hostile)).toMatchObject({
      failures: 1,
      error: { reason: "to read it takes longer than 10 s", mend: expect.stringMatching(/^nothing that/) },
    });
    // The thread that was ended is followed by another one.
    const many = Array.from({ length: 300 }, (_, number) => entryOf(number));
    desk.serve("/ordinary", many);
    await poller.pollOne(ordinary);
    expect(told.at(-1)).toBe("read /ordinary");
    expect(await desk.state(ordinary)).toMatchObject({ brought: 300 });
  });

  it("is broken off with everything else when the process stops", async () => {
    const clock = createHandClock(desk.now());
    const { poller, told } = desk.openProcess({ sleep: clock.sleep });
    const hostile = await desk.add("/hostile");
    desk.routes["/hostile"] = { body: heavy() };
    const reading = poller.pollOne(hostile);
    await begun(clock.asked);
    await poller.close();
    await reading;
    expect(told).toEqual([]);
    expect(await desk.state(hostile)).toMatchObject({ failures: 0 });
  });
});

it("a large feed comes out of the thread as it would without", async () => {
  const entries = Array.from({ length: 400 }, (_, number) => entryOf(number));
  const bytes = new TextEncoder().encode(rssOf("https://b.example", [...entries, {}]));
  const about = { url: "https://b.example/rss", contentType: "application/rss+xml" };
  const readers = createDesk();
  expect(bytes.length).toBeGreaterThan(64 * 1024);
  expect(await readers.readFeed(bytes, about)).toEqual(parseFeed(bytes, about));
  await readers.close();
});

it("a page that keeps its reader busy is given up, and the excerpt is the article", async () => {
  const clock = createHandClock(desk.now());
  const { poller, told } = desk.openProcess({ sleep: clock.sleep });
  const source = await desk.add("/feed", { fullText: "always" });
  desk.serve("/feed", [entryOf(1)]);
  // As deep as the finder of the body still looks, and as many elements.
  const deep = "<div>".repeat(110) + `<p>${newsOf(2, 12).text}`.repeat(10_000) + "</div>".repeat(110);
  desk.routes["/news/1"] = { headers: { "content-type": "text/html" }, body: `<body>${deep}</body>` };
  const reading = poller.pollOne(source);
  await begun(clock.asked);
  await clock.advance(10_000);
  await reading;
  expect(told).toEqual(["read /feed"]);
  expect(await desk.store.byNumber(1)).toMatchObject({ text: newsOf(1).text });
  // Never again, as long as the entry stays as it is.
  await poller.pollOne(source);
  expect(desk.hits("/news/1")).toBe(1);
});

it("an article as long as a book is cut, and a feed's own excess is named", async () => {
  const source = await desk.add("/feed", { fullText: "never" });
  const line = (number: number): string =>
    `<p>قال المجلس في بيانه رقم ${number} إن العمل يسير وفق الخطة.</p>`; // "the council said …"
  const long = Array.from({ length: 3000 }, (_, number) => line(number)).join("");
  desk.serve("/feed", [entryOf(1, { text: long })]);
  const polled = await desk.poll(source);
  expect(polled).toMatchObject({ reading: { brought: 1, report: { rejected: [] } } });
  const messages = polled.kind === "read" ? polled.reading.report.notes.map(({ message }) => message) : [];
  expect(messages).toEqual([
    expect.stringMatching(/its text has 1\d{5} characters; the first 100000 are read$/),
    expect.stringMatching(
      /^its text has \d+ characters in \d+ paragraphs; the first 40000 and 400 are taken$/,
    ),
  ]);
  const article = await desk.store.byNumber(1);
  expect(article?.paragraphs.length).toBeLessThanOrEqual(400);
  expect(article?.paragraphs[0]).toContain("رقم 0 ");
});
