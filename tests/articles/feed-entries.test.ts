// Entries of one feed that share an id, an address or a title: which of them are one article, and which only look so.
import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../../src/articles/feed.ts";
import { distinctEntries } from "../../src/articles/feed-entries.ts";

const entry = (fields: Partial<FeedEntry>): FeedEntry => ({ authors: [], categories: [], ...fields });
const file = "https://news.example/rss";
const read = (...entries: readonly FeedEntry[]) => distinctEntries(entries, file);

describe("distinctEntries", () => {
  it("takes an id that several addresses share from all of them, and names it", () => {
    const { entries, faults } = read(
      entry({ guid: "7", url: "https://news.example/a" }),
      entry({ guid: "7", url: "https://news.example/b" }),
      entry({ guid: "8", url: "https://news.example/c" }),
    );
    expect(entries.map(({ guid, url }) => [guid, url])).toEqual([
      [undefined, "https://news.example/a"],
      [undefined, "https://news.example/b"],
      ["8", "https://news.example/c"],
    ]);
    expect(faults).toEqual([
      { file, line: 0, message: '2 articles have the id "7"', mend: expect.stringContaining("addresses") },
    ]);
  });

  it("keeps the id of one address in two writings", () => {
    const { entries, faults } = read(
      entry({ guid: "7", url: "https://news.example/a?utm_source=rss" }),
      entry({ guid: "7", url: "http://www.news.example/a/" }),
    );
    expect(entries.map(({ guid }) => guid)).toEqual(["7"]);
    expect(faults.map(({ message }) => message)).toEqual(["1 entry stands there again"]);
  });

  it.each([
    ["the newest", "2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z", "second"],
    ["the first of equal dates", "2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z", "first"],
  ])("of one address it takes %s", (_name, one, other, expected) => {
    const url = "https://news.example/a";
    const { entries } = read(
      entry({ url, published: one, content: "first" }),
      entry({ url, published: other, content: "second" }),
    );
    expect(entries.map(({ content }) => content)).toEqual([expected]);
  });

  it("tells entries without an address by their titles where they share an id", () => {
    const { entries } = read(
      entry({ guid: "x", title: "خبر أول" }), // "first news"
      entry({ guid: "x", title: "خبر ثان" }), // "second news"
    );
    expect(entries.map(({ guid, title }) => [guid, title])).toEqual([
      [undefined, "خبر أول"],
      [undefined, "خبر ثان"],
    ]);
  });

  it("leaves a sound feed as it is", () => {
    const sound = [entry({ guid: "1", url: "https://news.example/a" }), entry({ guid: "2", title: "خبر" })];
    expect(read(...sound)).toEqual({ entries: sound, faults: [] });
    expect(read()).toEqual({ entries: [], faults: [] });
  });
});
