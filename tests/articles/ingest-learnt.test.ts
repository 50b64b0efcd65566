// Furniture that repeats over the scrapes of one folder goes, from the first reading on; an editor's own lines stay.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ArticleStore, createArticleStore } from "../../src/articles/store.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { ingesterOf } from "./ingester.ts";
import { newsOf } from "./news.ts";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let prefix = 0;
let dir = "";
let store: ArticleStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mujaz-learnt-"));
  await mkdir(join(dir, "economy"));
  store = createArticleStore(server.connect(), `ingest-learnt-${++prefix}`);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** "Our reader finds every issue at the kiosks from early in the morning on": no rule of ours knows it. */
const refrain = "يجد قارئنا كل عدد جديد في الأكشاك منذ ساعات الصباح الباكر من كل يوم.";

async function ingest(): Promise<void> {
  const run = ingesterOf({
    store,
    rules: [],
    topics: [],
    summarySentences: 3,
    now: () => new Date("2026-11-24"),
  });
  await run(readFolder(dir));
}

async function scrape(number: number, last = refrain): Promise<void> {
  const { title, text } = newsOf(number);
  await writeFile(join(dir, "economy", `${number}.txt`), `${title}\n\n${text}\n\n${last}\n`);
}

/** Whether the refrain stands in each article, by the order of their files' names. */
async function stays(): Promise<boolean[]> {
  const all = [...(await store.list({ limit: 50 }))].sort((a, b) => (a.origin < b.origin ? -1 : 1));
  return all.map(({ text }) => text.includes(refrain));
}

describe("learnt furniture", () => {
  it("goes from five scrapes of one reading, and from the one that comes later", async () => {
    for (const number of [1, 2, 3, 4, 5]) await scrape(number);
    await ingest();
    expect(await stays()).toEqual([false, false, false, false, false]);
    await scrape(6);
    await ingest();
    expect(await stays()).toEqual([false, false, false, false, false, false]);
  });

  it("is none in four scrapes, and what an editor writes in Markdown is never any", async () => {
    for (const number of [1, 2, 3, 4]) await scrape(number);
    await ingest();
    expect(await stays()).toEqual([true, true, true, true]);
    for (const number of [5, 6]) await scrape(number);
    const { title, text } = newsOf(7);
    await writeFile(join(dir, "economy", "7.md"), `---\ntitle: ${title}\n---\n${text}\n\n${refrain}\n`);
    await ingest();
    expect(await stays()).toEqual([true, true, true, true, false, false, true]);
  });
});
