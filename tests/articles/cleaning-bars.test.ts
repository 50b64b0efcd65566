// The bars of cleaning over whole pages: nearly all words of the body, hardly one of the page around it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { tidy } from "../../src/articles/lines.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { parsedOf } from "./fixture.ts";
import { cleanPage, measure, readPages, shippedRules } from "./pages.ts";

const bar = { mean: 0.97, leastRecall: 0.9 } as const;

const pages = readPages().map((page) => {
  const cleaned = cleanPage(page);
  return { page, cleaned, ...measure(cleaned.paragraphs, page.paragraphs) };
});
const mean = (of: "precision" | "recall", set: string): number => {
  const some = pages.filter(({ page }) => page.set === set);
  return some.reduce((sum, one) => sum + one[of], 0) / some.length;
};

describe("over all page fixtures", () => {
  it("there are at least 45 pages, HTML of at least ten styles and raw scrapes", () => {
    expect(pages.length).toBeGreaterThanOrEqual(45);
    const html = pages.filter(({ page }) => page.name.endsWith(".html"));
    expect(new Set(html.map(({ page }) => page.style)).size).toBeGreaterThanOrEqual(10);
    expect(pages.length - html.length).toBeGreaterThanOrEqual(12);
  });

  it.each(["tuned", "held"])(
    "word precision and recall of the half «%s» reach the bar in the mean",
    (set) => {
      expect(mean("precision", set)).toBeGreaterThanOrEqual(bar.mean);
      expect(mean("recall", set)).toBeGreaterThanOrEqual(bar.mean);
    },
  );

  it.each(pages.map((one) => [one.page.name, one] as const))(
    "%s keeps its title, its sub-headings, its date and its words",
    (_name, { page, cleaned, recall }) => {
      expect(cleaned.title).toBe(page.title);
      expect(cleaned.headings).toEqual(page.headings ?? []);
      if (page.published !== undefined) expect(cleaned.published).toBe(page.published);
      expect(recall).toBeGreaterThanOrEqual(bar.leastRecall);
    },
  );

  it("a measure that found nothing, or everything twice, would fall below the bar", () => {
    expect(measure([], ["نص قصير"])).toEqual({ precision: 0, recall: 0 });
    expect(measure(["نص قصير", "نص قصير"], ["نص قصير"])).toEqual({ precision: 0.5, recall: 1 });
  });
});

const root = fileURLToPath(new URL("../..", import.meta.url));
const seed = ["../shared/seed"]
  .map((path) => join(root, path, "000_e56790e052aed3e7.txt"))
  .find((path) => existsSync(path));
if (seed === undefined) console.log("the seed scrape is not beside this repository: its test is skipped");

describe.skipIf(seed === undefined)("the seed scrape", () => {
  it("comes out with every body paragraph and no furniture", () => {
    const bytes = readFileSync(seed ?? "");
    const cleaned = clean(parsedOf(parseDocument(bytes, "seed.txt")), { rules: shippedRules });
    const lines = bytes.toString("utf8").split("\n").map(tidy);
    const body = lines
      .slice(
        4,
        lines.findIndex((line) => line.startsWith("الأكثر")),
      )
      .filter((line) => line !== "");
    const isSpaced = (line: string): string => line.replace(/ (?=[،؛])/g, "");
    // One short line of them is a sub-heading.
    const expected = body.map(isSpaced);
    expect([...cleaned.paragraphs, ...cleaned.headings].sort()).toEqual(expected.sort());
    expect(cleaned.headings).toHaveLength(1);
    expect(measure(cleaned.paragraphs, expected).precision).toBe(1);
  });
});
