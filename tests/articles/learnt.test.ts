// Lines that repeat over a source's articles: when they are furniture, when not, and what is remembered of them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { learnFurniture } from "../../src/articles/learnt.ts";
import { createArticleStore } from "../../src/articles/store.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { draftOf, optionsOf } from "./drafts.ts";
import { entryOf, openFeedDesk } from "./feedDesk.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

/** `count` articles of ten lines of their own, with these lines besides. */
const articlesWith = (count: number, lines: readonly string[], from = 0): string[][] =>
  Array.from({ length: count }, (_, article) => [
    ...Array.from({ length: 10 }, (_, line) => `own ${from + article} ${line}`),
    ...lines,
  ]);
const learn = (articles: readonly (readonly string[])[]): string[] => [...learnFurniture(articles)].sort();

describe("learnFurniture", () => {
  it.each([
    ["five articles of five", articlesWith(5, ["x"]), ["x"]],
    ["a refrain in four of four", articlesWith(4, ["x"]), []],
    ["a refrain in four of ten", [...articlesWith(4, ["x"]), ...articlesWith(6, [], 10)], []],
    ["five of sixteen, more than 30 %", [...articlesWith(5, ["x"]), ...articlesWith(11, [], 10)], ["x"]],
    ["five of seventeen, less than 30 %", [...articlesWith(5, ["x"]), ...articlesWith(12, [], 10)], []],
    ["six of twenty, just 30 %", [...articlesWith(6, ["x"]), ...articlesWith(14, [], 10)], ["x"]],
    ["two lines, one of them rare", [...articlesWith(6, ["x", "y"]), ...articlesWith(30, ["x"], 10)], ["x"]],
    ["nothing at all", [], []],
    ["articles without lines", [[], [], [], [], []], []],
  ])("knows %s", (_what, articles, learnt) => expect(learn(articles)).toEqual(learnt));

  it("counts a line once in an article that repeats it", () => {
    expect(learn(articlesWith(4, ["x", "x"]))).toEqual([]);
  });

  it("learns nothing from copies of one article, however many, nor from edited ones", () => {
    const one = articlesWith(1, ["x"])[0] ?? [];
    expect(learn(Array.from({ length: 50 }, () => one))).toEqual([]);
    expect(learn(Array.from({ length: 50 }, (_, edit) => [...one.slice(0, 7), `edit ${edit}`]))).toEqual([]);
  });

  it("looks at the newest three hundred", () => {
    expect(learn([...articlesWith(300, []), ...articlesWith(300, ["x"], 300)])).toEqual([]);
  });
});

describe("the lines of a source", () => {
  const store = (prefix: string) => createArticleStore(redis.connect(), prefix);
  const put = async (prefix: string, id: string, source: string, keys: readonly string[]) => {
    const draft = draftOf(id);
    await store(prefix).put(draft, { ...optionsOf(draft), lines: { source, keys } });
  };

  it("are remembered over processes, the newest article first, each article once", async () => {
    await put("learnt-1", "a", "feed:", ["k1", "k2"]);
    await put("learnt-1", "b", "feed:", ["k3"]);
    await put("learnt-1", "b", "feed:", ["k3"]);
    expect(await store("learnt-1").linesOf("feed:")).toEqual([["k3"], ["k1", "k2"]]);
  });

  it("are kept apart from those of other sources, and of at most a hundred articles", async () => {
    await put("learnt-2", "other", "other:", ["k"]);
    for (let number = 0; number < 105; number += 1)
      await put("learnt-2", `a${number}`, "feed:", [`k${number}`]);
    const lines = await store("learnt-2").linesOf("feed:");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([100, ["k104"], ["k5"]]);
    expect(await store("learnt-2").linesOf("other:")).toEqual([["k"]]);
  });

  it("go with their source, and only with it", async () => {
    for (const [id, source] of [
      ["a", "feed"],
      ["b", "feed2"],
    ] as const) {
      for (const outlet of ["", "وكالة ضفاف"]) {
        const draft = draftOf(`${id}${outlet}`);
        const lines = { source: `${source}:${outlet}`, keys: ["k"] };
        await store("learnt-4").put(draft, { ...optionsOf(draft), source, lines });
      }
    }
    await store("learnt-4").forgetLines("feed");
    expect((await redis.connect().keys("{learnt-4}:articles:li*")).sort()).toEqual([
      "{learnt-4}:articles:lines:feed2:",
      "{learnt-4}:articles:lines:feed2:وكالة ضفاف",
      "{learnt-4}:articles:lists:feed2",
    ]);
  });

  it("of a feed are counted from its first reading on, by the feed", async () => {
    const desk = await openFeedDesk(redis, "learnt-3");
    const [first, second] = [await desk.add("/first"), await desk.add("/second")];
    desk.serve(
      "/first",
      [1, 2, 3].map((number) => entryOf(number)),
    );
    desk.serve("/second", [entryOf(4)]);
    await desk.poll(first);
    await desk.poll(second);
    expect(await desk.store.linesOf(`${first.id}:`)).toHaveLength(3);
    expect(await desk.store.linesOf(`${second.id}:`)).toHaveLength(1);
    await desk.close();
  });
});
