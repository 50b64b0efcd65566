// Which stories one reader gets: eligible, best, and what is carried on.
import { describe, expect, it } from "vitest";
import { carryLimit, chooseStories, type Wish } from "../../src/digest/choose.ts";
import { now, tell } from "./story.ts";

const all: Wish = { topics: [], mutedTopics: [], follow: [], block: [], items: 5 };
const numbers = (stories: readonly { number: number }[]): number[] => stories.map(({ number }) => number);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => tell({ number: from + index }));

describe("choosing", () => {
  it("takes as many as the reader wishes, and carries the next eight", () => {
    const { chosen, carry } = chooseStories(range(1, 20), [], all, now);
    expect(chosen).toHaveLength(5);
    expect(carry).toHaveLength(carryLimit);
    expect(new Set([...numbers(chosen), ...carry]).size).toBe(13);
  });

  it("prefers the newer of two that are alike", () => {
    const old = tell({ number: 9, published: "2026-11-20T06:00:00Z" });
    const fresh = tell({ number: 3, published: "2026-11-24T07:00:00Z" });
    expect(numbers(chooseStories([old, fresh], [], { ...all, items: 1 }, now).chosen)).toEqual([3]);
  });

  it("prefers what more outlets tell, a followed word over that, and a pin over all", () => {
    const plain = tell({ number: 1 });
    const shared = tell({ number: 2, sources: ["أ", "ب", "ج", "د"] });
    const followed = tell({ number: 3, title: "محطات للطاقة الشمسية في القرى" });
    const pinned = tell({ number: 4, pinned: true, published: "2026-11-01T06:00:00Z" });
    const wish = { ...all, items: 4, follow: ["الطاقة الشمسية"] };
    expect(numbers(chooseStories([plain, shared, followed, pinned], [], wish, now).chosen)).toEqual([
      4, 3, 2, 1,
    ]);
  });

  it("does not fill a digest with one topic while others are as fresh", () => {
    const economy = range(1, 5);
    const health = tell({ number: 6, topics: ["health"], published: "2026-11-24T05:30:00Z" });
    expect(numbers(chooseStories([...economy, health], [], { ...all, items: 2 }, now).chosen)).toContain(6);
  });

  it.each([
    ["chosen topics", { topics: ["health"] }, [2]],
    ["muted topics", { mutedTopics: ["health"] }, [1, 3]],
    ["blocked words, whatever their hamza, article and tashkeel", { block: ["كُرة قدم"] }, [1, 2]],
    ["a blocked word that nothing mentions", { block: ["السباحة"] }, [1, 2, 3]],
    ["blocked words of no letters", { block: ["…"] }, [1, 2, 3]],
  ])("obeys %s", (_name, settings, expected) => {
    const stories = [
      tell({ number: 1 }),
      tell({ number: 2, topics: ["health"] }),
      tell({ number: 3, title: "نهائي كرة القدم يقام في المدينة" }),
    ];
    const { chosen } = chooseStories(stories, [], { ...all, ...settings }, now);
    expect(numbers(chosen).sort()).toEqual(expected);
  });

  it("does not find a blocked phrase in the end of one sentence and the beginning of the next", () => {
    // "They threw the ball. The foot of the mountain …"
    const story = tell({ number: 1, sentences: ["رمى الأطفال الكرة.", "قدم الجبل قريبة من هنا."] });
    expect(numbers(chooseStories([story], [], { ...all, block: ["كرة القدم"] }, now).chosen)).toEqual([1]);
  });

  it("takes an update of a followed story before other news, whatever its topic, but never a blocked word", () => {
    const update = { ...tell({ number: 9, topics: ["health"] }), id: "s2", isUpdate: true as const };
    const wish = { ...all, topics: ["economy"], items: 1 };
    expect(numbers(chooseStories([tell({ number: 10 }), update], [], wish, now).chosen)).toEqual([9]);
    const blocked = { ...wish, block: ["عنوان الخبر رقم 9"] };
    expect(numbers(chooseStories([tell({ number: 10 }), update], [], blocked, now).chosen)).toEqual([10]);
  });

  it("leaves hidden stories out, and counts a story that is carried and fresh once", () => {
    const story = tell({ number: 1 });
    const hidden = tell({ number: 2, hidden: true });
    const { chosen, carry } = chooseStories([story, hidden], [story], all, now);
    expect(numbers(chosen)).toEqual([1]);
    expect(carry).toEqual([]);
  });

  it("tells nothing new from nothing that fits", () => {
    expect(chooseStories([], [], all, now).considered).toBe(0);
    expect(chooseStories(range(1, 2), [], { ...all, topics: ["health"] }, now)).toMatchObject({
      chosen: [],
      considered: 2,
    });
  });
});
