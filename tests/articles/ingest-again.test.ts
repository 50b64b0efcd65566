// Ingesting the same folder again: what changed, disappeared, came back, was renamed or removed.
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ingest } from "../../src/articles/ingest.ts";
import { type ArticleStore, createArticleStore } from "../../src/articles/store.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { ingesterOf } from "./ingester.ts";
import { rules } from "./rules.ts";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let prefix = 0;
let dir = "";
let store: ArticleStore;
let ingest: Ingest;
const now = new Date("2026-11-24T05:00:00.000Z");
const topics = [{ id: "science", words: { مختبر: 3, باحثون: 3 } }]; // laboratory, researchers

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mujaz-ingest-"));
  store = createArticleStore(server.connect(), `again-${++prefix}`);
  ingest = ingesterOf({ store, rules, topics, summarySentences: 3, now: () => now });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array, modified?: Date): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), content);
  if (modified !== undefined) await utimes(join(dir, path), modified, modified);
}

const article = (title: string, body: string, front = ""): string =>
  `---\ntitle: ${title}\n${front}---\n${body}\n`;
const run = () => ingest(readFolder(dir));
const titles = async (): Promise<string[]> => (await store.list({ limit: 50 })).map(({ title }) => title);

/** Two bodies that share nothing. */
const bridge = "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار. وأضافت أن الحركة ستعود بعد أسبوعين."; // a bridge
const vaccine = "أجرى باحثون في مختبر الجامعة تجربة على لقاح جديد. ونشر الباحثون نتائج المختبر أمس."; // a vaccine

describe("ingest, again", () => {
  it("finds nothing to do the second time", async () => {
    await put("a.md", article("خبر", bridge));
    await run();
    const version = await store.version();
    expect(await run()).toMatchObject({ new: 0, updated: 0, unchanged: 1, hidden: 0, rejected: [] });
    expect(await store.version()).toBe(version);
  });

  it("updates a changed file under its number, and keeps its first date where it names none", async () => {
    await put("a.md", article("خبر", bridge), new Date("2026-11-01T00:00:00.000Z"));
    await run();
    await put("a.md", article("خبر معدل", bridge), new Date("2026-11-15T00:00:00.000Z"));
    expect(await run()).toMatchObject({ new: 0, updated: 1, unchanged: 0 });
    expect(await store.byNumber(1)).toMatchObject({
      title: "خبر معدل",
      published: "2026-11-01T00:00:00.000Z",
    });
    expect(await store.maxNumber()).toBe(1);
  });

  it("does not take a touched file for a changed one", async () => {
    await put("a.md", article("خبر", bridge), new Date("2026-11-01T00:00:00.000Z"));
    await run();
    await put("a.md", article("خبر", bridge), new Date("2026-11-15T00:00:00.000Z"));
    expect(await run()).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it("hides the article of a file that disappeared, and shows it again", async () => {
    await put("a.md", article("خبر", bridge));
    await put("b.md", article("آخر", vaccine));
    await run();
    await rm(join(dir, "a.md"));
    expect(await run()).toMatchObject({ hidden: 1, unchanged: 1 });
    expect((await store.newStoriesSince(0)).map((story) => story.lead.title)).toEqual(["آخر"]);
    expect(await store.count()).toBe(1);
    await put("a.md", article("خبر", bridge));
    expect(await run()).toMatchObject({ hidden: 0, new: 0, unchanged: 2 });
    expect(await store.count()).toBe(2);
  });

  it("keeps the last good version of a file that is broken now, and hides nothing when the folder is gone", async () => {
    await put("a.md", article("خبر", bridge));
    await run();
    await put("a.md", article("خبر", bridge, "date: غدا\n"));
    expect(await run()).toMatchObject({ hidden: 0, rejected: [{ file: "a.md", line: 3 }] });
    expect(await store.count()).toBe(1);
    await rm(dir, { recursive: true });
    expect(await run()).toMatchObject({
      hidden: 0,
      rejected: [{ file: dir, line: 0, message: "it does not exist" }],
    });
    expect(await store.count()).toBe(1);
  });

  it("stores one of two files with the same text and reports the other, also the next time", async () => {
    await put("a/one.md", article("خبر", bridge, "date: 2026-11-01\n"));
    await put("b/two.md", article("الخبر نفسه", bridge, "date: 2026-11-02\n"));
    expect(await run()).toMatchObject({ new: 1, duplicate: [{ file: "b/two.md", of: 1 }] });
    expect(await run()).toMatchObject({ new: 0, unchanged: 1, duplicate: [{ file: "b/two.md", of: 1 }] });
    await rm(join(dir, "a/one.md"));
    expect(await run()).toMatchObject({ new: 1, hidden: 1, duplicate: [] });
  });

  it("gives a renamed file a new number but the same story, so that nobody meets it twice", async () => {
    await put("old.md", article("أعمال الجسر", bridge, "date: 2026-11-01\n"));
    await run();
    await rm(join(dir, "old.md"));
    await put("new.md", article("أعمال الجسر", bridge, "date: 2026-11-01\n"));
    expect(await run()).toMatchObject({ new: 1, hidden: 1 });
    expect(await store.newStoriesSince(0)).toMatchObject([{ number: 1, lead: { number: 2 } }]);
    expect(await store.newStoriesSince(1)).toEqual([]);
  });

  it("does not take back what an editor removed, until the file changes", async () => {
    await put("a.md", article("خبر", bridge));
    await run();
    await store.remove(1);
    expect(await run()).toMatchObject({ new: 0, removed: 1 });
    await put("a.md", article("خبر معدل", bridge));
    expect(await run()).toMatchObject({ new: 1, removed: 0 });
    expect(await titles()).toEqual(["خبر معدل"]);
  });

  it("makes each article once when two ingesters read the same folder at the same moment", async () => {
    for (let index = 0; index < 12; index++)
      await put(`a/${index}.md`, article(`خبر ${index}`, `${bridge} رقم ${index}.`));
    const other = createArticleStore(server.connect(), `again-${prefix}`);
    const second = ingesterOf({ store: other, rules, topics, summarySentences: 3, now: () => now });
    const reports = await Promise.all([run(), second(readFolder(dir))]);
    expect(reports.reduce((sum, report) => sum + report.new, 0)).toBe(12);
    expect(reports.reduce((sum, report) => sum + report.unchanged, 0)).toBe(12);
    expect(await store.maxNumber()).toBe(12);
  });

  it("tells how far it is", async () => {
    await put("a.md", article("خبر", bridge));
    await put("b.md", article("آخر", vaccine));
    const steps: [number, number][] = [];
    await ingest(readFolder(dir), { onProgress: (done, total) => steps.push([done, total]) });
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
