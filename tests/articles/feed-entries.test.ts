// Entries of one feed that share an id, an address or a title: which of them are one article, and which only look so.
import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../../src/articles/feed.ts";
import { nameEntries } from "../../src/articles/feed-names.ts";

const entry = (fields: Partial<FeedEntry>): FeedEntry => ({ authors: [], categories: [], ...fields });
const file = "https://news.example/rss";
const read = (...entries: readonly FeedEntry[]) =>
  nameEntries({ kind: "rss", entries, faults: [] }, { url: file });

describe("nameEntries", () => {
  it("takes an id that several articles share from all of them, and names it", () => {
    const { named, faults } = read(
      entry({ guid: "7", title: "خبر أول", url: "https://news.example/a" }), // "first news"
      entry({ guid: "7", title: "خبر ثان", url: "https://news.example/b" }), // "second news"
      entry({ guid: "8", title: "خبر ثالث", url: "https://news.example/c" }), // "third news"
    );
    expect(named.map(({ entry: { url }, aliases }) => [url, aliases.length])).toEqual([
      ["https://news.example/c", 1],
      ["https://news.example/b", 0],
      ["https://news.example/a", 0],
    ]);
    expect(faults.map(({ message }) => message)).toEqual(['2 articles have the id "7"']);
  });

  it("takes two addresses with one id and one headline for one article", () => {
    const { named, faults } = read(
      entry({ guid: "7", title: "خبر", url: "https://news.example/a?utm_source=rss" }),
      entry({ guid: "7", title: "خبر", url: "http://news.example/b/" }),
    );
    expect(named.map(({ entry: { url } }) => url)).toEqual(["https://news.example/a?utm_source=rss"]);
    expect(faults.map(({ message }) => message)).toEqual(["1 entry stands there again"]);
  });

  it.each([
    ["the newest", "2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z", "second"],
    ["the first of equal dates", "2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z", "first"],
  ])("of one address it takes %s", (_name, one, other, expected) => {
    const url = "https://news.example/a";
    const { named } = read(
      entry({ url, published: one, content: "first" }),
      entry({ url, published: other, content: "second" }),
    );
    expect(named.map(({ entry: { content } }) => content)).toEqual([expected]);
  });

  it("tells entries without an address by their titles where they share an id", () => {
    const { named } = read(entry({ guid: "x", title: "خبر أول" }), entry({ guid: "x", title: "خبر ثان" }));
    expect(new Set(named.map(({ id }) => id)).size).toBe(2);
  });

  it("gives a home page to nobody as a name", () => {
    const { named } = read(
      entry({ title: "خبر أول", url: "https://news.example/" }),
      entry({ title: "خبر ثان", url: "https://news.example/" }),
    );
    expect(named).toHaveLength(2);
  });

  it("has nothing to say of a sound feed, and leaves out what has no name, by name", () => {
    const sound = [entry({ guid: "1", url: "https://news.example/a" }), entry({ guid: "2", title: "خبر" })];
    expect(read(...sound)).toMatchObject({ named: { length: 2 }, faults: [] });
    expect(read(entry({ content: "<p>نص بلا اسم</p>" }))).toMatchObject({
      named: [],
      faults: [{ message: 'entry "نص بلا اسم": it has no title, no address and no id', isEntryLost: true }],
    }); // "a text without a name"
  });
});
