// Ingestion from a folder to the store on a real Redis: reports, order of numbers, topics, summaries.
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ingest } from "../../src/articles/ingest.ts";
import { type ArticleStore, createArticleStore } from "../../src/articles/store.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { summarize } from "../../src/summary/summarize.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { readFixture } from "./fixture.ts";
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
  store = createArticleStore(server.connect(), `ingest-${++prefix}`);
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

describe("ingest", () => {
  it("stores what is good, rejects what is broken by file, line and mend, and reports both", async () => {
    await put("economy/bridge.md", article("أعمال الجسر", bridge, "date: 2026-11-03\nsource: مرصد الساحل\n"));
    await put("economy/broken.md", article("خبر", bridge, "date: غدا\n"));
    await put("economy/title-only.txt", "عنوان بلا نص\n");
    await put("economy/empty.txt", "");
    await put(
      "economy/no-title.txt",
      "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار المقبل كما وعدت.\nوأضافت.",
    );
    await put("economy/slides.pdf", "x");
    await put("economy/photo.txt", Uint8Array.of(0, 1, 2));
    expect(await run()).toEqual({
      source: "content",
      new: 1,
      updated: 0,
      unchanged: 0,
      removed: 0,
      hidden: 0,
      duplicate: [],
      rejected: [
        {
          file: "economy/broken.md",
          line: 3,
          message: 'field "date": "غدا" is not a date',
          mend: "write it as 2026-11-03 or 2026-11-03T08:30:00Z, in the Gregorian calendar",
        },
        { file: "economy/empty.txt", line: 1, message: "the document is empty", mend: expect.any(String) },
        {
          file: "economy/no-title.txt",
          line: 1,
          message: "the article has no title",
          mend: expect.any(String),
        },
        { file: "economy/photo.txt", line: 1, message: "it is binary, not text", mend: expect.any(String) },
        {
          file: "economy/slides.pdf",
          line: 1,
          message: "the ending of its name is not known",
          mend: expect.any(String),
        },
        {
          file: "economy/title-only.txt",
          line: 1,
          message: "there is a title but no text",
          mend: expect.any(String),
        },
      ],
      notes: [],
    });
    expect(await store.byNumber(1)).toMatchObject({
      number: 1,
      source: "مرصد الساحل",
      origin: "economy/bridge.md",
      title: "أعمال الجسر",
      text: bridge,
      paragraphs: [bridge],
      published: "2026-11-03T00:00:00.000Z",
      fetched: now.toISOString(),
      language: "ar",
      topics: ["economy"],
      storyId: "s1",
    });
  });

  it("numbers by date of publication, the oldest first: from the document, its name, or the file's own date", async () => {
    await put("a/by-field.md", article("ثالث", `${bridge} ثالث.`, "date: 2026-11-20\n"));
    await put("a/2026-11-10-by-name.md", article("ثان", `${vaccine} ثان.`));
    await put(
      "a/by-file.md",
      article("أول", "نص أول عن السوق القديم."),
      new Date("2026-11-01T00:00:00.000Z"),
    );
    await run();
    expect(await titles()).toEqual(["ثالث", "ثان", "أول"]);
    expect((await store.byNumber(1))?.published).toBe("2026-11-01T00:00:00.000Z");
  });

  it("stores a summary whose sentences are verbatim in the text, in order of choice, and keeps an editor's", async () => {
    await put("glued.txt", readFixture("glued-title.txt"));
    await put("edited.md", article("خبر", vaccine, "summary: ملخص المحرر.\n"));
    await run();
    const all = await store.byNumbers([1, 2]);
    const glued = all.find((one) => one.origin === "glued.txt");
    const edited = all.find((one) => one.origin === "edited.md");
    const sentences = glued?.summary.sentences ?? [];
    expect(sentences).toHaveLength(3);
    for (const { text, start, end } of sentences) expect(glued?.text.slice(start, end)).toBe(text);
    const inTextOrder = (count: number) => sentences.slice(0, count).sort((a, b) => a.start - b.start);
    for (const count of [1, 2]) {
      const shorter = summarize({ text: glued?.text ?? "", title: glued?.title ?? "" }, { sentences: count });
      expect(inTextOrder(count).map(({ text }) => text)).toEqual(shorter.sentences.map(({ text }) => text));
    }
    expect(glued?.text).not.toContain("حصص بالتناوب");
    expect(edited?.summary.editor).toBe("ملخص المحرر.");
  });

  it("names the outlet that the document names, else the agency of its dateline, else its host, else none", async () => {
    const told = {
      "a.md": "source: مرصد الساحل\nurl: https://www.sahel.example/1\n",
      "b.md": "url: https://www.sahel.example/2\n",
    };
    for (const [path, front] of Object.entries(told))
      await put(path, article("خبر", `${bridge} ${path}`, front));
    await put("c.txt", `خبر\n\nالقاهرة (وكالة ضفاف) - ${bridge}`);
    await put("d.txt", `خبر\n\nبيروت - وكالات: ${vaccine}`);
    await run();
    const found = new Map((await store.list({ limit: 9 })).map(({ origin, source }) => [origin, source]));
    expect(Object.fromEntries(found)).toEqual({
      "a.md": "مرصد الساحل",
      "b.md": "sahel.example",
      "c.txt": "وكالة ضفاف",
      "d.txt": "",
    });
  });

  it("gives topics from the document, else from the folder, else from the words", async () => {
    await put("health/own.md", article("خبر", `${vaccine} أول.`, "topics: [science, culture]\n"));
    await put("sport/folder.md", article("خبر", `${bridge} ثان.`));
    await put(
      "words.md",
      article("باحثون يختبرون لقاحا", "أجرى باحثون في مختبر الجامعة تجربة طويلة على المادة."),
    );
    await put("unknown.md", article("خبر", "افتتح السوق القديم أبوابه."));
    await run();
    const byOrigin = new Map(
      (await store.list({ limit: 9 })).map(({ origin, topics: found }) => [origin, found]),
    );
    expect(Object.fromEntries(byOrigin)).toEqual({
      "health/own.md": ["science", "culture"],
      "sport/folder.md": ["sport"],
      "words.md": ["science"],
      "unknown.md": ["general"],
    });
  });
});
