// Plain text: its title, or none.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/articles/parse.ts";
import { parsedOf } from "../fixture.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

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

  it("takes no first row of a paragraph that a margin broke for the title", () => {
    const rows =
      "قال باحثون في مختبر المواد إن طلاء جديدا من مسحوق الحجر الجيري\nخفض حرارة الجدران الخارجية أربع درجات.";
    expect(parsedOf(parse("a.txt", rows))).not.toHaveProperty("title");
    expect(parsedOf(parse("a.txt", `طلاء يبرد الجدران\n${rows}`)).title).toBe("طلاء يبرد الجدران");
  });

  it("gives no block for an empty text", () => {
    expect(parsedOf(parse("a.txt", " \n\n"))).toEqual({ blocks: [], isRaw: true });
  });
});
