// JSON: fields, bodies, and faults by file, line and mend.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/articles/parse.ts";
import { parsedOf } from "../fixture.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

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
