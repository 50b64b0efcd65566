// Events told by several outlets come together again, and no two events become one.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bCubed, group } from "../../../bench/stories/measure.js";
import { toPrint } from "../../../src/articles/print.ts";
import { createStoryIndex } from "../../../src/articles/story-index.ts";
import { expectGrouped, quickBanks } from "./grouped.ts";

const code = { createStoryIndex, toPrint };

interface Told {
  readonly source: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

function readYaml<One>(name: string): readonly One[] {
  return parse(
    readFileSync(new URL(`../../fixtures/stories/${name}.yaml`, import.meta.url), "utf8"),
  ) as One[];
}

const events = readYaml<{ event: string; versions: readonly Told[] }>("events");
const negatives = readYaml<Told & { near: string }>("negatives");

function written(): ReturnType<typeof numbered> {
  return numbered([
    ...events.flatMap(({ event, versions }) => versions.map((told) => ({ ...told, event }))),
    ...negatives.map((told, at) => ({ ...told, event: `other-${at} near ${told.near}` })),
  ]);
}

function numbered<One extends Told & { readonly event: string }>(articles: readonly One[]) {
  return articles
    .toSorted((a, b) => (a.published < b.published ? -1 : 1))
    .map((article, at) => ({ ...article, id: at + 1, language: "ar" }));
}

describe("B-cubed", () => {
  it("is 1 for the right grouping, and falls with a story split and with two merged", () => {
    const of = (...stories: string[]) =>
      bCubed(["a", "a", "b", "b"].map((event, at) => ({ event, story: stories[at] ?? "" })));
    expect(of("1", "1", "2", "2").f1).toBe(1);
    expect(of("1", "2", "3", "3")).toMatchObject({ precision: 1, recall: 0.75 });
    expect(of("1", "1", "1", "1")).toMatchObject({ precision: 0.5, recall: 1 });
  });
});

describe("the events written by hand", () => {
  it("are twelve in three versions, with twenty-four others near them", () => {
    expect(events.map(({ versions }) => versions.length)).toEqual(Array(12).fill(3));
    expect(negatives).toHaveLength(24);
    const names = events.map(({ event }) => event);
    expect(negatives.filter(({ near }) => !names.includes(near))).toEqual([]);
  });

  it("come together with a B-cubed F1 of .92, the others left alone", () => {
    const { told, all, merges } = group(written(), code);
    expect(merges.map(({ article, other }) => `${article.title} / ${other.title}`)).toEqual([]);
    expect(told.f1).toBeGreaterThan(0.92);
    expect(all.f1).toBeGreaterThan(0.92);
  });
});

describe("events told from templates, in order of time", () => {
  it.each(quickBanks)("come together with a B-cubed F1 of .92 and no two are one, those of %s", (bank) => {
    expectGrouped(code, bank, "time");
  });
});
