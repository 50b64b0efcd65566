// The sample articles of content/, ingested with the real configuration: all load, clean, and one pair tells one event.
import { extname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { IngestReport } from "../../src/articles/ingest.ts";
import { toKey } from "../../src/articles/lines.ts";
import { type ArticleStore, createArticleStore } from "../../src/articles/store.ts";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { countWords } from "../../src/text/words.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { ingesterOf } from "./ingester.ts";

const root = join(import.meta.dirname, "..", "..");
const summarySentences = 6;

let server: TestRedis;
let store: ArticleStore;
let report: IngestReport;
let articles: readonly Article[];

beforeAll(async () => {
  server = await startRedis();
  store = createArticleStore(server.connect(), "content");
  const loaded = loadConfig({ env: {}, cwd: root });
  if (!loaded.ok) throw new Error(`config: ${JSON.stringify(loaded.faults)}`);
  const { boilerplate: rules, topics } = loaded.config;
  const now = (): Date => new Date("2026-11-24T05:00:00.000Z");
  report = await ingesterOf({ store, rules, topics, summarySentences, now })(
    readFolder(join(root, "content")),
  );
  articles = await store.list({ limit: 1000 });
});
afterAll(() => server.close());

it("loads every file", () => {
  expect(report).toMatchObject({ rejected: [], duplicate: [], updated: 0, unchanged: 0 });
  expect(report.new).toBeGreaterThanOrEqual(18);
  expect(articles).toHaveLength(report.new);
});

it("says each title once, and no two alike", () => {
  expect(new Set(articles.map(({ title }) => toKey(title))).size).toBe(articles.length);
  for (const { title, paragraphs } of articles) {
    expect(title).not.toMatch(/\n|\s{2}/);
    expect(paragraphs.filter((paragraph) => toKey(paragraph).includes(toKey(title)))).toEqual([]);
  }
});

it("summarises each by sentences that are verbatim in its text", () => {
  for (const { summary, text, title } of articles) {
    expect(summary.sentences.length, title).toBeGreaterThanOrEqual(3);
    for (const { text: sentence, start, end } of summary.sentences)
      expect(text.slice(start, end)).toBe(sentence);
  }
});

it("leaves no furniture and no address in a body", () => {
  for (const { paragraphs } of articles) {
    expect(
      paragraphs.filter((paragraph) =>
        /الأكثر قراءة|اقرأ أيضا|No stories found|www\.|^logo$/i.test(paragraph),
      ),
    ).toEqual([]);
  }
});

it("finds exactly one event that two articles tell, each from its own source", async () => {
  const stories = await store.newStoriesSince(0);
  const shared = stories.filter(({ members }) => members.length > 1);
  expect(shared.map(({ members }) => members.length)).toEqual([2]);
  expect(shared[0]?.sources).toHaveLength(2);
});

it("is what a newcomer needs: five topics, every format, raw scrapes, articles of 250 to 600 words", () => {
  expect(new Set(articles.flatMap(({ topics }) => topics)).size).toBe(5);
  expect(new Set(articles.map(({ origin }) => extname(origin)))).toEqual(
    new Set([".md", ".txt", ".json", ".html"]),
  );
  const lengths = articles.map(({ origin, text }) => ({ origin, words: countWords(text) }));
  expect(lengths.filter(({ words }) => words < 250 || words > 600)).toEqual([]);
});
