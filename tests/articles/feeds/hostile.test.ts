// Feeds that are made to exhaust their reader: bombs, depth, numbers.
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../../src/articles/feeds.ts";
import { address, faultsOf, feedOf, readFixture, readText } from "./read.ts";

const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>س</title><link>https://b.example/</link>${items}</channel></rss>`;
const good = "<item><title>خبر سليم</title><link>https://b.example/1</link></item>";

describe("parseFeed", () => {
  it("does not expand the entities of a bomb", () => {
    expect(JSON.stringify(readFixture("broken-bomb.xml")).length).toBeLessThan(1000);
  });

  it.each([
    [
      "in an entry's text",
      `<item><title>عميق</title><description>${"<div>".repeat(10_000)}</description></item>`,
    ],
    ["in an entry's groups", `<item><title>عميق</title>${"<media:group>".repeat(10_000)}</item>`],
    [
      "closed again",
      `<item><description>${"<b>".repeat(10_000)}نص${"</b>".repeat(10_000)}</description></item>`,
    ],
  ])("leaves out an entry of 10,000 levels %s and reads the next", (_where, deep) => {
    const result = readText(rss(`${deep}\n${good}`));
    expect(feedOf(result).entries.map(({ title }) => title)).toEqual(["خبر سليم"]);
    expect(faultsOf(result)).toEqual(["1: an entry is nested deeper than 256 levels and is left out"]);
  });

  it("reads past depth outside entries, in JSON too", () => {
    expect(feedOf(readText(rss(`${"<x>".repeat(10_000)}${good}`))).entries).toHaveLength(1);
    const json = `{"title":"س","x":${"[".repeat(10_000)}${"]".repeat(10_000)},"items":[{"id":"1","title":"خبر"}]}`;
    expect(feedOf(readText(json)).entries).toHaveLength(1);
  });

  it("passes over what no entry needs: thousands of fields, of attributes, of namespaces", () => {
    const fields = `<item><title>خبر</title>${"<category>ب</category>".repeat(5000)}</item>`;
    expect(feedOf(readText(rss(fields))).entries[0]?.title).toBe("خبر");
    const text = rss(good).replace("<rss", `<rss ${'xmlns:a="b" '.repeat(5000)}`);
    expect(feedOf(readText(text)).entries[0]?.title).toBe("خبر سليم");
  });

  it("reads HTML whose line breaks and pictures are never closed", () => {
    const text = `<item><title>خبر</title><description>${"سطر<br>".repeat(5000)}</description></item>`;
    expect(feedOf(readText(rss(text))).entries).toHaveLength(1);
  });

  it("reads the first 500 of a million entries and says how many it left out", () => {
    const result = readText(rss("<item/>".repeat(750_000)));
    expect(feedOf(result).entries).toEqual([]);
    expect(faultsOf(result)).toHaveLength(501);
    expect(faultsOf(result).at(-1)).toBe("1: 749500 entries after the first 500 left out");
  });

  it("reads a million entries that nobody closed", () => {
    const result = readText(rss("<item><title>خ".repeat(300_000)));
    expect(feedOf(result).entries).toHaveLength(500);
    expect(faultsOf(result)).toEqual(["1: 299500 entries after the first 500 left out"]);
  });

  it("reads as many entries as it is told to, in JSON too", () => {
    const json = JSON.stringify({ title: "س", items: [{ id: "1", title: "أ" }, { id: "2" }, { id: "3" }] });
    const result = parseFeed(new TextEncoder().encode(json), { url: address, maxEntries: 1 });
    expect(feedOf(result).entries.map(({ title }) => title)).toEqual(["أ"]);
    expect(faultsOf(result)).toEqual(["1: 2 entries after the first 1 left out"]);
  });

  it("takes names of objects for names alone", () => {
    const items = '{"id":"__proto__","title":"constructor","tags":["toString"]}';
    expect(feedOf(readText(`{"__proto__":{"x":1},"title":"س","items":[${items}]}`)).entries).toHaveLength(1);
    expect(faultsOf(readText("<constructor></constructor>"))).toEqual([
      "1: it is XML but not a feed: it begins with <constructor>",
    ]);
    expect(
      feedOf(
        readText(
          rss(
            `<item><__proto__>س</__proto__><constructor/><prototype a='b'>ع</prototype><title>ص</title></item>`,
          ),
        ),
      ).entries,
    ).toHaveLength(1);
  });
});
