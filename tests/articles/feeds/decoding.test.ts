// Feeds as bytes: every encoding that Arabic feeds come in, rightly and wrongly announced.
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../../src/articles/feeds.ts";
import { address, feedOf, fixture } from "./read.ts";

const title = "القمر يطل على الساحل"; // "the moon looks upon the coast"

const feed = (declaration: string): string =>
  `${declaration}<rss version="2.0"><channel><title>س</title><item><title>${title}</title><link>https://b.example/1</link></item></channel></rss>`;

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());

/** The bytes of a text in a code page of one byte a letter, by asking the decoder what each byte means. */
function inCodePage(text: string, label: string): Uint8Array {
  const letters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (letter) => letters.indexOf(letter));
}

describe("parseFeed", () => {
  const rows: readonly (readonly [name: string, bytes: Uint8Array, contentType?: string])[] = [
    ["UTF-8", utf8(feed(declared("utf-8")))],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${feed(declared("utf-8"))}`)],
    ["UTF-8 without a declaration", utf8(feed(""))],
    ["UTF-8 that is declared as windows-1256", utf8(feed(declared("windows-1256")))],
    ["UTF-8 that the server calls windows-1256", utf8(feed("")), "text/xml; charset=windows-1256"],
    ["UTF-8 that is declared as UTF-16", utf8(feed(declared("utf-16")))],
    ["windows-1256", inCodePage(feed(declared("windows-1256")), "windows-1256")],
    ["windows-1256 under an old name", inCodePage(feed(declared("cp1256")), "windows-1256")],
    ["windows-1256 that is declared as UTF-8", inCodePage(feed(declared("utf-8")), "windows-1256")],
    ["windows-1256 without a word", inCodePage(feed(""), "windows-1256")],
    [
      "windows-1256 that only the server names",
      inCodePage(feed(""), "windows-1256"),
      "text/xml; charset=Windows-1256",
    ],
    [
      "windows-1256 that a server calls Latin-1",
      inCodePage(feed(""), "windows-1256"),
      "text/xml;charset=ISO-8859-1",
    ],
    ["windows-1256 of an unknown name", inCodePage(feed(declared("arabic-windows")), "windows-1256")],
    ["ISO 8859-6", inCodePage(feed(declared("iso-8859-6")), "iso-8859-6")],
    [
      "ISO 8859-6 in quotes of the server",
      inCodePage(feed(""), "iso-8859-6"),
      'application/rss+xml; charset="ISO-8859-6"',
    ],
    ["UTF-16, little end first", Uint8Array.of(0xff, 0xfe, ...utf16le(feed(declared("utf-16"))))],
    ["UTF-16, big end first", Uint8Array.of(0xfe, 0xff, ...utf16be(feed(declared("utf-16"))))],
    ["UTF-16 without a mark, little end first", utf16le(feed(declared("utf-16le")))],
    ["UTF-16 without a mark, big end first", utf16be(feed(declared("utf-16be")))],
  ];

  it.each(rows.map(([name, bytes, contentType]) => ({ name, bytes, contentType })))(
    "reads $name",
    ({ bytes, contentType }) => {
      const result = parseFeed(bytes, { url: address, ...(contentType !== undefined && { contentType }) });
      expect(feedOf(result).entries[0]?.title).toBe(title);
    },
  );

  it("keeps a French feed of Latin-1 French", () => {
    const bytes = inCodePage(
      `${declared("iso-8859-1")}<rss><channel><item><title>L'été à la côte</title></item></channel></rss>`,
      "windows-1252",
    );
    expect(feedOf(parseFeed(bytes, { url: address })).entries[0]?.title).toBe("L'été à la côte");
  });

  it("reads the windows-1256 and ISO 8859-6 fixtures", () => {
    for (const name of ["windows-1256.xml", "windows-1256-called-utf-8.xml", "iso-8859-6.xml"]) {
      const { entries } = feedOf(parseFeed(fixture(name), { url: address }));
      expect(entries.map((entry) => entry.title)).toEqual([
        "القمر يطل على الساحل",
        "مزارع تحصد الشعير مبكراً",
      ]);
    }
  });

  it("keeps UTF-8 with a few broken bytes as UTF-8", () => {
    const bytes = utf8(feed("").replace("<title>س<", "<title>نشرة الساحل والجبل والسهل<"));
    const broken = Uint8Array.of(...bytes.subarray(0, -20), 0xd8, ...bytes.subarray(-20));
    expect(feedOf(parseFeed(broken, { url: address })).entries[0]?.title).toBe(title);
  });

  it("reads a JSON Feed of UTF-16", () => {
    const json = `{"title":"س","items":[{"id":"1","title":"${title}"}]}`;
    expect(feedOf(parseFeed(utf16le(json), { url: address })).entries[0]?.title).toBe(title);
  });
});
