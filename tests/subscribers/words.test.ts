// Lists of followed and blocked words: each phrase once, however it is spelt.
import { describe, expect, it } from "vitest";
import { addToLists, addWords, mostWords, removeWords, splitWordList } from "../../src/subscribers/words.ts";

describe("adding words", () => {
  it("keeps them as they were written, without quotation marks and direction marks around them", () => {
    expect(addWords([], " \u200F«الطاقة   الشمسية» ")).toEqual({
      kind: "added",
      list: ["الطاقة الشمسية"],
      words: "الطاقة الشمسية",
    });
  });

  it.each([
    [
      "another spelling of what is there",
      ["الطاقة الشمسية"],
      "طاقةٌ شمسيّة",
      { kind: "known", words: "الطاقة الشمسية" },
    ],
    ["a stop word", [], "في", { kind: "nothing" }],
    ["no letters", [], "…!", { kind: "nothing" }],
    ["far too much", [], "كلمة ".repeat(60), { kind: "too-long" }],
    [
      "one over the limit",
      Array.from({ length: mostWords }, (_, at) => `عبارة رقم ${at}`),
      "ميناء",
      { kind: "full" },
    ],
  ])("refuses %s", (_what, list, written, expected) => {
    expect(addWords(list, written)).toEqual(expected);
  });
});

describe("removing words", () => {
  it("takes them in any spelling, and only them", () => {
    expect(removeWords(["كرة القدم", "السباحة"], "كُرة قدم")).toEqual(["السباحة"]);
    // An imported phrase that is found nowhere can be removed all the same, by itself.
    expect(removeWords(["…", "!"], "…")).toEqual(["!"]);
  });

  it("gives the same list where they are not there", () => {
    const list = ["السباحة"];
    expect(removeWords(list, "ميناء")).toBe(list);
  });
});

it("takes a phrase off the other list in any spelling, for the later word counts", () => {
  const lists = { follow: ["الطاقة الشمسية"], block: ["السباحة"] };
  expect(addToLists(lists, "block", "طاقةٌ شمسيّة")).toMatchObject({
    isMoved: true,
    lists: { follow: [], block: ["السباحة", "طاقةٌ شمسيّة"] },
  });
  expect(addToLists(lists, "block", "ميناء")).toMatchObject({
    isMoved: false,
    lists: { follow: ["الطاقة الشمسية"], block: ["السباحة", "ميناء"] },
  });
});

it("reads several phrases parted by commas and lines", () => {
  expect(splitWordList("الطاقة، كرة القدم,\n السباحة ؛")).toEqual(["الطاقة", "كرة القدم", "السباحة"]);
});
