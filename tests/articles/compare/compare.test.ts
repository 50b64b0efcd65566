// What a comparison of tellings finds, and what it must not: pairs of sentences written for one rule each.
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/articles/article.ts";
import { compareTellings } from "../../../src/articles/compare/compare.ts";
import { tell } from "../../digest/story.ts";

const article = (number: number, source: string, sentences: readonly string[]): Article =>
  tell({ number, source, sentences }).lead;

/** Two outlets, a sentence each. */
const pair = (one: string, other: string) =>
  compareTellings([article(1, "صحيفة المرفأ", [one]), article(2, "وكالة ضفاف", [other])]);

const figuresOf = (one: string, other: string): readonly (readonly string[])[] =>
  pair(one, other).differences.map((mentions) => mentions.map(({ figure }) => figure.phrase));

describe("figures differ", () => {
  it.each([
    [
      "in digits of either kind and in words",
      "زرع المتطوعون ٤٥٠ شجرة على ضفة الوادي.", // 450 trees
      "زرع متطوعون على ضفة الوادي ثلاثين شجرة.", // thirty trees
      [["٤٥٠ شجرة", "ثلاثين شجرة"]],
    ],
    [
      "as shares, with a sign or in words",
      "ارتفع استهلاك الماء في أحياء المدينة القديمة بنسبة 12% هذا الصيف.",
      "ارتفع استهلاك الماء في أحياء المدينة القديمة 15 في المئة هذا الصيف.",
      [["12%", "15 في المئة"]],
    ],
    [
      "behind a letter that is glued to them",
      "أُصيب في الحادث ب14 راكباً كانوا في الحافلة الصغيرة.",
      "كان في الحافلة الصغيرة وقت الحادث 16 راكباً أصيبوا بجروح.",
      [["14 راكباً", "16 راكباً"]],
    ],
  ])("%s", (_rule, one, other, wanted) => {
    expect(figuresOf(one, other)).toEqual(wanted);
  });

  it.each([
    [
      "where both give the same, in other digits",
      "زرع المتطوعون 450 شجرة على ضفة الوادي.",
      "زرع متطوعون ٤٥٠ شجرة على ضفة الوادي.",
    ],
    [
      "where one rounds what the other counts",
      "بلغت كلفة الجسر الجديد فوق الوادي 1.204 مليون دينار.", // 1.204 million
      "بلغت كلفة الجسر الجديد فوق الوادي 1.2 مليون دينار.", // 1.2 million
    ],
    [
      "where one outlet has both: it means two things",
      "زرع المتطوعون 450 شجرة على ضفة الوادي، ونبتت 300 شجرة.",
      "زرع متطوعون على ضفة الوادي 300 شجرة.",
    ],
    [
      "where different things are counted",
      "زرع المتطوعون 450 شجرة على ضفة الوادي.",
      "زرع 60 متطوعاً أشجاراً على ضفة الوادي.",
    ],
    ["where sentences have too little in common", "يضم المتحف 450 لوحة.", "باع الرسام 20 لوحة."],
    [
      "where times and measures stand in sentences on other matters",
      "تستغرق الرحلة إلى الجزيرة 11 يوماً في الشتاء.",
      "يبقى السمك طازجاً في الجزيرة 3 أيام في الشتاء.",
    ],
    [
      "where one writes the whole in two parts",
      "بلغت قيمة صفقة الطائرات الجديدة 1.9 مليار دولار.", // 1.9 billion
      "قدرت قيمة صفقة الطائرات الجديدة بمليار و900 مليون دولار.", // a billion and 900 million
    ],
    [
      "where one is a fraction",
      "يغطي مصنع الإسمنت الجديد خمس حاجة البلاد.", // a fifth of the need
      "يغطي مصنع الإسمنت الجديد 90 حاجة من حاجات البلاد.",
    ],
    ["where they are years", "افتتح المتحف البحري عام 2024.", "افتتح المتحف البحري عام 2025."],
  ])("not %s", (_rule, one, other) => {
    expect(figuresOf(one, other)).toEqual([]);
  });

  it("and never between two articles of one outlet, whose later one knows more", () => {
    const [one, other] = [
      article(1, "صحيفة المرفأ", ["زرع المتطوعون 450 شجرة على ضفة الوادي."]),
      article(2, "صحيفة المرفأ", ["زرع متطوعون على ضفة الوادي ثلاثين شجرة."]),
    ];
    expect(compareTellings([one, other]).differences).toEqual([]);
    expect(compareTellings([one, other]).own.map(({ sentences }) => sentences.length)).toEqual([0, 0]);
  });
});

describe("what one outlet alone has", () => {
  const shared = "افتُتحت المكتبة المتنقلة في حي النخيل بحضور أطفال المدارس وأهاليهم.";
  const own = "وتحمل المكتبة 900 كتاب تبرعت بها الكاتبة هدى البحار لبرنامج «رف مفتوح».";
  const { own: found } = pair(`${shared} ${own}`.trim(), shared);
  const both = compareTellings([article(1, "أ", [shared, own]), article(2, "ب", [shared])]);

  it("is its sentences, figures and names", () => {
    expect(both.own[0]?.sentences.map(({ text }) => text)).toEqual([own]);
    expect(both.own[0]?.figures).toEqual(["900 كتاب"]);
    expect(both.own[0]?.names).toEqual(["هدى البحار", "رف مفتوح"]);
    expect(found[0]?.figures).toEqual(["900 كتاب"]);
  });

  it("is nothing that the other says too, in the same words or nearly", () => {
    expect(both.own[1]).toMatchObject({ sentences: [], figures: [], names: [] });
    const near = pair(shared, "شهد حي النخيل افتتاح مكتبة متنقلة حضره أطفال من المدارس.");
    expect(near.own.map(({ sentences }) => sentences.length)).toEqual([0, 0]);
  });

  it("is no name that stands in the other without its quotes", () => {
    const { own: names } = pair("أطلق البرنامج «رف مفتوح» أمس.", "بدأ أمس برنامج رف مفتوح للقراءة.");
    expect(names.map((each) => each.names)).toEqual([[], []]);
  });

  it("is no verb behind a first name, no fraction, and no figure whose unit stands elsewhere", () => {
    const { own: doubtful } = pair(
      "لم يكن عدنان يتوقع أن يوفر المحرك خمس الوقود، وبلغت ديون الشركة 740 مليوناً في نهاية الصيف.",
      "افتتح الميناء الجديد صباح أمس.",
    );
    expect(doubtful[0]).toMatchObject({ figures: [], names: [] });
  });

  it("is where its offsets say, in the article's text", () => {
    for (const { start, end, text } of both.own[0]?.sentences ?? [])
      expect(both.own[0]?.article.text.slice(start, end)).toBe(text);
  });
});

it("takes articles without a sentence, and none at all", () => {
  expect(compareTellings([])).toEqual({ differences: [], own: [] });
  expect(compareTellings([article(1, "", []), article(2, "", [])]).own).toHaveLength(2);
});
