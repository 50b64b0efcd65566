// The generator of page furniture is a measuring tool: it must repeat itself and know exactly what it put where.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addFurniture, furnitureKinds } from "../../bench/furniture.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const article = {
  title: "البلدية تفتح حديقة النهر",
  text: "فتحت البلدية حديقة النهر أمام الزوار.\n\nوتضم الحديقة ملعبا ومكتبة.\n\nوقال مديرها إن الدخول مجاني.",
};
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const banks = ["dev", "held"] as const;
const bare = (text: string): string => text.replace(/\s+/g, " ").trim();

it("the same seed gives the same page, another seed another", () => {
  expect(addFurniture(article, { seed: 7 })).toEqual(addFurniture(article, { seed: 7 }));
  expect(addFurniture(article, { seed: 8 }).text).not.toBe(addFurniture(article, { seed: 7 }).text);
});

it.each(banks)("bank %s: without the pieces the article is whole and in order", (bank) => {
  for (const seed of seeds) {
    const { text, title, pieces } = addFurniture(article, { seed, bank });
    expect(title).toBe(article.title);
    let [rest, behind] = ["", 0];
    for (const { start, end } of pieces) {
      expect(start).toBeGreaterThanOrEqual(behind);
      const piece = text.slice(start, end);
      expect(piece).toBe(piece.trim());
      expect(piece).not.toMatch(/[{}]|undefined/);
      rest += text.slice(behind, start);
      behind = end;
    }
    expect(bare(rest + text.slice(behind))).toBe(bare(article.text));
  }
});

it.each(banks)("bank %s: a page has at least twelve kinds, before, inside and after", (bank) => {
  const seen = new Set<string>();
  for (const seed of seeds) {
    const { text, pieces } = addFurniture(article, { seed, bank });
    const kinds = new Set(pieces.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(12);
    const [first, last] = [text.indexOf("فتحت البلدية"), text.indexOf("وقال مديرها")];
    for (const { start, kind } of pieces) {
      seen.add(`${kind} ${start < first ? "front" : start < last ? "inside" : "after"}`);
    }
  }
  expect(new Set([...seen].map((each) => each.split(" ")[0]))).toEqual(new Set(furnitureKinds));
  for (const place of ["front", "inside", "after"]) {
    expect([...seen].filter((each) => each.endsWith(place)).length).toBeGreaterThanOrEqual(12);
  }
});

it("takes every kind that is asked for, and the title only where there is one", () => {
  const kindsOf = (title: string | null): string[] =>
    addFurniture({ ...article, title }, { seed: 1, kinds: ["title", "share", "poll"] }).pieces.map(
      ({ kind }) => kind,
    );
  expect(new Set(kindsOf(article.title))).toEqual(new Set(["title", "share", "poll"]));
  expect(new Set(kindsOf(null))).toEqual(new Set(["share", "poll"]));
});

describe("the two banks", () => {
  const phrases = (bank: string): string[] =>
    readFileSync(join(root, "bench", "furniture", `${bank}.txt`), "utf8")
      .split("\n")
      // A line that is only slots is no phrase.
      .filter((line) => !line.startsWith("= ") && line.replace(/\{\w+\}/g, "").trim() !== "");

  it("share nothing but the names of the days", () => {
    const held = new Set(phrases("held"));
    const days = ["السبت", "الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"];
    expect(phrases("dev").filter((line) => held.has(line) && !days.includes(line))).toEqual([]);
  });
});
