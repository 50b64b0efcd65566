// A raw scrape, as it comes from a page: the title three times and glued, sub-headings, ellipses, mixed quotes, furniture.
import { describe, expect, it } from "vitest";
import { summarize } from "../../src/summary/summarize.ts";

const title = "هل تعود السكك الحديدية إلى الصحراء؟"; // Will the railway return to the desert?
const lead =
  "تعتزم هيئة النقل إعادة تشغيل خط السكة الحديدية الذي يربط الميناء بمدن الصحراء، بعد توقف استمر أكثر من ثلاثين عاما.";
const quoted =
  'وقال مدير الهيئة إن "الخط سيخدم المزارعين أولا (... ) والهدف هو نقل المحاصيل خلال يوم واحد"، مشيرا إلى أن الكلفة تبلغ 3.5 مليار.';
const paragraphs = [
  lead,
  "ويمتد الخط على 640 كم. من الساحل إلى الواحات، ويضم 14 محطة أغلقت أبوابها تباعا منذ نهاية القرن الماضي.",
  "وأضاف، “لن ننتظر عشر سنوات أخرى. العمل يبدأ في الربيع”.",
  quoted,
];
const subheading = '"قطار" الواحات الأخضر';
const later = [
  "سكان الواحات يستقبلون الخبر بحذر، إذ يتذكر كثيرون منهم وعودا سابقة لم تنفذ، ويطالبون بجدول زمني معلن للأعمال.",
  "تقدر دراسة جامعية أن يخفض الخط كلفة نقل التمور إلى النصف.. وهو ما يراهن عليه التجار في موسم الحصاد المقبل.",
];
const furniture = ["الأكثر قراءة", "No stories found.", "logo", "أخبار الواحة", "www.example.com"];
const scrape = [
  title,
  `${title}${title}`,
  "",
  title,
  "",
  "الثلاثاء 24 نوفمبر 2026",
  "فيسبوك تويتر واتساب",
  "",
  ...paragraphs.flatMap((each) => [each, ""]),
  subheading,
  "",
  ...later.flatMap((each) => [` ${each}`, ""]),
  "اقرأ أيضاً",
  "هل ترتفع أسعار التمور هذا العام؟",
  "",
  ...furniture,
].join("\n");

describe.each([
  ["with its title", title],
  ["without its title", undefined],
])("a scrape %s", (_name, known) => {
  const input = known === undefined ? { text: scrape } : { text: scrape, title: known };

  it("is summarised by its body, beginning with the lead", () => {
    const { sentences } = summarize(input, { sentences: 3 });
    expect(sentences.length).toBe(3);
    expect(sentences[0]?.text).toBe(lead);
  });

  it("gives nothing but sentences of the body, however long the summary", () => {
    const body = [...paragraphs, ...later].join("\n");
    const { sentences } = summarize(input, { sentences: 50 });
    expect(sentences.length).toBeGreaterThan(5);
    for (const { text, start, end } of sentences) {
      expect(body).toContain(text);
      expect(scrape.slice(start, end)).toBe(text);
      expect(text).not.toContain(title);
    }
  });

  it("keeps the quotation with its ellipsis whole", () => {
    expect(summarize(input, { sentences: 50 }).sentences.map(({ text }) => text)).toContain(quoted);
  });
});

describe("furniture", () => {
  const sentence = (name: string): string =>
    `${Array.from({ length: 22 }, (_, at) => `${name}${at}`).join(" ")}.`;
  const [first, second, third] = ["أول", "ثان", "ثالث"].map(sentence) as [string, string, string];
  const chosen = (text: string): readonly string[] =>
    summarize({ text }, { sentences: 9 }).sentences.map((each) => each.text);

  it("behind «الأكثر قراءة» at the end of a text goes to its end", () => {
    const teasers = ["الأسعار ترتفع في السوق المحلي اليوم.", "المطر يعود إلى المدينة غدا."];
    expect(chosen([first, second, "الأكثر قراءة", ...teasers].join("\n"))).toEqual([first, second]);
  });

  it("behind «اقرأ أيضا» in the middle ends with the next paragraph", () => {
    const text = [first, "اقرأ أيضا", "الأسعار ترتفع في السوق المحلي اليوم.", second, third].join("\n");
    expect(chosen(text)).toEqual([first, second, third]);
  });

  it("behind «اقرأ أيضا» near the end does not hide a paragraph that follows", () => {
    const text = [first, second, "اقرأ أيضا", "الأسعار ترتفع في السوق المحلي اليوم.", third].join("\n");
    expect(chosen(text)).toEqual([first, second, third]);
  });

  it("early in a text of short lines takes a few of them at most", () => {
    const lines = Array.from({ length: 20 }, (_, at) => `السطر ${at} يحكي أمرا جديدا مختلفا${at} هنا.`);
    const left = chosen([first, "اقرأ أيضا", ...lines].join("\n"));
    expect(left).toContain(lines[8]);
    expect(left).not.toContain(lines[7]);
  });

  it("in the line of a paragraph is left out", () => {
    expect(chosen(`${first} اقرأ أيضا: الأسعار ترتفع في السوق.\n${second}`)).toEqual([first, second]);
  });

  it("is what the caller says it is", () => {
    const own = "نشرة الواحة تصلكم كل صباح مع قهوتكم.";
    const text = [own, first].join("\n");
    expect(chosen(text)).toContain(own);
    const { sentences } = summarize({ text, isFurniture: (line) => line === own }, { sentences: 9 });
    expect(sentences.map((each) => each.text)).toEqual([first]);
  });

  it("alone gives an empty summary", () => {
    expect(chosen("www.example.com\nNo stories found.\n24 نوفمبر 2026")).toEqual([]);
  });
});

describe("the title", () => {
  const body = "تبدأ البلدية غدا أعمال ترميم السوق القديم وسط المدينة بعد نقاش طويل.";
  const chosen = (text: string, known: string): readonly string[] =>
    summarize({ text, title: known }, { sentences: 9 }).sentences.map((each) => each.text);

  it.each([
    ["said again", "ترميم السوق القديم يبدأ غدا.", "ترميم السوق القديم يبدأ غدا"],
    ["in other spelling and quotes", "ترميم «السوق القديم» يبدأ غداً.", 'ترميم "السوق القديم" يبدأ غدا'],
    ["in another order", "يبدأ غدا ترميم السوق القديم.", "ترميم السوق القديم يبدأ غدا"],
    [
      "glued to itself",
      "ترميم السوق القديم يبدأ غداترميم السوق القديم يبدأ غدا.",
      "ترميم السوق القديم يبدأ غدا",
    ],
    ["asked again", "هل يبدأ حقا ترميم السوق القديم؟", "هل يبدأ ترميم السوق القديم غدا؟"],
    ["in a part of it", "ترميم السوق يبدأ.", "ترميم السوق يبدأ. والتجار ينتظرون"],
  ])("is not chosen %s", (_name, line, known) => {
    expect(chosen(`${line}\n${body}`, known)).toEqual([body]);
  });

  it("does not stop the lead that tells it in full", () => {
    expect(chosen(body, "البلدية تبدأ ترميم السوق القديم")).toEqual([body]);
  });

  it("is chosen where nothing else is there", () => {
    expect(chosen("ترميم السوق القديم يبدأ غدا.", "ترميم السوق القديم يبدأ غدا")).toEqual([
      "ترميم السوق القديم يبدأ غدا.",
    ]);
  });
});
