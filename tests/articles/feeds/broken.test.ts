// Broken feeds: what can be read is read, and the rest is named with its line.
import { describe, expect, it } from "vitest";
import { faultsOf, feedOf, readFixture, readText } from "./read.ts";

type Row = readonly [
  file: string,
  entries: readonly (readonly [url: string | undefined, title: string])[],
  faults: readonly string[],
];

const noDate = (line: number, title: string, date: string): string =>
  `${line}: entry "${title}": "${date}" is not a date that can be read`;

const mended: readonly Row[] = [
  [
    "broken-unclosed-tags.xml",
    [
      ["https://b.example/1", "المجلس يقر الميزانية"],
      ["https://b.example/2", "الميناء يفتح رصيفاً"],
      ["https://b.example/3", "آخر الأخبار"],
    ],
    [],
  ],
  ["broken-stray-ampersands.xml", [["https://b.example/1?x=1&reg=2&y=3;z", "شركة A&B تشتري < حصة>"]], []],
  ["broken-junk-before.xml", [["https://b.example/1", "خبر بعد التحذير"]], []],
  [
    "broken-truncated.xml",
    [
      ["https://b.example/1", "خبر كامل"],
      ["https://b.example/2", "خبر كامل ثانٍ"],
    ],
    ["5: the feed ends in the middle of an entry, which is left out"],
  ],
  ["broken-controls.xml", [["https://b.example/1", "خبر فيه حروف تحكم"]], []],
  [
    "broken-cut.json",
    [["https://b.example/1", "خبر"]],
    ["2: the feed ends in the middle of an entry, which is left out"],
  ],
  [
    "broken-bomb.xml",
    [["https://b.example/1", "عنوان &lol9;"]],
    ["3: it declares entities of its own, which are not expanded"],
  ],
  [
    "broken-external-entity.xml",
    [["https://b.example/1", "قبل &file; بعد"]],
    ["2: it declares entities of its own, which are not expanded"],
  ],
  [
    "broken-empty-entries.xml",
    [[undefined, "خبر واحد صالح"]],
    [
      "2: an entry has no title, no address and no text",
      "3: an entry has no title, no address and no text",
      "5: an entry has no title, no address and no text",
    ],
  ],
  [
    "broken-dates.xml",
    [
      ["https://b.example/1", "سنة صفر"],
      ["https://b.example/2", "ثلاثون فبراير"],
      ["https://b.example/3", "سنة هجرية"],
      ["https://b.example/4", "سنة بعيدة"],
      ["https://b.example/5", "كلام"],
      ["https://b.example/6", "يوم أم شهر"],
      ["https://b.example/7", "شهر هجري"],
    ],
    [
      noDate(3, "سنة صفر", "Mon, 01 Jan 0000 00:00:00 GMT"),
      noDate(6, "ثلاثون فبراير", "Mon, 30 Feb 2026 10:00:00 +0300"),
      noDate(7, "سنة هجرية", "١٤٤٧-٠٥-٠٤"),
      noDate(8, "سنة بعيدة", "9999-12-31T23:59:59Z"),
      noDate(9, "كلام", "قبل ساعتين"),
      noDate(10, "يوم أم شهر", "3/11/2026"),
      noDate(11, "شهر هجري", "4 جمادى الأولى 1447"),
    ],
  ],
  [
    "broken-addresses.xml",
    [
      [undefined, "رابط خبيث"],
      [undefined, "بريد"],
      ["https://b.example/3", "خبيث ومعه معرف"],
      ["https://b.example/a%20b", "مسافة في الرابط"],
    ],
    [
      '2: entry "رابط خبيث": "javascript:alert(1)" is not the address of a page',
      '3: entry "بريد": "mailto:news@b.example" is not the address of a page',
    ],
  ],
  [
    "broken-attributes.xml",
    [
      ["https://b.example/1", "سمات بلا علامات"],
      ["https://b.example/2", "سمة مكررة"],
    ],
    [],
  ],
  ["broken-mixed-case.xml", [["https://b.example/1", "وسوم مختلفة الحالة"]], []],
  [
    "broken-stray-closers.xml",
    [
      ["https://b.example/1", "خبر بين وسوم"],
      ["https://b.example/2", "بعد النهاية"],
    ],
    [],
  ],
  ["broken-unescaped-html.xml", [["https://b.example/1", "نص بوسوم"]], []],
];

const refused: readonly (readonly [file: string, message: string, mend: string])[] = [
  [
    "broken-page.html",
    "it is an HTML page, not a feed",
    "use the address of the feed that the page names: https://feeds.example/feed/?a=1&b=2",
  ],
  [
    "broken-page-without-feed.html",
    "it is an HTML page, not a feed",
    "look on the page for a link to its feed (RSS), and give that address",
  ],
  ["broken-empty.xml", "it is empty", "open the address in a browser: a feed begins with <rss or <feed"],
  ["broken-blank.xml", "it is empty", "open the address in a browser: a feed begins with <rss or <feed"],
  ["broken-not-a-feed.json", "it is JSON but not a feed", "give the address of an RSS, Atom or JSON feed"],
  ["broken-text.xml", "it is not a feed", "give the address of an RSS, Atom or JSON feed"],
  [
    "broken-sitemap.xml",
    "it is XML but not a feed: it begins with <urlset>",
    "give the address of an RSS, Atom or JSON feed",
  ],
];

describe("parseFeed", () => {
  it.each(mended)("reads what can be read of %s and names the rest", (file, entries, faults) => {
    const result = readFixture(file);
    expect(feedOf(result).entries.map(({ url, title }) => [url, title])).toEqual(entries);
    expect(faultsOf(result)).toEqual(faults);
  });

  it.each(refused)("refuses %s and says what to do", (file, message, mend) => {
    expect(readFixture(file)).toEqual({
      ok: false,
      faults: [{ file: "https://feeds.example/feed", line: 1, message, mend }],
    });
  });

  it.each([
    '<rdf:RDF><channel><title>س</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel><item><title>خبر</title></item></rdf:RDF>',
    "<rdf:RDF xmlns:rdf='http://wrong.example/'><channel><title>س</title></channel><item><title>خبر</title></item></rdf:RDF>",
    "<atom:feed><atom:title>س</atom:title><atom:entry><atom:title>خبر</atom:title></atom:entry></atom:feed>",
    "<feed><title>س</title><entry><title>خبر</title></entry></feed>",
    "<rss xmlns='http://www.w3.org/2005/Atom'><channel><title>س</title><item><title>خبر</title></item></channel></rss>",
    "<rss xmlns='http://backend.userland.com/rss2'><channel><title>س</title><item><title>خبر</title></item></channel></rss>",
  ])("reads a feed whose namespace is missing or another: %#", (text) => {
    const { title, entries } = feedOf(readText(text));
    expect([title, entries.map((entry) => entry.title)]).toEqual(["س", ["خبر"]]);
  });

  it("says where JSON breaks off being JSON", () => {
    expect(faultsOf(readText('{"title":"س",\n"items":[{"id":"1"} {"id":"2"}]}'))).toEqual([
      "2: it is JSON that is broken",
    ]);
  });

  it("keeps the text of fields that nobody closed apart", () => {
    const entries = feedOf(readFixture("broken-unclosed-tags.xml")).entries;
    expect(entries[0]).toMatchObject({ guid: "g1", published: "2026-11-25T08:00:00.000Z" });
    expect(entries[0]?.excerpt).toBe("نص <b>أول <i>بلا إغلاق");
    expect(entries[1]).toMatchObject({ guid: "g2", excerpt: "وصف لم يغلق" });
  });

  it("keeps HTML that nobody escaped as HTML", () => {
    expect(feedOf(readFixture("broken-unescaped-html.xml")).entries[0]?.excerpt).toBe(
      '<p>فقرة<br>ثانية<p>ثالثة &lt; رابعة</p><img src="/i.jpg"><hr>',
    );
  });

  it("does not throw wherever a feed is cut or whichever letter of it is lost, and names the entry that was cut", () => {
    const text =
      '<rss version="2.0"><channel><title>س</title><item><title><![CDATA[ص]]></title><link a="b">https://b.example/1</link></item><item><title>ع</title></item></channel></rss>';
    for (let at = 0; at < text.length; at++) {
      const before = text.slice(0, at);
      const cut = faultsOf(readText(before));
      const isInEntry = before.lastIndexOf("<item>") > before.lastIndexOf("</item>");
      expect(cut.some((fault) => fault.includes("in the middle of an entry"))).toBe(isInEntry);
      expect(() => readText(before + text.slice(at + 1))).not.toThrow();
    }
  });
});
