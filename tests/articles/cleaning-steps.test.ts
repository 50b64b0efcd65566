// Single steps of cleaning: letters mended, dates read, learnt lines dropped, edges told, hostile pages survived.
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { dateInLine } from "../../src/articles/date-line.ts";
import { readArticlePage } from "../../src/articles/formats/html.ts";
import { lineKey, lineKeys } from "../../src/articles/line-keys.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { findRule } from "../../src/articles/step.ts";
import { stepOf, steps } from "../../src/articles/steps.ts";
import { parsedOf } from "./fixture.ts";
import { shippedRules } from "./pages.ts";

const knowledge = { rules: shippedRules };
const cleanText = (text: string) =>
  clean(parsedOf(parseDocument(new TextEncoder().encode(text), "a.txt")), knowledge);
const cleanHtml = (html: string) => clean(readArticlePage(html), knowledge);

const first = "قالت البلدية إن أعمال الجسر ستنتهي قبل موسم الأمطار المقبل، وإن الكلفة لن تزيد."; // "the town said …"
const second = "وأضافت أن الحركة ستتحول إلى الطريق القديم مدة أسبوعين فقط."; // "it added that traffic …"
const third = "ويرى مهندس أن الحل المؤقت يكفي حتى نهاية الربيع على الأقل."; // "an engineer thinks …"

describe("encoding", () => {
  const misread = (text: string, encoding: string): string =>
    Array.from(new TextEncoder().encode(text), (byte) =>
      new TextDecoder(encoding).decode(Uint8Array.of(byte)),
    ).join("");

  it.each(["windows-1252", "windows-1256"])("mends UTF-8 that was read as %s, on record", (encoding) => {
    const cleaned = cleanText(`عنوان الخبر\n\n${misread(first, encoding)}\n\n${second}`);
    expect(cleaned.paragraphs).toEqual([first, second]);
    expect(cleaned.removed.map(({ rule }) => rule)).toEqual(["encoding"]);
  });

  it.each([
    [
      "entities that were escaped twice",
      "قال &amp;quot;نعم&amp;quot; ثم&nbsp;مضى إلى عمله &#1608;عاد بعد ساعة.",
      'قال "نعم" ثم مضى إلى عمله وعاد بعد ساعة.',
    ],
    [
      "letters in the forms of old programs",
      "وصل وفد من ﻣﺼﺮ إلى الميناء صباح أمس لتوقيع العقد.",
      "وصل وفد من مصر إلى الميناء صباح أمس لتوقيع العقد.",
    ],
    [
      "signs that stand for a lost blank",
      "وصل الوفد \uFFFD إلى الميناء صباح أمس لتوقيع العقد.",
      "وصل الوفد إلى الميناء صباح أمس لتوقيع العقد.",
    ],
  ])("mends %s", (_what, written, mended) => {
    expect(cleanText(`عنوان الخبر\n\n${written}\n\n${second}`).paragraphs).toEqual([mended, second]);
  });

  it.each([
    "شركة Ørsted وبلدية Århus توقعان اتفاقا مع الميناء على الطاقة الجديدة.",
    "حظ الطاهي أن ظل الطريق الطويل ظاهر، وظن الناس أن الطقس طيب طوال الطريق.",
    "وقال ﷺ: «يسروا ولا تعسروا»، وكتب كـــتاب R&D عنه فصلا كاملا هذا العام.",
  ])("leaves «%s» as it is", (line) => {
    const cleaned = cleanText(`عنوان الخبر\n\n${line}\n\n${second}`);
    expect([cleaned.paragraphs[0], cleaned.removed]).toEqual([line, []]);
  });

  it("takes the blank before a comma away, and no mark of the author's", () => {
    const written = 'عام 2011 ، قال " نعم " (... ) ثم مضى  إلى عمله؛ و"عاد" .';
    expect(cleanText(`عنوان الخبر\n\n${written}\n\n${second}`).paragraphs[0]).toBe(
      'عام 2011، قال " نعم " (... ) ثم مضى إلى عمله؛ و"عاد" .',
    );
  });
});

describe("dates in lines", () => {
  it.each([
    ["الأحد 12 مارس 2026 - 10:30", "2026-03-12T10:30:00.000Z"],
    ["الأربعاء ٥ تشرين الثاني ٢٠٢٥ الساعة 05:51 م", "2025-11-05T17:51:00.000Z"],
    ["14 جمادى الآخرة 1448 هـ - 24 نوفمبر 2026 م", "2026-11-24T00:00:00.000Z"],
    ["نشر في: 03/04/2026", "2026-04-03T00:00:00.000Z"],
    ["الثلاثاء 9 غشت 2022", "2022-08-09T00:00:00.000Z"],
    ["November 22, 2026 | 4 min read", "2026-11-22T00:00:00.000Z"],
    ["السبت 28 كانون الثاني/يناير 2023", "2023-01-28T00:00:00.000Z"],
    ["14 جمادى الآخرة 1448 هـ", undefined],
    ["31 فبراير 2026", undefined],
    ["منذ 3 ساعات", undefined],
  ])("«%s»", (line, instant) => expect(dateInLine(line)).toBe(instant));
});

describe("learnt furniture", () => {
  const note = "هذه البوابة ثمرة عمل جماعي بدأ قبل عشرين عاما في مقهى صغير قرب المرفأ.";
  const parsed = {
    title: "عنوان الخبر",
    blocks: [first, note, second].map((text) => ({ kind: "paragraph", text }) as const),
    isRaw: true,
  };

  it("goes, of any length, and only from pages", () => {
    const learnt = new Set([lineKey(note)]);
    expect(clean(parsed, { ...knowledge, learnt })).toMatchObject({
      paragraphs: [first, second],
      removed: [{ text: note, rule: "learnt" }],
    });
    expect(clean({ ...parsed, isRaw: false }, { ...knowledge, learnt }).paragraphs).toContain(note);
    expect(clean(parsed, knowledge).paragraphs).toContain(note);
  });

  it("is counted by the keys of all lines, each once, spelling aside", () => {
    const keys = lineKeys({
      ...parsed,
      blocks: [...parsed.blocks, { kind: "paragraph", text: `${note} \n***` }],
    });
    expect(keys).toHaveLength(3);
    expect(keys).toContain(lineKey(note.replace("بدأ", "بدا")));
    expect(lineKey(first)).not.toBe(lineKey(second));
  });
});

describe("steps", () => {
  it("have numbers in the order in which they run, and every rule has a step", () => {
    expect(stepOf("encoding")).toEqual({ number: 1, name: "encoding" });
    expect(stepOf("html-related").name).toBe("lines");
    expect(stepOf("share-bar").name).toBe("furniture");
    expect(stepOf("below-body").name).toBe("edges");
    expect(stepOf("spaces").number).toBe(Object.keys(steps).length);
  });
});

describe("edges", () => {
  it("keeps what a colon announces below the last paragraph, and drops names and headlines there", () => {
    const list = ["وجاءت النتائج كالآتي:", "- الأول: فريق الميناء", "والثاني فريق الجبل"];
    expect(
      cleanText(["عنوان الخبر", first, second, third, ...list].join("\n\n")).paragraphs.slice(3),
    ).toEqual(list);
    const tail = cleanText(
      ["عنوان الخبر", first, second, third, "سياسة", "افتتاح معرض الكتاب في المدينة"].join("\n\n"),
    );
    expect([tail.paragraphs.length, tail.removed.map(({ rule }) => rule)]).toEqual([
      3,
      ["below-body", "below-body"],
    ]);
  });

  it("drops a caption that a page says twice, and keeps short lines around an article of short lines", () => {
    const caption = "عمال في موقع الجسر";
    const doubled = cleanText(`عنوان الخبر\n\n${caption}\n${caption}\n\n${first}\n\n${second}\n\n${third}`);
    expect(doubled.removed.map(({ rule }) => rule)).toEqual(["doubled", "doubled"]);
    expect(cleanText(`عنوان الخبر\n\n${first}\n\nسطر أول\nسطر ثان`).paragraphs).toHaveLength(3);
  });

  it("finds the headline in the dump of a page that begins with a menu", () => {
    const dump = [
      "الرئيسية",
      "سياسة",
      "اقتصاد",
      "رياضة",
      "الجسر الجديد يفتح الأحد المقبل",
      "سالم الحاج",
      "12 مارس 2026",
      first,
      second,
      third,
    ];
    expect(cleanText(dump.join("\n"))).toMatchObject({
      title: "الجسر الجديد يفتح الأحد المقبل",
      published: "2026-03-12T00:00:00.000Z",
      paragraphs: [first, second, third],
    });
  });
});

describe("pages", () => {
  it("keeps lists, tables and quotations, and drops boxes by what their markup calls them", () => {
    const cleaned =
      cleanHtml(`<title>عنوان الخبر هنا - موقع الضفة</title><div class=post><h1>عنوان الخبر هنا</h1>
      <p>${first}</p><ul><li>بند أول</li><li>بند ثان</li></ul><p>${second}</p>
      <table><tr><td>الميناء</td><td>12 سفينة</td></tr></table>
      <div class="related-posts"><p>خبر آخر لا صلة له بما هنا، وفيه كلام كثير عن أمر بعيد.</p></div>
      <blockquote>${third}</blockquote><p>${first.replace("الجسر", "النفق")}</p></div>`);
    expect(cleaned).toMatchObject({ title: "عنوان الخبر هنا", headings: [] });
    expect(cleaned.paragraphs).toEqual([
      first,
      "بند أول",
      "بند ثان",
      second,
      "الميناء 12 سفينة",
      third,
      first.replace("الجسر", "النفق"),
    ]);
    expect(cleaned.removed.map(({ rule }) => rule)).toEqual(["html-related"]);
  });

  it("believes no class that stands around the whole text", () => {
    const cleaned = cleanHtml(
      `<body class="share-page"><form><div class="widget-sidebar related"><h1>عنوان الخبر هنا</h1><p>${first}</p><p>${second}</p><p>${third}</p></div></form></body>`,
    );
    expect(cleaned.paragraphs).toEqual([first, second, third]);
  });

  it("takes the date between headline and text where the page's data has none, not the day of the visit", () => {
    const page = readArticlePage(
      `<div>السبت 27 يونيو 2026</div><h1>عنوان الخبر هنا</h1><span>كتب: سالم | 3 مايو 2026</span><p>${first}</p><p>${second}</p>`,
    );
    expect(page.published).toBe("2026-05-03T00:00:00.000Z");
  });

  it("takes linked data that holds only the beginning of the article for no evidence", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", articleBody: `${first} ${second.slice(0, 20)}` });
    const cleaned = cleanHtml(
      `<script type="application/ld+json">${data}</script><h1>عنوان الخبر هنا</h1><div><p>${first}</p><p>${second}</p><p>${third}</p></div>`,
    );
    expect(cleaned.paragraphs).toEqual([first, second, third]);
  });

  it("takes the address and the title that a feed knows", () => {
    const page = readArticlePage(`<h1>عنوان الخبر هنا</h1><p>${first}</p>`, {
      url: "https://example.org/1",
      title: "عنوان الخبر هنا",
    });
    expect(page).toMatchObject({ title: "عنوان الخبر هنا", url: "https://example.org/1" });
  });

  it.each([
    ["nothing", ""],
    ["only signs that look like tags", "<".repeat(50_000)],
    ["elements nested without end", "<div>".repeat(3_000)],
    ["an article in an article 300 times", `<article><h1>x</h1><p>${first}</p>`.repeat(300)],
    ["linked data without end", `<script type="application/ld+json">${"[".repeat(50_000)}</script>`],
    ["a class list without end", `<div class="${"a-b ".repeat(50_000)}">x</div>`],
    ["a title of separators", `<title>${"أ - ".repeat(20_000)}</title>`],
    ["20,000 breaks", "<br>".repeat(20_000)],
    ["a table in a table 500 times", "<table><tr><td>".repeat(500)],
    [
      "5,000 labels between paragraphs",
      `<p>${first}</p><p>${second}</p><p>${third}</p>${"<p>الأكثر قراءة</p>".repeat(5_000)}<p>${first}</p>`,
    ],
  ])("survives %s", (_what, html) => {
    expect(Array.isArray(cleanHtml(html).paragraphs)).toBe(true);
  });

  it("reads a page of 2 MiB, too large for a tree, to its last paragraph", () => {
    const page = `<article><h1>عنوان الخبر هنا</h1>${Array.from({ length: 8_000 }, (_one, at) => `<p>الفقرة رقم ${at} من النص: ${first}</p>`).join("")}</article>`;
    expect(readArticlePage(page).blocks.at(-1)?.text).toContain("7999");
  });
});

describe("the shipped rules", () => {
  /** Lines that would cost a pattern with nested repeats its life. */
  const lines = [
    "اقرأ أيضا ",
    "الرئيسية > ",
    "فيسبوك | ",
    "12:30 ",
    "#و ",
    "a.",
    "© ",
    "م ع / ",
    "- ",
    "الأحد 12 ",
    "كاتب و",
    "x@y.",
    "(",
    "تحرير ",
  ].map((unit) => unit.repeat(1_000));
  it.each(shippedRules.map((rule) => [rule.id, rule] as const))(
    "%s looks at a long line once",
    (_id, rule) => {
      // No clock: a pattern that looked at all partings of 1,000 repeats would not end.
      for (const line of lines) expect(findRule([rule], `${line}\u0001`)?.id ?? rule.id).toBe(rule.id);
    },
  );
});
