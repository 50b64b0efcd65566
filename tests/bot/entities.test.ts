// What an operator typed, as HTML: bold and links as they were, tags always balanced, nothing unescaped.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entity, toHtml } from "../../src/bot/entities.ts";
import { toPlain } from "../../src/delivery/telegram.ts";

const entity = (type: string, offset: number, length: number, more: Partial<Entity> = {}): Entity => ({
  type,
  offset,
  length,
  ...more,
});

describe("what was typed, as HTML", () => {
  it.each([
    ["keeps bold", "خبر عاجل", [entity("bold", 4, 4)], "خبر <b>عاجل</b>"], // Breaking news.
    [
      "keeps a link behind words and escapes its address",
      "هنا",
      [entity("text_link", 0, 3, { url: 'https://a.example/?a=1&b="2"' })],
      '<a href="https://a.example/?a=1&amp;b=&quot;2&quot;">هنا</a>',
    ],
    [
      "nests what lies inside",
      "أول ثان",
      [entity("italic", 4, 3), entity("bold", 0, 7)],
      "<b>أول <i>ثان</i></b>",
    ],
    [
      "closes and opens again what crosses",
      "abcdef",
      [entity("bold", 0, 4), entity("italic", 2, 4)],
      "<b>ab<i>cd</i></b><i>ef</i>",
    ],
    ["escapes what looks like markup", "1 < 2 & <b>", [], "1 &lt; 2 &amp; &lt;b&gt;"],
    ["leaves mentions and bare links to the client", "@someone", [entity("mention", 0, 8)], "@someone"],
    ["counts in UTF-16 units", "👍 حسن", [entity("bold", 3, 3)], "👍 <b>حسن</b>"],
    [
      "keeps a quote that folds",
      "قول",
      [entity("expandable_blockquote", 0, 3)],
      "<blockquote expandable>قول</blockquote>",
    ],
    ["forgets what lies outside of the text", "نص", [entity("bold", 9, 3), entity("bold", -1, 1)], "نص"],
  ])("%s", (_rule, text, entities, expected) => expect(toHtml(text, entities)).toBe(expected));

  it("is balanced, and holds exactly the text, whatever the entities", () => {
    const any = fc.record({
      type: fc.constantFrom("bold", "italic", "underline", "blockquote", "code", "url"),
      offset: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(any, { maxLength: 6 }), (text, entities) => {
        const html = toHtml(text, entities);
        const stack: string[] = [];
        for (const [, closing, name = ""] of html.matchAll(/<(\/?)([a-z-]+)[^>]*>/g)) {
          if (closing === "") stack.push(name);
          else expect(stack.pop()).toBe(name);
        }
        expect(stack).toEqual([]);
        expect(toPlain(html)).toBe(text);
      }),
    );
  });
});
