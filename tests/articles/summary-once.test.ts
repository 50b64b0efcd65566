// A summary is made when its article comes in or changes, and at no other time: not by a second start, not by another reading.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Incoming } from "../../src/articles/incoming.ts";
import { createIntake } from "../../src/articles/intake.ts";
import { createArticleStore } from "../../src/articles/store.ts";
import { createStoryFinder } from "../../src/articles/story-finder.ts";
import type { IngestReport } from "../../src/articles/tally.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { entryOf, openFeedDesk } from "./feedDesk.ts";
import { ingesterOf } from "./ingester.ts";
import { newsOf } from "./news.ts";
import { rules } from "./rules.ts";

let server: TestRedis;
let client: Redis;
beforeAll(async () => {
  server = await startRedis();
  client = server.connect();
});
afterAll(() => server.close());

let tests = 0;
let prefix = "";
let dir = "";
beforeEach(async () => {
  prefix = `once-${++tests}`;
  dir = await mkdtemp(join(tmpdir(), "mujaz-once-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const now = (): Date => new Date("2026-11-24T05:00:00.000Z");
const common = { topics: [], summarySentences: 3, now };

/** What a process does at its start: a store and a finder of its own, and the folder read. */
function start(boilerplate = rules): Promise<IngestReport> {
  const store = createArticleStore(server.connect(), prefix);
  return ingesterOf({ ...common, store, rules: boilerplate })(readFolder(dir));
}

/** All that Redis holds of the first article. */
const stored = (): Promise<Record<string, string>> => client.hgetall(`{${prefix}}:article:1`);

/** No summariser would write this: "by hand". */
const mark = "بخط اليد";

/** Puts a mark into the stored summary behind the back of the house; a summary that is made anew has none. */
async function markSummary(): Promise<Record<string, string>> {
  const fields = JSON.parse((await stored())["json"] ?? "{}") as { summary: { sentences: object[] } };
  const summary = { sentences: fields.summary.sentences.map((one) => ({ ...one, text: mark })) };
  expect(summary.sentences.length).toBeGreaterThan(0);
  await client.hset(`{${prefix}}:article:1`, "json", JSON.stringify({ ...fields, summary }));
  return stored();
}

const write = (text: string): Promise<void> =>
  writeFile(join(dir, "a.md"), `---\ntitle: خبر\n---\n${text}\n`); // "news"
const { text } = newsOf(1);

describe("the summary of a file", () => {
  it("is the stored one after a second start, to the byte", async () => {
    await write(text);
    await start();
    const before = await markSummary();
    expect(await start()).toMatchObject({ new: 0, updated: 0, unchanged: 1 });
    expect(await stored()).toEqual(before);
  });

  it("is the stored one when the file is read again under other rules, and nothing comes of it", async () => {
    await write(text);
    await start();
    const { raw: signature, ...before } = await markSummary();
    expect(await start([])).toMatchObject({ new: 0, updated: 0, unchanged: 1 });
    const { raw, ...after } = await stored();
    expect(after).toEqual(before);
    expect(raw).not.toBe(signature); // It was read.
  });

  it("is made anew when the file has changed", async () => {
    await write(text);
    await start();
    await markSummary();
    await write(`${newsOf(2).text}`);
    expect(await start()).toMatchObject({ new: 0, updated: 1, unchanged: 0 });
    expect((await stored())["json"]).not.toContain(mark);
  });
});

describe("the summary of an entry of a feed", () => {
  it("is the stored one after other readings by other processes, and made anew when the entry has changed", async () => {
    const desk = await openFeedDesk(server, prefix);
    const source = await desk.add("/feed");
    desk.serve("/feed", [entryOf(1)]);
    await desk.poll(source);
    const before = await markSummary();
    await desk.openProcess().poller.pollOne(source);
    expect(await desk.poll(source)).toMatchObject({
      reading: { report: { new: 0, updated: 0, unchanged: 1 } },
    });
    expect(desk.hits("/feed")).toBe(3);
    expect(await stored()).toEqual(before);
    desk.serve("/feed", [entryOf(1, { text: newsOf(2).text })]);
    expect(await desk.poll(source)).toMatchObject({ reading: { report: { updated: 1 } } });
    expect((await stored())["json"]).not.toContain(mark);
    await desk.close();
  });
});

it("is not computed for nothing: a known document is not loaded, and one of known content gets no further", async () => {
  let [loads, placings] = [0, 0];
  const document = (signature: string): Incoming => ({
    id: "a",
    aliases: [],
    origin: "a",
    signature,
    modified: now(),
    topics: [],
    async load() {
      loads += 1;
      const blocks = [{ kind: "paragraph", text }] as const;
      return { result: { ok: true, parsed: { title: "خبر", blocks, isRaw: false } }, signature };
    },
  });
  const take = (signature: string): Promise<IngestReport> => {
    const store = createArticleStore(server.connect(), prefix);
    const finder = createStoryFinder(store);
    // An article is summarised in the step before it is placed in a story.
    const place: typeof finder.place = (...args) => {
      placings += 1;
      return finder.place(...args);
    };
    const intake = createIntake({ ...common, store, rules, finder: { ...finder, place } });
    async function* items(): AsyncGenerator<Incoming> {
      yield document(signature);
    }
    return intake(items(), { source: "feed", isMirror: false, batch: 10 });
  };
  expect(await take("first")).toMatchObject({ new: 1 });
  expect([loads, placings]).toEqual([1, 1]);
  expect(await take("first")).toMatchObject({ unchanged: 1 });
  expect([loads, placings]).toEqual([1, 1]);
  expect(await take("second")).toMatchObject({ unchanged: 1 });
  expect([loads, placings]).toEqual([2, 1]);
});
