// Entries as documents: what is body, what the publisher's system added, and whether it is the whole article.
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { isExcerpt, toParsed } from "../../src/articles/entry-page.ts";
import type { FeedEntry } from "../../src/articles/feed.ts";
import { rules } from "./rules.ts";

const entry = (fields: Partial<FeedEntry>): FeedEntry => ({ authors: [], categories: [], ...fields });

/** «أعلنت البلدية خطة لتوسيع الحدائق العامة في الأحياء الشرقية.» ("the municipality announced a plan …"), ten words. */
const sentence = "أعلنت البلدية اليوم خطة لتوسيع الحدائق العامة في الأحياء الشرقية.";
const long = Array.from({ length: 12 }, (_, index) => `<p>${index + 1} ${sentence}</p>`).join("\n");
const textOf = (fields: Partial<FeedEntry>): string[] =>
  toParsed(entry(fields)).blocks.map(({ text }) => text);

describe("toParsed", () => {
  it("carries title, address and date, leaves the source to its caller, and is raw", () => {
    const parsed = toParsed(
      entry({
        title: "خطة للحدائق",
        url: "https://b.example/1",
        published: "2026-11-25T08:00:00.000Z",
        content: `<p>${sentence}</p>`,
      }),
    );
    expect(parsed).toEqual({
      title: "خطة للحدائق",
      url: "https://b.example/1",
      published: "2026-11-25T08:00:00.000Z",
      blocks: [{ kind: "paragraph", text: sentence }],
      isRaw: true,
    });
  });

  it("takes the last change for a date where Atom gives no other", () => {
    expect(toParsed(entry({ updated: "2026-11-25T08:00:00.000Z" })).published).toBe(
      "2026-11-25T08:00:00.000Z",
    );
  });

  it.each([
    ["ظهرت المقالة <a href='x'>خطة للحدائق</a> أولاً على <a href='y'>ضفاف</a>."],
    ["ظهرت المقالة خطة أولًا على ضفاف."],
    ["التدوينة <a href='x'>خطة للحدائق</a> ظهرت أولاً على <a href='y'>ضفاف</a>."],
    ["The post <a href='x'>خطة للحدائق</a> appeared first on <a href='y'>ضفاف</a>."],
    ["The post <a href='x'>A plan</a> first appeared on <a href='y'>Difaf</a>."],
    ["L&#8217;article <a href='x'>Plan</a> est apparu en premier sur <a href='y'>Difaf</a>."],
  ])("never takes WordPress's trailer for body: %s", (trailer) => {
    expect(textOf({ content: `<p>${sentence}</p><p>${trailer}</p>` })).toEqual([sentence]);
    expect(textOf({ content: `<p>${sentence}<br>${trailer}</p>` })).toEqual([sentence]);
    expect(textOf({ excerpt: `${sentence} ${trailer}` })).toEqual([sentence]);
    expect(textOf({ content: `<p>${trailer}</p>` })).toEqual([]);
  });

  it("keeps a sentence that only speaks of posts and of first appearances", () => {
    const text = "The post office appeared first on the list of buildings, said the council.";
    const arabic = "ظهرت المقالة في العدد الأول من المجلة قبل قرن.";
    expect(textOf({ content: `<p>${text} It will open soon.</p><p>نهاية.</p>` })[0]).toContain("post office");
    expect(textOf({ content: `<p>${arabic}</p>` })).toEqual([arabic]);
  });

  it("keeps the paragraphs of plain text", () => {
    expect(textOf({ excerpt: "فقرة أولى.\nسطرها الثاني.\n\nفقرة ثانية &amp; أخيرة." })).toEqual([
      "فقرة أولى.\nسطرها الثاني.",
      "فقرة ثانية & أخيرة.",
    ]);
    expect(textOf({ excerpt: "فقرة <b>أولى</b>.\n\nفقرة ثانية." })).toEqual(["فقرة أولى.", "فقرة ثانية."]);
    expect(textOf({ content: "<div>فقرة أولى.<br><br>فقرة ثانية.</div>" })).toEqual([
      "فقرة أولى.",
      "فقرة ثانية.",
    ]);
  });

  it("drops lines that only lead on, and lists of links", () => {
    expect(textOf({ content: `<p>${sentence}</p><p><a href="x">اقرأ المزيد</a></p>` })).toEqual([sentence]);
    expect(
      textOf({ content: `<p>${sentence}</p><ul><li><a href="x">خبر آخر عن الجسر</a></li></ul>` }),
    ).toEqual([sentence]);
  });

  it("takes the longer of content and excerpt", () => {
    const whole = `<p>${sentence} ${sentence}</p>`;
    expect(textOf({ content: '<img src="x.jpg"><p>تمهيد.</p>', excerpt: whole })).toEqual([
      `${sentence} ${sentence}`,
    ]);
    expect(textOf({ content: whole, excerpt: "تمهيد." })).toEqual([`${sentence} ${sentence}`]);
  });

  it("goes through the cleaner as any other document", () => {
    const cleaned = clean(toParsed(entry({ title: "خطة للحدائق", content: `<h1>خطة للحدائق</h1>${long}` })), {
      rules,
    });
    expect(cleaned.title).toBe("خطة للحدائق");
    expect(cleaned.paragraphs).toHaveLength(12);
  });
});

describe("isExcerpt", () => {
  const teaser = "بدأت محطة تحلية جديدة العمل صباح الأربعاء في مدينة الساحل";
  it.each<readonly [string, Partial<FeedEntry>, boolean]>([
    ["nothing at all", {}, true],
    ["a title alone", { title: "خبر" }, true],
    ["a whole article in the content", { content: long }, false],
    ["a whole article in the description", { excerpt: long }, false],
    [
      "a whole article with WordPress's trailer",
      { content: `${long}<p>The post <a>س</a> appeared first on <a>ص</a>.</p>` },
      false,
    ],
    ["a whole article beside its excerpt", { content: long, excerpt: `<p>${teaser} [&#8230;]</p>` }, false],
    ["a short text", { excerpt: `<p>${sentence}</p>` }, true],
    ["a picture and a teaser", { content: `<img src="a.jpg"><p>${teaser}</p>`, excerpt: teaser }, true],
    ["[…]", { content: `${long}<p>${teaser} [&#8230;]</p>` }, true],
    ["[...]", { content: `${long}<p>${teaser} [...]</p>` }, true],
    ["…", { content: `${long}<p>${teaser}…</p>` }, true],
    [
      "... and a trailer",
      { content: `${long}<p>${teaser}...</p><p>The post س appeared first on ص.</p>` },
      true,
    ],
    ["المزيد", { content: `${long}<p><a href="x">المزيد</a></p>` }, true],
    ["اقرأ المزيد", { content: `${long}<p>${sentence} <a href="x">اقرأ المزيد »</a></p>` }, true],
    ["Read more", { content: `${long}<p><a href="x">Read more →</a></p>` }, true],
    [
      "Continue reading",
      { content: `${long}<p><a href="x">Continue reading <span>خطة للحدائق</span></a></p>` },
      true,
    ],
    [
      "a sentence that ends in the word",
      { content: `${long}<p>وقال إن المدينة تحتاج إلى المزيد</p>` },
      false,
    ],
    [
      "a sentence that begins with it",
      { content: `${long}<p>المزيد من الحدائق يعني هواءً أنقى، والمجلس ماضٍ في خطته.</p>` },
      false,
    ],
  ])("%s: %#", (_what, fields, expected) => expect(isExcerpt(entry(fields))).toBe(expected));
});
