// Markdown: front matter, the marks that go, and faults by file, line and mend.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/articles/parse.ts";
import { parsedOf, readFixture } from "../fixture.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

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
          mend: "use one of: title, date, source, url, topics, summary, pinned, hidden, image",
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
