// Feeds of every kind: what is read of each.
import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../../../src/articles/feed.ts";
import { feedOf, readFixture } from "./read.ts";

const entriesOf = (name: string): readonly FeedEntry[] => feedOf(readFixture(name)).entries;

describe("parseFeed", () => {
  it.each<readonly [string, object, readonly (readonly [string | undefined, string | undefined])[]]>([
    [
      "rss-2.0-wordpress.xml",
      { kind: "rss", title: "ضفاف – أخبار", link: "https://difaf.example/", language: "ar", ttlMinutes: 30 },
      [
        [
          "https://difaf.example/2026/11/desalination/",
          "محطة تحلية جديدة تبدأ العمل في مدينة الساحل “المرحلة الأولى”",
        ],
      ],
    ],
    [
      "rss-2.0-media.xml",
      {
        kind: "rss",
        title: "نشرة المرصد",
        link: "https://marsad.example/news",
        language: "ar-EG",
        ttlMinutes: 45,
      },
      [
        ["https://marsad.example/a/1", "معرض الكتاب يفتح أبوابه"],
        ["https://marsad.example/a/2", "افتتاح جسر المشاة"],
        ["https://marsad.example/a/3", "سباق القوارب يعود"],
        ["https://marsad.example/a/4?x=1&section=2", "أسعار الخضر تتراجع"],
      ],
    ],
    [
      "rss-0.91.xml",
      { kind: "rss", title: "بريد القرية", link: "http://qarya.example/", language: "ar" },
      [["http://qarya.example/souq.html", "السوق الأسبوعي ينتقل إلى الساحة الشرقية"]],
    ],
    [
      "rss-1.0.xml",
      { kind: "rdf", title: "رصد الطقس", link: "https://rasd.example/", language: "ar", ttlMinutes: 1440 },
      [
        ["https://rasd.example/1", "أمطار متفرقة على السواحل"],
        ["https://rasd.example/2", "رياح نشطة في الصحراء"],
      ],
    ],
    [
      "rss-0.90.xml",
      { kind: "rdf", title: "دفتر المرفأ", link: "http://marfa.example/" },
      [["http://marfa.example/1.html", "وصول سفينة القمح"]],
    ],
    [
      "atom-1.0.xml",
      { kind: "atom", title: "تواصل «العلوم»", link: "https://tawasul.example/", language: "ar" },
      [
        ["https://tawasul.example/news/2026/c1.html", "باحثون يرصدون مذنباً & ذيله"],
        ["https://tawasul.example/news/t2.html", "منظار جديد"],
      ],
    ],
    [
      "atom-0.3.xml",
      { kind: "atom", title: "مدونة الحقول", link: "https://huqul.example/", language: "ar" },
      [["https://huqul.example/zaytun", "موسم الزيتون يبدأ"]],
    ],
    [
      "atom-prefixed.xml",
      { kind: "atom", title: "نشرة البلدية", link: "https://baladiya.example/" },
      [["https://baladiya.example/7", "تشجير الطريق الدائري"]],
    ],
    [
      "json-1.1.json",
      { kind: "json", title: "مختصر السوق", link: "https://souq.example/", language: "ar" },
      [
        ["https://souq.example/1", "الذهب يستقر عند الإغلاق"],
        ["https://other.example/2", undefined],
      ],
    ],
    [
      "json-1.0.json",
      { kind: "json", title: "يوميات الميناء" },
      [["https://mina.example/p/9", "الميناء يستقبل أول عبّارة"]],
    ],
    [
      "titles.xml",
      { kind: "rss", title: "عناوين «صعبة»", link: "https://t.example/" },
      [
        ["https://t.example/1", 'قال "نعم" ثم مضى'],
        ["https://t.example/2", "عاجل | «الجسر» يُفتح غداً"],
        ["https://t.example/3?a=1&section=2&copy=3", "أرباح شركة R&D تتجاوز 5 < 6 مليارات …"],
        ["https://t.example/4?x=1&y=2", "عنوان مائل بلا هروب"],
        ["https://www.t.example/5", "سطر أول وسطر ثانٍ"],
      ],
    ],
    [
      "relative.xml",
      { kind: "rss", title: "نسبي", link: "https://base.example/home/" },
      [
        ["https://base.example/dir/one.html", "خبر أول من القاعدة"],
        ["https://base.example/dir/deep/two.html", "خبر ثانٍ من قاعدته"],
        ["https://base.example/three.html", "خبر ثالث من الجذر"],
      ],
    ],
    [
      "no-root.xml",
      { kind: "rss", title: "بلا جذر", link: "https://n.example/" },
      [["https://n.example/1", "خبر في قناة بلا غلاف"]],
    ],
  ])("reads %s", (name, head, expected) => {
    const { entries, faults, ...rest } = feedOf(readFixture(name));
    expect(rest).toEqual(head);
    expect(entries.map(({ url, title }) => [url, title])).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it("reads every field of a WordPress entry", () => {
    expect(entriesOf("rss-2.0-wordpress.xml")[0]).toEqual({
      guid: "https://difaf.example/?p=1201",
      url: "https://difaf.example/2026/11/desalination/",
      title: "محطة تحلية جديدة تبدأ العمل في مدينة الساحل “المرحلة الأولى”",
      content: expect.stringContaining("<p>بدأت محطة تحلية جديدة العمل صباح الأربعاء في مدينة الساحل.</p>"),
      excerpt: expect.stringContaining("<p>بدأت محطة تحلية جديدة العمل [&#8230;]</p>"),
      published: "2026-11-25T05:30:00.000Z",
      authors: ["هيئة التحرير"],
      categories: ["اقتصاد", "مياه & طاقة"],
      image: "https://difaf.example/uploads/station.jpg?w=900&h=600",
    });
  });

  it("reads every field of an Atom entry, XHTML as HTML", () => {
    expect(entriesOf("atom-1.0.xml")[0]).toEqual({
      guid: "tag:tawasul.example,2026:c1",
      url: "https://tawasul.example/news/2026/c1.html",
      title: "باحثون يرصدون مذنباً & ذيله",
      content: "<div><p>رصد باحثون <em>مذنباً</em> يعبر &lt; سنتين.</p><title>لا</title><p>وصوّروه.</p></div>",
      excerpt: "رصد باحثون مذنباً.",
      published: "2026-11-25T05:00:00.000Z",
      updated: "2026-11-25T08:30:00.000Z",
      authors: ["سعاد الجبلي"],
      categories: ["علوم", "فضاء"],
      image: "https://tawasul.example/news/2026/c1.jpg",
    });
  });

  it("reads the date, the author, the subject and the text that RSS 1.0 keeps in modules", () => {
    expect(entriesOf("rss-1.0.xml")[0]).toMatchObject({
      guid: "https://rasd.example/1",
      content: "<p>تتوقع الهيئة أمطاراً متفرقة.</p>",
      published: "2026-11-25T04:00:00.000Z",
      authors: ["قسم الطقس"],
      categories: ["طقس"],
    });
  });

  it("reads issued, modified and escaped content of Atom 0.3", () => {
    expect(entriesOf("atom-0.3.xml")[0]).toMatchObject({
      published: "2026-11-20T07:00:00.000Z",
      updated: "2026-11-20T10:00:00.000Z",
      content: "<p>بدأ الموسم.</p>",
    });
  });

  it("escapes the plain text of JSON Feed and gives the feed's authors to its entries", () => {
    const [first, second] = entriesOf("json-1.1.json");
    expect(first).toMatchObject({
      excerpt: "استقر &lt;الذهب&gt;",
      authors: ["محرر السوق"],
      categories: ["ذهب", "أسواق"],
    });
    expect(second).toMatchObject({ guid: "2", content: "السعر &lt; 5 دنانير\n\nوالطلب قوي." });
  });

  it("takes the picture of the entry, never a film, a sound or a counting pixel", () => {
    expect(entriesOf("rss-2.0-media.xml").map(({ image }) => image)).toEqual([
      "https://img.example/1.jpg",
      "https://img.example/2.jpg",
      "https://img.example/3.png",
      undefined,
    ]);
    expect(entriesOf("json-1.1.json").map(({ image }) => image)).toEqual([
      "https://souq.example/gold.jpg",
      "https://souq.example/2.webp",
    ]);
  });

  it("reads Arabic dates, takes dc:date where the first date is none, and leaves the future as it is", () => {
    expect(entriesOf("dates.xml").map(({ published }) => published)).toEqual([
      "2026-11-25T15:15:00.000Z",
      "2026-11-25T00:00:00.000Z",
      "2026-11-25T00:00:00.000Z",
      "2026-11-25T13:30:00.000Z",
      "2099-12-31T05:30:00.000Z",
      undefined,
    ]);
  });
});
