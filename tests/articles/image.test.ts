// An article's lead image: from content files, feeds and pages, as an address that is safe to show.
import { describe, expect, it } from "vitest";
import { toParsed } from "../../src/articles/entry-page.ts";
import { readArticlePage } from "../../src/articles/formats/html.ts";
import { toImage } from "../../src/articles/image.ts";
import { parseDocument } from "../../src/articles/parse.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

describe("the address of a picture", () => {
  it.each([
    ["https://b.example/x.jpg", "https://b.example/x.jpg"],
    [" /uploads/a b.jpg ", "https://b.example/uploads/a%20b.jpg"],
    ["//cdn.example/x.png", "https://cdn.example/x.png"],
    ["data:image/png;base64,AAAA", undefined],
    ["javascript:alert(1)", undefined],
    [`https://b.example/${"x".repeat(1000)}.jpg`, undefined],
    ["", undefined],
  ])("%s is %s", (written, expected) => {
    expect(toImage(written, "https://b.example/news/1")).toBe(expected);
  });
});

describe("a lead image", () => {
  it("is a field of content files, checked as the others are", () => {
    const file = (image: string) =>
      parse("a.md", `---\ntitle: سوق الحرف\nimage: ${image}\n---\n\nعاد السوق إلى وسط المدينة.\n`);
    expect(file("https://b.example/x.jpg")).toMatchObject({
      ok: true,
      parsed: { image: "https://b.example/x.jpg" },
    });
    expect(file("x.jpg")).toMatchObject({
      ok: false,
      faults: [{ file: "a.md", line: 3, message: 'field "image": it is not the address of a picture' }],
    });
  });

  it("comes with an entry of a feed", () => {
    const entry = { title: "سوق", image: "https://b.example/x.jpg", authors: [], categories: [] };
    expect(toParsed(entry).image).toBe("https://b.example/x.jpg");
    expect(toParsed({ ...entry, image: `https://b.example/${"x".repeat(1001)}` }).image).toBeUndefined();
  });

  it.each([
    ['<meta property="og:image" content="/x.jpg">', "https://b.example/x.jpg"],
    ['<meta name="twitter:image" content="https://c.example/y.png">', "https://c.example/y.png"],
    [
      '<meta property="og:image" content="data:image/png;base64,A"><meta name="twitter:image" content="/y.png">',
      "https://b.example/y.png",
    ],
    ["", undefined],
  ])("is what a page shows of itself elsewhere: %s", (meta, expected) => {
    const html = `<html><head><title>سوق</title>${meta}</head><body><h1>سوق الحرف</h1><p>عاد السوق.</p></body></html>`;
    expect(readArticlePage(html, { url: "https://b.example/news/1" }).image).toBe(expected);
  });
});
