// The search of a process on a real Redis: built in the background, then following what the store says has changed.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { articleKeys } from "../../../src/articles/keys.ts";
import { createSearch, type Search, type SearchNeeds } from "../../../src/articles/search-follower.ts";
import { type ArticleStore, createArticleStore } from "../../../src/articles/store.ts";
import { startRedis, type TestRedis } from "../../redis.ts";
import { draftOf, optionsOf } from "../drafts.ts";
import { now } from "./archive.ts";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let count = 0;
let prefix: string;
let store: ArticleStore;
let open: Search[];
let warnings: string[];
beforeEach(() => {
  count += 1;
  prefix = `search-${count}`;
  store = createArticleStore(server.connect(), prefix);
  open = [];
  warnings = [];
});
afterEach(() => Promise.all(open.map((search) => search.close())));

function openSearch(redis = server.connect(), from: SearchNeeds["store"] = store): Search {
  const log = { warn: (event: string) => warnings.push(event) };
  const search = createSearch({ store: from, redis, prefix, log });
  open.push(search);
  return search;
}

/** Says in the stream what the store's scripts say of each change. */
async function tell(number: number, what: "put" | "gone"): Promise<void> {
  await server.connect().xadd(articleKeys(prefix).changes, "*", "number", number, "what", what);
}

async function put(id: string, title: string, paragraphs?: readonly string[]): Promise<number> {
  const draft = draftOf(id, { title, contentHash: `${id} ${title}`, ...(paragraphs && { paragraphs }) });
  const { number } = await store.put(draft, optionsOf(draft));
  await tell(number, "put");
  return number;
}

async function remove(number: number): Promise<void> {
  await store.remove(number);
  await tell(number, "gone");
}

const numbers = async (search: Search, words: string): Promise<number[]> =>
  (await search.search(words, { limit: 10, now })).hits.map(({ article }) => article.number);

/** Asks until the answer is this; the suite's time limit ends what never comes. */
async function eventually(search: Search, words: string, expected: readonly number[]): Promise<void> {
  for (;;) {
    const found = await numbers(search, words);
    if (JSON.stringify(found.toSorted()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a search", () => {
  it("answers at once, says that it is partial, and is whole when it is ready", async () => {
    for (let at = 0; at < 120; at += 1) await put(`a${at}`, `ميناء رقم ${at}`);
    const search = openSearch();
    const early = await search.search("ميناء", { limit: 3, now });
    expect(early.isPartial).toBe(true);
    await search.ready;
    const late = await search.search("ميناء", { limit: 3, now });
    expect([late.isPartial, late.total, late.hits.length]).toEqual([false, 120, 3]);
    expect(search.progress()).toEqual({ done: 120, total: 120 });
  });

  it("gives the articles whole, with the sentence that answers, without hidden ones", async () => {
    await put("a", "خبر", ["جملة أولى. ثم رست السفينة في الميناء.", "جملة أخيرة."]); // the ship docked in the port
    await put("b", "ميناء");
    await store.hideMissing(new Set(["a"]), "content");
    const search = openSearch();
    await search.ready;
    const { total, hits } = await search.search("ميناء", { limit: 5, now });
    expect([total, hits.length]).toEqual([1, 1]);
    expect(hits[0]?.article.title).toBe("خبر");
    expect(hits[0]?.sentence?.text).toBe("ثم رست السفينة في الميناء.");
  });

  it("leaves out an article that was hidden a moment ago, before it hears of it", async () => {
    await put("a", "ميناء");
    await put("b", "ميناء");
    const search = openSearch();
    await search.ready;
    await store.hideMissing(new Set(["a"]), "content");
    expect(await search.search("ميناء", { limit: 5, now })).toMatchObject({ total: 1, hits: [{}] });
  });

  it("finds a phrase only where its words stand together", async () => {
    await put("a", "الطاقة من الألواح الشمسية");
    await put("b", "مصنع للطاقة الشمسية");
    await put("c", "خبر", ["الطاقة الشمسية في القرى."]);
    const search = openSearch();
    await search.ready;
    expect((await numbers(search, "طاقة شمسية")).toSorted()).toEqual([1, 2, 3]);
    for (const quoted of ["«طاقة شمسية»", '"الطاقة الشمسية"', "“طاقة شمسية”"])
      expect((await numbers(search, quoted)).toSorted()).toEqual([2, 3]);
    expect(await search.search("«طاقة شمسية»", { limit: 1, offset: 1, now })).toMatchObject({
      total: 2,
      hits: [{}],
    });
  });
});

describe("a search that follows the store", () => {
  it("hears of what is new, changed and gone, in every process", async () => {
    const [one, other] = [openSearch(), openSearch()];
    await Promise.all([one.ready, other.ready]);
    await put("a", "ميناء جديد");
    for (const search of [one, other]) await eventually(search, "ميناء", [1]);
    await put("a", "مطار جديد");
    for (const search of [one, other]) await eventually(search, "مطار", [1]);
    for (const search of [one, other]) expect(await numbers(search, "ميناء")).toEqual([]);
    await remove(1);
    for (const search of [one, other]) await eventually(search, "مطار", []);
    expect(one.progress().done).toBe(0);
  });

  it("misses nothing that changes while it is built", async () => {
    for (let at = 0; at < 60; at += 1) await put(`a${at}`, "ميناء");
    let isChanged = false;
    const search = openSearch(server.connect(), {
      ...store,
      async list(wish) {
        const page = await store.list(wish);
        // The page is read; what it holds changes before the build is over.
        if (!isChanged) await Promise.all([put("late", "ميناء"), remove(59), put("a59", "مطار")]);
        isChanged = true;
        return page;
      },
    });
    await search.ready;
    await eventually(search, "مطار", [60]);
    for (;;) if ((await search.search("ميناء", { limit: 1, now })).total === 59) break;
    expect(await numbers(search, "مطار")).toEqual([60]);
  });

  it("knows everything again after a restart", async () => {
    await put("a", "ميناء");
    const first = openSearch();
    await first.ready;
    await first.close();
    await put("b", "ميناء");
    await remove(1);
    const second = openSearch();
    await second.ready;
    expect(await numbers(second, "ميناء")).toEqual([2]);
  });

  it("reads the store anew when changes were cut off the stream before it saw them", async () => {
    await put("a", "ميناء");
    await put("b", "ميناء");
    const redis = server.connect();
    const search = openSearch(redis);
    await search.ready;
    await eventually(search, "ميناء", [1, 2]);
    const draft = draftOf("c", { title: "ميناء" });
    await store.put(draft, optionsOf(draft));
    await eventually(search, "ميناء", [1, 2, 3]);
    // All at once, so that the search wakes to a stream whose beginning is gone: nothing on it says that the first is hidden.
    const keys = articleKeys(prefix);
    await server
      .connect()
      .multi()
      .hset(keys.article(1), "hidden", "editor")
      .incr(keys.version)
      .xadd(keys.changes, "*", "number", 998, "what", "put")
      .xadd(keys.changes, "*", "number", 999, "what", "put")
      .xtrim(keys.changes, "MAXLEN", 1)
      .exec();
    await eventually(search, "ميناء", [2, 3]);
    await expect.poll(() => warnings, { timeout: 20_000 }).toContain("search.behind");
  });

  it("goes on after its connection was cut", async () => {
    await put("a", "ميناء");
    const redis = server.connect();
    redis.on("error", () => undefined);
    const id = await redis.client("ID");
    const search = openSearch(redis);
    await search.ready;
    const back = new Promise((resolve) => redis.once("ready", resolve));
    await server.connect().client("KILL", "ID", id);
    await back;
    await put("b", "ميناء");
    await eventually(search, "ميناء", [1, 2]);
  });

  it("closes in the middle of building and of waiting", async () => {
    for (let at = 0; at < 60; at += 1) await put(`a${at}`, "ميناء");
    const early = openSearch();
    await early.close();
    await early.ready;
    const late = openSearch();
    await late.ready;
    await late.close();
    expect((await late.search("ميناء", { limit: 1, now })).total).toBe(60);
  });
});
