// Over-cleaning: bodies that look like furniture come out whole, however the page was scraped.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clean } from "../../src/articles/clean.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { parsedOf } from "./fixture.ts";
import { shippedRules } from "./pages.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "lookalikes");

interface Lookalike {
  readonly why: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Labels of a list that may pass for sub-headings. */
  readonly headings?: readonly string[];
}

const lookalikes = readdirSync(folder).map((name): Lookalike & { readonly name: string } => ({
  name,
  ...(parse(readFileSync(join(folder, name), "utf8")) as Lookalike),
}));

/** Furniture that follows on most pages; none of it may stay, and none of it may take the text along. */
const tail = ["شارك", "الأكثر قراءة", "افتتاح جسر جديد فوق الوادي الغربي", "جميع الحقوق محفوظة"];

const renditions: readonly (readonly [name: string, file: string, write: (one: Lookalike) => string])[] = [
  ["a scrape with blank lines", "a.txt", ({ title, paragraphs }) => [title, ...paragraphs].join("\n\n")],
  ["a scrape of single lines", "a.txt", ({ title, paragraphs }) => [title, ...paragraphs].join("\n")],
  [
    "a scrape with furniture below",
    "a.txt",
    ({ title, paragraphs }) => [title, title, ...paragraphs, ...tail].join("\n\n"),
  ],
  [
    "a scrape with a box of other articles in the middle",
    "a.txt",
    ({ title, paragraphs }) => {
      // Where a page puts such a box: above a paragraph, never inside a list or a poem.
      const at = paragraphs.findIndex((text, index) => index > 1 && text.split(" ").length > 7);
      return [title, ...paragraphs.slice(0, at), ...tail.slice(1, 3), ...paragraphs.slice(at)].join("\n\n");
    },
  ],
  [
    "a page",
    "a.html",
    ({ title, paragraphs }) =>
      `<title>${title}</title><body><h1>${title}</h1><div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div><footer>${tail.join(" ")}</footer></body>`,
  ],
];

describe.each(renditions)("as %s", (_how, file, write) => {
  it.each(lookalikes.map((one) => [one.name, one.why, one] as const))(
    "%s keeps its text: %s",
    (_name, _why, one) => {
      const bytes = new TextEncoder().encode(write(one));
      const cleaned = clean(parsedOf(parseDocument(bytes, file)), { rules: shippedRules });
      const kept = new Set([...cleaned.paragraphs, ...cleaned.headings]);
      expect(one.paragraphs.filter((text) => !kept.has(text))).toEqual([]);
      expect(cleaned.headings.filter((text) => !one.headings?.includes(text))).toEqual([]);
      expect(cleaned.title).toBe(one.title);
      const other = write(one).includes(tail[3] ?? "") ? tail : [];
      expect(cleaned.paragraphs.filter((text) => other.includes(text))).toEqual([]);
    },
  );
});
