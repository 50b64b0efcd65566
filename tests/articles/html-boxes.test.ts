// Boxes that no class names: cards of other articles go, items of a list and entries of a live report stay.
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { readArticlePage } from "../../src/articles/formats/html.ts";
import { shippedRules } from "./pages.ts";

const story = [
  "أصلحت البلدية أمس المضخة الرئيسية في محطة الشرق، وعاد الماء إلى سبعة أحياء بعد انقطاع دام يومين.", // "the town repaired …"
  "وقال مهندس المحطة إن القطعة التالفة صنعت في ورشة محلية، لأن استيرادها كان سيستغرق ثلاثة أسابيع.", // "the engineer said …"
];
const others = [
  "افتتح المتحف قاعة جديدة للخزف أمام الزوار مساء الخميس.", // "the museum opened a hall …"
  "تأجلت مباراة القمة أسبوعا كاملا بسبب سوء الأحوال الجوية.", // "the match was put off …"
  "أعلنت الجامعة مواعيد التسجيل في كلياتها للفصل المقبل.", // "the university announced …"
];

function paragraphsOf(html: string): readonly string[] {
  return clean(readArticlePage(`<title>عودة الماء إلى الأحياء</title><body>${html}</body>`), {
    rules: shippedRules,
  }).paragraphs;
}

const p = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const card = (text: string, href: string): string =>
  `<div class="k7"><h3><a href="${href}">عنوان قصة من الموقع</a></h3><p>${text}</p></div>`;

describe("a row of boxes", () => {
  it("goes where each has a headline that leads to another page of the site", () => {
    const html = `<div class="a1"><h1>عودة الماء إلى الأحياء</h1>${p(story)}</div><div class="a2">${others.map((text) => card(text, "/n/1")).join("")}</div>`;
    expect(paragraphsOf(html)).toEqual(story);
  });

  it.each([
    [
      "its headlines lead to other sites",
      `<div class="a1">${p(story)}</div><div class="a2">${others.map((text) => card(text, "https://museum.example/1")).join("")}</div>`,
    ],
    [
      "it stands among the paragraphs, as a list of the text",
      `<div class="a1">${p(story)}${others.map((text) => card(text, "/n/1")).join("")}</div>`,
    ],
    [
      "its boxes have a time and no headline, as entries of a live report",
      `<div class="a1">${p(story)}</div><div class="a2">${others.map((text) => `<div class="k7"><time>10:20</time><p>${text}</p><a href="#s">شارك</a></div>`).join("")}</div>`,
    ],
  ])("stays where %s", (_why, html) => {
    const kept = paragraphsOf(`<h1>عودة الماء إلى الأحياء</h1>${html}`);
    expect(kept.filter((text) => story.includes(text))).toEqual(story);
    const shown = others.filter((text) => html.includes(text));
    expect(kept.filter((text) => others.includes(text))).toEqual(shown);
  });

  it("stays where the page has hardly any other text", () => {
    const kept = paragraphsOf(
      `<h1>أخبار اليوم كاملة</h1><div class="a2">${others.map((text) => card(text, "/n/1")).join("")}</div>`,
    );
    expect(kept.filter((text) => others.includes(text))).toEqual(others);
  });
});

describe("a box under a label", () => {
  const box = `<div><h3>التعليقات (3)</h3>${p(others)}</div>`;

  it("goes where text stands above it", () => {
    expect(paragraphsOf(`<h1>عودة الماء إلى الأحياء</h1><div>${p(story)}</div>${box}`)).toEqual(story);
  });

  it("takes no paragraph along that stands behind the box or beside the label", () => {
    const last = "وتعمل المحطة اليوم بنصف طاقتها، على أن تعود إلى طاقتها كاملة مطلع الأسبوع.";
    expect(paragraphsOf(`<h1>عودة الماء إلى الأحياء</h1><div>${p(story)}${box}${p([last])}</div>`)).toContain(
      last,
    );
    expect(
      paragraphsOf(`<h1>عودة الماء إلى الأحياء</h1><div>${p(story)}<h3>أهم الأخبار</h3>${p([last])}</div>`),
    ).toContain(last);
  });
});
