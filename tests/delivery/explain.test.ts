// The reasons of a next digest: what is called "in" is the composed digest itself, and each of the others has its cause.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEditing } from "../../src/articles/editing.ts";
import type { Reasoned } from "../../src/delivery/explain.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { newsOf } from "../articles/news.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let last = 0;
const now = new Date("2026-11-27T06:00:00Z");
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

/** Puts an article that the store saw so many hours ago; gives its number. */
async function put(index: number, hours: number, more: object = {}, options: object = {}): Promise<number> {
  const { title, text } = newsOf(index);
  const published = hoursAgo(hours).toISOString();
  const sentences = [{ text, start: 0, end: text.length, score: 1 }];
  const draft = draftOf(`explained ${index}`, {
    title,
    paragraphs: [text],
    published,
    summary: { sentences },
    ...more,
  });
  const put = await test.house.articles.put(draft, {
    ...optionsOf(draft),
    fetched: hoursAgo(hours),
    ...options,
  });
  return put.number;
}

beforeAll(async () => {
  test = await openTestHouse();
  const { articles, main } = test.house;
  const editing = createEditing(main, "mujaz");
  const first = await articles.maxNumber();
  for (let index = 0; index < 40; index += 1) {
    const topics = [["economy"], ["health"], ["sports"], ["science", "health"]][index % 4] ?? [];
    const isArchive = index % 11 === 7;
    await put(index, (40 - index) * 2, { topics }, { isArchive, source: `outlet ${index % 5}` });
  }
  const hand = { by: "dashboard", at: new Date() };
  await editing.edit(first + 12, { hidden: true }, hand);
  await editing.edit(first + 31, { pinned: true }, hand);
  // A second outlet on a story that another has told.
  await put(100, 1, {}, { storyId: `s${first + 38}`, source: "another" });
  last = await articles.maxNumber();
});
afterAll(() => test.close());

function readerOf(changes: Partial<Subscriber> = {}): Subscriber {
  const line = parseLine('{"chat":1}', { zone: "Africa/Cairo", now });
  if (!line.ok) throw new Error(line.message);
  return { ...line.subscriber, ...changes };
}

const numbersOf = (reasons: readonly Reasoned[], kind: string): number[] =>
  reasons.filter(({ fate }) => fate.kind === kind).map(({ number }) => number);

const topic = fc.constantFrom("economy", "health", "sports", "science", "general");
const words = fc.constantFrom("كرة القدم", "الميناء", "المدينة", "القمح", "كلمة لا يذكرها أحد");
const wishes = fc.record({
  cursor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
  carry: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
  topics: fc.uniqueArray(topic, { maxLength: 3 }),
  mutedTopics: fc.uniqueArray(topic, { maxLength: 2 }),
  follow: fc.uniqueArray(words, { maxLength: 2 }),
  block: fc.uniqueArray(words, { maxLength: 1 }),
  followStories: fc.uniqueArray(
    fc.integer({ min: 1, max: 60 }).map((number) => `s${number}`),
    { maxLength: 3 },
  ),
  items: fc.integer({ min: 1, max: 20 }),
  length: fc.constantFrom("headlines", "short", "standard", "long"),
  days: fc.constantFrom<Subscriber["days"][]>(["sun", "mon", "tue", "wed", "thu", "fri", "sat"], ["fri"]),
});

describe("the reasons of a next digest", () => {
  it("call those stories in, in that order, that the composed digest tells, and those carried that it carries", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(wishes, fc.subarray([1, 5, 30, 44]), async (wish, except) => {
        const reader = readerOf(wish);
        const at = { now, except };
        const { composition, reasons } = await test.house.explain(reader, at);
        const digest = await test.house.compose(reader, at);
        expect(numbersOf(reasons, "in")).toEqual(digest.stories.map(({ number }) => number));
        expect(numbersOf(reasons, "carried")).toEqual(digest.carry);
        expect(composition.parts).toEqual(digest.parts);
        for (const { fate } of reasons) seen.add(fate.kind);
        // An article has one reason.
        const articles = reasons
          .filter(({ fate }) => fate.kind !== "member")
          .map(({ article }) => article.number);
        expect(articles.filter((number, index) => articles.indexOf(number) !== index)).toEqual([]);
      }),
      { numRuns: 150, seed: 9 },
    );
    // A property over readers who never meet a cause proves nothing of it.
    for (const kind of [
      "in",
      "carried",
      "over",
      "muted",
      "not-chosen",
      "blocked",
      "hidden",
      "told",
      "member",
    ]) {
      expect([...seen]).toContain(kind);
    }
    for (const kind of ["archive", "old", "stale", "alerted"]) expect([...seen]).toContain(kind);
  }, 60_000);

  it("name the topic, the words and the article that stands for a story", async () => {
    const { reasons } = await test.house.explain(readerOf({ mutedTopics: ["sports"], cursor: 1 }), { now });
    const muted = reasons.find(({ fate }) => fate.kind === "muted");
    expect(muted?.fate).toEqual({ kind: "muted", topic: "sports" });
    const member = reasons.find(({ number }) => number === last);
    expect(member?.fate).toMatchObject({ kind: "member" });
    const { article } = member ?? {};
    expect(article?.storyId).toBe(`s${member?.fate.kind === "member" ? member.fate.of : 0}`);
  });

  it("call everything told for a reader whose digests have passed it all", async () => {
    const { composition, reasons } = await test.house.explain(readerOf({ cursor: last }), { now });
    expect(composition.stories).toEqual([]);
    const others = reasons.filter(({ fate }) => !["told", "hidden", "archive", "member"].includes(fate.kind));
    expect(others).toEqual([]);
  });
});
