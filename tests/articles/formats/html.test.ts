// HTML: the article out of the page around it.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/articles/parse.ts";
import { parsedOf, readFixture } from "../fixture.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

describe("html", () => {
  it("finds title, date, address and the blocks of the article, and leaves the page around it", () => {
    expect(parsedOf(parseDocument(readFixture("page.html"), "page.html"))).toEqual({
      title: "قطار ليلي يربط الميناء بالعاصمة",
      published: "2026-10-05T06:30:00.000Z",
      source: "صحيفة المرفأ",
      url: "https://almarfa.example/trains/7",
      isRaw: true,
      blocks: [
        {
          kind: "paragraph",
          text: 'ينطلق الشهر المقبل قطار ليلي بين الميناء والعاصمة، في رحلة تستغرق تسع ساعات "دون توقف".',
        },
        { kind: "heading", text: "عربات نوم" },
        {
          kind: "paragraph",
          text: "وقالت شركة السكك إن القطار يضم ست عربات نوم ومطعما صغيرا، وإن التذكرة تشمل وجبة إفطار.",
        },
        { kind: "list", text: "رحلة الذهاب عند العاشرة مساء." },
        { kind: "list", text: "رحلة العودة عند الحادية عشرة." },
        { kind: "paragraph", text: "سطر أول\nسطر ثان" },
      ],
    });
  });

  it.each([
    [
      "the page's own title where there is no heading",
      "<title>عنوان &quot;ثان&quot; هنا</title><p>نص.</p>",
      'عنوان "ثان" هنا',
    ],
    [
      "og:title where the heading says something else",
      '<meta property="og:title" content="خبر"><h1>موقع</h1><p>نص.</p>',
      "خبر",
    ],
    ["nothing where there is no title", "<p>نص.</p>", undefined],
  ])("takes for the title %s", (_what, html, title) => {
    expect(parsedOf(parse("a.html", html)).title).toBe(title);
  });

  it("takes the date from linked data or a time element, and no impossible one", () => {
    const linked =
      '<script type="application/ld+json">{"datePublished": "2026-01-02T03:04:05Z"}</script><p>x</p>';
    expect(parsedOf(parse("a.html", linked)).published).toBe("2026-01-02T03:04:05.000Z");
    const timed = '<time datetime="أمس">x</time><time datetime="2026-01-02">x</time>';
    expect(parsedOf(parse("a.html", timed)).published).toBe("2026-01-02T00:00:00.000Z");
    expect(parsedOf(parse("a.html", '<time datetime="0000-00-00">x</time>'))).not.toHaveProperty("published");
  });

  it("survives open tags, wrong nesting and very deep pages", () => {
    expect(
      parsedOf(parse("a.html", "<article><p>أول<p>ثان</b></article>")).blocks.map((block) => block.text),
    ).toEqual(["أول", "ثان"]);
    expect(parsedOf(parse("a.html", `<p>نص</p>${"<div>".repeat(900_000)}`)).blocks).toHaveLength(1);
  });
});
