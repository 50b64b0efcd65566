// OPML as feed readers write it, broken as people pass it on, and our own there and back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/articles/decode.ts";
import { parseOpml, writeOpml } from "../../src/sources/opml.ts";

const faultsOf = (text: string): string[] =>
  parseOpml(text).faults.map(({ line, message }) => `${line}: ${message}`);
const urlsOf = (text: string): string[] => parseOpml(text).outlines.map(({ url }) => url);

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>خلاصاتي</title></head>
  <body>
    <outline text="أخبار" title="أخبار">
      <outline type="rss" text="صحيفة الضحى" xmlUrl="https://duha.example/feed?a=1&amp;b=2" htmlUrl="https://duha.example/"/>
      <outline text="محلي">
        <outline type="atom" title="بلدية &amp;quot;الساحل&amp;quot;" xmlUrl="https://sahil.example/atom.xml" category="/local,/society"/>
      </outline>
    </outline>
    <outline type="rss" text="" xmlUrl="https://top.example/rss"/>
  </body>
</opml>`;

describe("parseOpml", () => {
  it("reads feeds with their folders, titles and sites", () => {
    expect(parseOpml(whole)).toEqual({
      outlines: [
        {
          url: "https://duha.example/feed?a=1&b=2",
          title: "صحيفة الضحى",
          folder: ["أخبار"],
          siteUrl: "https://duha.example/",
          type: "rss",
        },
        {
          url: "https://sahil.example/atom.xml",
          title: 'بلدية "الساحل"',
          folder: ["أخبار", "محلي"],
          type: "atom",
          categories: ["local", "society"],
        },
        { url: "https://top.example/rss", folder: [], type: "rss" },
      ],
      faults: [],
    });
  });

  it.each([
    ["without a head or a type", '<opml><body><outline xmlUrl="https://a.example/"/></body></opml>'],
    ["with names in any case", '<OPML><Body><Outline XMLURL="https://a.example/"/></Body></OPML>'],
    ["with the address as url", '<opml><body><outline type="rss" url="https://a.example/"/></body></opml>'],
    [
      "cut in the middle",
      '<opml><body><outline text="a"><outline xmlUrl="https://a.example/"/><outline xmlU',
    ],
    ["without a root", '<outline xmlUrl="https://a.example/"/>'],
    ["with a feed: address", '<opml><body><outline xmlUrl="feed:https://a.example/"/></body></opml>'],
    [
      "with junk before it",
      '\n\nملفي\n<?xml version="1.0"?><opml><body><outline xmlUrl="https://a.example/"/></body></opml>',
    ],
    [
      "with a sign like a tag in a name",
      '<opml><body><outline text="1 < 2 & 3" xmlUrl="https://a.example/"/></body></opml>',
    ],
    [
      "that names a feed twice",
      '<opml><body><outline xmlUrl="https://a.example"/><outline xmlUrl="https://a.example/"/></body></opml>',
    ],
  ])("reads a list %s", (_what, text) => {
    expect(parseOpml(text).faults).toEqual([]);
    expect(urlsOf(text)).toEqual(["https://a.example/"]);
  });

  it("keeps ampersands that nobody escaped", () => {
    const text =
      '<opml><body><outline text="R&D &laquo;س&raquo;" xmlUrl="https://a.example/?x=1&copy=2"/></body></opml>';
    expect(parseOpml(text).outlines).toEqual([
      { url: "https://a.example/?x=1&copy=2", title: "R&D «س»", folder: [] },
    ]);
  });

  it("names an address that is no feed's, with its line, and reads the rest", () => {
    const text = `<opml><body>
<outline text="خبيث" xmlUrl="javascript:alert(1)"/>
<outline text="ملف" xmlUrl="file:///etc/passwd"/>
<outline text="سليم" xmlUrl="https://a.example/"/>
</body></opml>`;
    expect(faultsOf(text)).toEqual([
      '2: "javascript:alert(1)" is not the address of a feed',
      '3: "file:///etc/passwd" is not the address of a feed',
    ]);
    expect(urlsOf(text)).toEqual(["https://a.example/"]);
  });

  it.each([
    ["nothing", "", "1: it is empty"],
    ["blanks", " \n ", "1: it is empty"],
    ["plain text", "قائمة الخلاصات", "1: it is not OPML"],
    ["a feed", '<rss version="2.0"><channel/></rss>', "1: it is not OPML: it begins with <rss>"],
    ["a page", "<!DOCTYPE html><html></html>", "1: it is not OPML: it begins with <html>"],
    [
      "folders alone",
      '<opml><body><outline text="فارغ"/></body></opml>',
      "1: no outline has the address of a feed",
    ],
    ["an empty body", "<opml><body/></opml>", "1: no outline has the address of a feed"],
  ])("never reads %s as an empty list without a word", (_what, text, fault) => {
    expect(parseOpml(text).outlines).toEqual([]);
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("stops at folders that are nested without end, and keeps what came before", () => {
    const text = `<opml><body><outline xmlUrl="https://a.example/"/>${'<outline text="م">'.repeat(10_000)}`;
    expect(urlsOf(text)).toEqual(["https://a.example/"]);
    expect(faultsOf(text)).toEqual([
      "1: folders are nested deeper than 200 levels; what follows is left out",
    ]);
  });

  it("reads the bytes of windows-1256 and of UTF-16, whatever the declaration says", () => {
    const before = new TextEncoder().encode(
      '<?xml version="1.0" encoding="utf-8"?><opml><body><outline text="',
    );
    const after = new TextEncoder().encode('" xmlUrl="https://a.example/"/></body></opml>');
    const salam = Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3); // «سلام» ("peace")
    const old = Uint8Array.of(...before, ...salam, ...after);
    const utf16 = Uint8Array.of(0xff, 0xfe, ...Buffer.from(whole, "utf16le"));
    expect(parseOpml(decodeBytes(old, { isXml: true })).outlines[0]?.title).toBe("سلام");
    expect(parseOpml(decodeBytes(utf16, { isXml: true }))).toEqual(parseOpml(whole));
  });
});

describe("writeOpml", () => {
  const about = { title: "موجز", created: new Date("2026-11-25T08:00:00Z") };

  it("writes folders by the first topic and says when it was made", () => {
    const text = writeOpml(
      [
        { url: "https://a.example/", name: "الضحى", topics: ["economy", "science"] },
        { url: "https://b.example/", name: "الساحل", topics: [] },
        { url: "https://c.example/", name: "المرفأ", topics: ["economy"] },
      ],
      about,
    );
    expect(text).toContain("<dateCreated>Wed, 25 Nov 2026 08:00:00 GMT</dateCreated>");
    expect(parseOpml(text).outlines).toEqual([
      {
        url: "https://a.example/",
        title: "الضحى",
        folder: ["economy"],
        type: "rss",
        categories: ["economy", "science"],
      },
      { url: "https://c.example/", title: "المرفأ", folder: ["economy"], type: "rss" },
      { url: "https://b.example/", title: "الساحل", folder: [], type: "rss" },
    ]);
  });

  it("gives back every address, name and folder that it was given", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 30 });
    const source = fc.record({
      url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      name: fc.oneof(line, fc.constantFrom('R&D <س> "ص"', "أ'ب]]>", "نشرة\u200fالمساء")),
      topics: fc.uniqueArray(fc.constantFrom("economy", "اقتصاد & مال", "science"), { maxLength: 2 }),
    });
    // What looks like an entity is taken for one: many programs escape twice.
    const isPlain = (name: string): boolean => !/&#?\w+;/.test(name);
    fc.assert(
      fc.property(fc.uniqueArray(source, { selector: ({ url }) => new URL(url).href }), (given) => {
        const sources = given.filter(({ name }) => isPlain(name));
        fc.pre(sources.length > 0);
        const back = parseOpml(writeOpml(sources, about));
        expect(back.faults).toEqual([]);
        const byUrl = new Map(back.outlines.map((one) => [one.url, one]));
        for (const { url, name, topics } of sources) {
          const one = byUrl.get(new URL(url).href);
          const shown = name
            .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
            .replace(/\s+/g, " ")
            .trim();
          expect(one?.title ?? "").toBe(shown);
          expect(one?.folder).toEqual(topics.slice(0, 1));
        }
        expect(back.outlines).toHaveLength(sources.length);
      }),
    );
  });
});
