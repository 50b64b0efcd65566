// An editor's hand on a stored article outlives every new reading of its file.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEditing, type Editing } from "../../src/articles/editing.ts";
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
let editing: Editing;
let ingest: Ingest;
const now = new Date("2026-11-24T05:00:00.000Z");
const hand = { by: "7001", at: now };

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mujaz-editing-"));
  const name = `editing-${++prefix}`;
  store = createArticleStore(server.connect(), name);
  editing = createEditing(server.connect(), name);
  ingest = ingesterOf({ store, rules, topics: [], summarySentences: 3, now: () => now });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A harbour that will open again. */
const body =
  "قالت هيئة الميناء إن الرصيف الشرقي يفتح أبوابه بعد شهر. وأضافت أن السفن الصغيرة تعود إليه أولاً.";

async function read(title: string, front = ""): Promise<void> {
  await writeFile(join(dir, "a.md"), `---\ntitle: ${title}\ndate: 2026-11-23\n${front}---\n${body}\n`);
  await ingest(readFolder(dir));
}
const visible = async (): Promise<number[]> => (await store.latest({ limit: 9 })).map(({ number }) => number);

describe("an article in an editor's hand", () => {
  it("keeps the editor's summary, pin and veil when its file changes", async () => {
    await read("الرصيف يفتح");
    expect(await editing.edit(1, { summary: "ملخص بيد المحرر.", pinned: true, hidden: true }, hand)).toBe(
      true,
    );
    await read("الرصيف الشرقي يفتح قريباً", "summary: ملخص من الملف.\n");
    const article = await store.byNumber(1);
    expect(article).toMatchObject({ title: "الرصيف الشرقي يفتح قريباً", pinned: true, hidden: true });
    expect(article?.summary.editor).toBe("ملخص بيد المحرر.");
    expect(await visible()).toEqual([]);
    await editing.edit(1, { hidden: false, pinned: false }, hand);
    expect(await visible()).toEqual([1]);
    expect((await store.byNumber(1))?.pinned).toBeUndefined();
  });

  it("remembers the last hand and its hour, over new readings of its file", async () => {
    await read("الرصيف يفتح");
    expect((await store.byNumber(1))?.edited).toBeUndefined();
    await editing.edit(1, { pinned: true }, hand);
    await read("الرصيف الشرقي يفتح قريباً");
    expect((await store.byNumber(1))?.edited).toEqual({ by: "7001", at: "2026-11-24T05:00:00.000Z" });
    await editing.edit(1, { pinned: false }, { by: "dashboard", at: new Date("2026-11-25T05:00:00.000Z") });
    expect((await store.byNumber(1))?.edited).toEqual({ by: "dashboard", at: "2026-11-25T05:00:00.000Z" });
  });

  it("loses the summary of its file too when the editor takes it away", async () => {
    await read("الرصيف يفتح", "summary: ملخص من الملف.\npinned: true\n");
    expect((await store.byNumber(1))?.summary.editor).toBe("ملخص من الملف.");
    await editing.edit(1, { summary: "" }, hand);
    await read("الرصيف يفتح غداً", "summary: ملخص آخر من الملف.\npinned: true\n");
    const article = await store.byNumber(1);
    expect(article?.summary.editor).toBeUndefined();
    expect(article?.summary.sentences.length).toBeGreaterThan(0);
    expect(article?.pinned).toBe(true);
  });

  it("is seen again though its file hides it, and stays out while its file is missing", async () => {
    await read("الرصيف يفتح", "hidden: true\n");
    expect(await visible()).toEqual([]);
    await editing.edit(1, { hidden: false }, hand);
    expect(await visible()).toEqual([1]);
    await rm(join(dir, "a.md"));
    await ingest(readFolder(dir));
    await editing.edit(1, { hidden: false }, hand);
    expect(await visible()).toEqual([]);
    await read("الرصيف يفتح", "hidden: true\n");
    expect(await visible()).toEqual([1]);
  });

  it("changes what is read at once, and nothing where there is no such article", async () => {
    await read("الرصيف يفتح");
    const version = await store.version();
    await editing.edit(1, { pinned: true }, hand);
    expect(await store.version()).toBeGreaterThan(version);
    expect(await editing.edit(2, { pinned: true }, hand)).toBe(false);
    expect(await store.byNumber(2)).toBeUndefined();
  });
});
