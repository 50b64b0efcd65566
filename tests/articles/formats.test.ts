// The four formats: what each makes of a good document, and how it names file, line and mend of a broken one.
import { describe, expect, it } from "vitest";
import { knownEndings } from "../../src/articles/formats.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { parsedOf, readFixture } from "./fixture.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (file: string, text: string) => parseDocument(bytesOf(text), file);

describe("markdown", () => {
  it("reads the front matter and takes the marks off the body", () => {
    expect(parsedOf(parseDocument(readFixture("whole.md"), "culture/whole.md"))).toEqual({
      title: "سوق الحرف: عودة إلى وسط المدينة",
      published: "2026-11-03T00:00:00.000Z",
      source: "مرصد الساحل",
      url: "https://marsad.example/souq",
      topics: ["culture", "economy"],
      summary: "عاد سوق الحرف إلى وسط المدينة.",
      pinned: true,
      isRaw: false,
      blocks: [
        { kind: "paragraph", text: "عاد سوق الحرف إلى وسط المدينة بعد غياب عامين، بحسب البلدية." },
        { kind: "heading", text: "أربعون دكانا" },
        { kind: "paragraph", text: "يضم السوق أربعين دكانا ومساحة للأطفال." },
        { kind: "list", text: "دكاكين الفخار" },
        { kind: "list", text: "دكاكين النسيج" },
        { kind: "list", text: "الافتتاح صباح السبت" },
        { kind: "paragraph", text: "سعر الدخول 5 * 2 دراهم، والملف اسمه snake_case_name." },
        { kind: "heading", text: "خاتمة" },
        { kind: "paragraph", text: "انتهى *الخبر*." },
      ],
    });
  });

  it("takes the first heading for the title where the front matter has none", () => {
    const parsed = parsedOf(parse("a.md", "# العنوان\n\nالنص."));
    expect(parsed).toEqual({
      title: "العنوان",
      blocks: [{ kind: "paragraph", text: "النص." }],
      isRaw: false,
    });
  });

  it("takes topics as one text, and counts an empty field as absent", () => {
    const parsed = parsedOf(parse("a.md", "---\ntitle: عنوان\ntopics: علوم، صحة\nsource:\n---\nنص"));
    expect(parsed).toMatchObject({ topics: ["علوم", "صحة"] });
    expect(parsed).not.toHaveProperty("source");
  });

  it("reads Windows line ends and a byte order mark", () => {
    expect(parsedOf(parse("a.md", "\uFEFF---\r\ntitle: عنوان\r\n---\r\n\r\nسطر\r\nتال\r\n"))).toEqual({
      title: "عنوان",
      blocks: [{ kind: "paragraph", text: "سطر تال" }],
      isRaw: false,
    });
  });

  it("names all faults of the front matter together, in order of the lines", () => {
    const result = parse(
      "economy/x.md",
      "---\ntitel: عنوان\ntitle: عنوان\ndate: 2026-02-30\npinned: maybe\n---\nنص",
    );
    expect(result).toEqual({
      ok: false,
      faults: [
        {
          file: "economy/x.md",
          line: 2,
          message: 'unknown field "titel"',
          mend: "use one of: title, date, source, url, topics, summary, pinned, hidden",
        },
        {
          file: "economy/x.md",
          line: 4,
          message: 'field "date": "2026-02-30" is not a date',
          mend: "write it as 2026-11-03 or 2026-11-03T08:30:00Z, in the Gregorian calendar",
        },
        {
          file: "economy/x.md",
          line: 5,
          message: 'field "pinned": it must be true or false',
          mend: "write true or false",
        },
      ],
    });
  });

  it.each([
    ["a missing title", "---\nsource: x\n---\nنص", 1, "the article has no title"],
    ["front matter without an end", "---\ntitle: x\nنص", 1, "the front matter is never closed"],
    ["front matter that is a list", "---\n- a\n---\nنص", 2, "the front matter is not a list of fields"],
    [
      "a wrong topic list",
      "---\ntitle: x\ntopics:\n  - [a]\n---\nنص",
      3,
      'field "topics": it is not a list of topics',
    ],
    ["a wrong address", "---\ntitle: x\n\nurl: marsad\n---\nنص", 4, 'field "url": it is not an address'],
    [
      "a Hijri year",
      "---\ndate: 1447-05-01\ntitle: x\n---\nنص",
      2,
      'field "date": "1447-05-01" is not a date',
    ],
    ["a title that is a number", "---\ntitle: 12\n---\nنص", 2, 'field "title": it must be text'],
  ])("names %s by line", (_what, text, line, message) => {
    const result = parse("a.md", text);
    expect(result.ok ? [] : result.faults).toMatchObject([{ file: "a.md", line, message }]);
  });

  it("names broken YAML by its line in the file", () => {
    const result = parse("a.md", "---\ntitle: x\nsource: [a\n---\nنص");
    expect(result.ok ? [] : result.faults).toMatchObject([
      {
        line: 4,
        message: expect.stringMatching(/^the front matter is not valid YAML: /),
        mend: expect.any(String),
      },
    ]);
  });
});

describe("json", () => {
  it("reads fields and paragraphs", () => {
    const text =
      '{"title": "عنوان", "date": "2026-11-03T08:30:00+02:00", "paragraphs": ["أول.", "ثان."], "hidden": true}';
    expect(parsedOf(parse("a.json", text))).toEqual({
      title: "عنوان",
      published: "2026-11-03T06:30:00.000Z",
      hidden: true,
      blocks: [
        { kind: "paragraph", text: "أول." },
        { kind: "paragraph", text: "ثان." },
      ],
      isRaw: false,
    });
  });

  it("splits a body given as one text at its blank lines, and takes none of it for the title", () => {
    const parsed = parsedOf(parse("a.json", '{"title": "عنوان", "text": "سطر قصير\\n\\nفقرة ثانية."}'));
    expect(parsed.blocks.map((block) => block.text)).toEqual(["سطر قصير", "فقرة ثانية."]);
    expect(parsed.isRaw).toBe(true);
  });

  it.each([
    ["a comma too many", '{\n"title": "x",\n"text": "y",\n}', 4, /^it is not valid JSON: /],
    ["an end too early", '{\n"title": "x",\n"text": "y"\n', 3, /^it is not valid JSON: /],
    ["no JSON at all", "عنوان\nنص", 1, /^it is not valid JSON: /],
    ["a list of articles", '[{"title": "x"}]', 1, /^it is not one article$/],
    ["an unknown field", '{\n"title": "x",\n"text": "y",\n"author": "z"\n}', 4, /^unknown field "author"$/],
    ["a body that is a number", '{\n"title": "x",\n"text": 5\n}', 3, /^"text" must be text/],
    ["two bodies", '{"title": "x",\n"text": "a",\n"paragraphs": ["a"]}', 3, /^it has both/],
    ["no body", '{"title": "x"}', 1, /^the article has no body$/],
    ["no title", '{"text": "x"}', 1, /^the article has no title$/],
    ["a bad date", '{"title": "x", "text": "y",\n\n"date": "غدا"}', 3, /is not a date$/],
  ])("names %s by line", (_what, text, line, message) => {
    const result = parse("health/a.json", text);
    expect(result.ok ? [] : result.faults).toMatchObject([
      {
        file: "health/a.json",
        line,
        message: expect.stringMatching(message),
        mend: expect.stringMatching(/\S/),
      },
    ]);
  });

  it("names every fault of one document together", () => {
    const result = parse("a.json", '{\n"titel": "x",\n"text": 5\n}');
    expect(result.ok ? [] : result.faults.map(({ line }) => line)).toEqual([2, 3]);
  });
});

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

describe("text", () => {
  it.each([
    [
      "takes the first line for the title",
      "عنوان الخبر\n\nنص.\n\nنص ثان.",
      "عنوان الخبر",
      ["نص.", "نص ثان."],
    ],
    ["keeps the lines of one block together", "عنوان\nسطر\nسطر", "عنوان", ["سطر\nسطر"]],
    ["skips blank lines before the title", "\n \n\tعنوان\n\nنص.", "عنوان", ["نص."]],
    ["takes a question for a title", "هل يكفي الماء؟\n\nنص.", "هل يكفي الماء؟", ["نص."]],
    [
      "takes no paragraph for the title",
      "قال الباحث إن النتائج جيدة.\nوأضاف.",
      undefined,
      ["قال الباحث إن النتائج جيدة.\nوأضاف."],
    ],
  ])("%s", (_rule, text, title, blocks) => {
    const parsed = parsedOf(parse("a.txt", text));
    expect([parsed.title, parsed.blocks.map((block) => block.text)]).toEqual([title, blocks]);
  });

  it("gives no block for an empty text", () => {
    expect(parsedOf(parse("a.txt", " \n\n"))).toEqual({ blocks: [], isRaw: true });
  });
});

describe("parseDocument", () => {
  it("names an unknown ending and the known ones", () => {
    expect(parse("economy/a.docx", "x")).toEqual({
      ok: false,
      faults: [
        {
          file: "economy/a.docx",
          line: 1,
          message: "the ending of its name is not known",
          mend: `rename it to one of: ${knownEndings.join(" ")}`,
        },
      ],
    });
    expect(knownEndings).toEqual([".md", ".markdown", ".txt", ".text", ".json", ".html", ".htm"]);
  });

  it("does not mind the case of an ending", () => {
    expect(parse("A.TXT", "عنوان\n\nنص.").ok).toBe(true);
  });
});
