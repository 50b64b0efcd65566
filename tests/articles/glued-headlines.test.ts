// Rows of headlines in one line, stamps and widgets above a scrape: what goes, and what looks alike and stays.
import { describe, expect, it } from "vitest";
import { clean } from "../../src/articles/clean.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { areVerses } from "../../src/articles/verses.ts";
import { parsedOf } from "./fixture.ts";
import { shippedRules } from "./pages.ts";

const cleanText = (...lines: readonly string[]) =>
  clean(parsedOf(parseDocument(new TextEncoder().encode(lines.join("\n")), "a.txt")), {
    rules: shippedRules,
  });

const story = [
  "أصلحت البلدية أمس المضخة الرئيسية في محطة الشرق، وعاد الماء إلى سبعة أحياء بعد انقطاع دام يومين.",
  "وقال مهندس المحطة إن القطعة التالفة صنعت في ورشة محلية، لأن استيراد المضخة كان سيستغرق ثلاثة أسابيع.",
  "وتعمل المحطة اليوم بنصف طاقتها، على أن يعود الماء إلى الأحياء كلها مطلع الأسبوع.",
];
/** Five headlines of other articles without any gap between them. */
const row =
  "افتتاح معرض الخزف في قاعة المتحف تأجيل مباراة القمة أسبوعا كاملا الجامعة تعلن مواعيد التسجيل ارتفاع أسعار البن في الأسواق فوز فريق الناشئين ببطولة الشاطئ حريق محدود في مخزن للأخشاب";

describe("a row of headlines in one line", () => {
  it.each([
    ["above the text", [row, ...story]],
    ["below it", ["عودة الماء إلى الأحياء", ...story, row]],
  ])("goes %s", (_where, lines) => {
    const cleaned = cleanText(...lines);
    expect(cleaned.paragraphs).toEqual(story);
    expect(cleaned.removed).toContainEqual({ text: row, rule: "strip" });
  });

  it.each([
    [
      "tells of the same",
      "عاد الماء إلى أحياء الشرق بعد إصلاح المضخة الرئيسية في المحطة وقال مهندس البلدية إن المضخة ستعمل بنصف طاقتها حتى مطلع الأسبوع المقبل ثم تعود إلى العمل كاملة",
      story,
    ],
    ["stands in a text without final marks", row, story.map((text) => text.slice(0, -1))],
    [
      "is a sentence with its commas",
      "افتتح المتحف قاعة الخزف، وتأجلت مباراة القمة، وأعلنت الجامعة مواعيد التسجيل، وارتفعت أسعار البن، وفاز فريق الناشئين ببطولة الشاطئ في يوم واحد مزدحم بالأحداث",
      story,
    ],
  ])("stays where it %s", (_why, line, text) => {
    expect(cleanText("عودة الماء إلى الأحياء", line, ...text).paragraphs).toContain(line);
  });
});

describe("the headline below a widget", () => {
  it("is the line said twice, not the headline with «المزيد» under it", () => {
    const title = "عودة الماء إلى سبعة أحياء في الشرق";
    const cleaned = cleanText(
      "تفاصيل معرض الخزف في المتحف",
      "المزيد",
      title,
      "محليات",
      "2026-03-12 | 02:34",
      title,
      "324 شوهد",
      ...story,
    );
    expect(cleaned).toMatchObject({ title, paragraphs: story });
  });

  it("is not overtaken by a caption that is said twice", () => {
    const title = "عودة الماء إلى سبعة أحياء في الشرق";
    const caption = "مهندسون أمام مضخة المحطة";
    expect(cleanText(title, caption, "TT", caption, ...story).title).toBe(title);
  });

  it.each([
    "وكالات",
    "آخر الأخبار",
    "توقيت العاصمة 13:53:48 آخر تحديث",
    "خبر جديد (نشر في 15/9/2026 | آخر تحديث: 23:53 (توقيت العاصمة)",
  ])("is not «%s»: a text without one has none", (line) => {
    expect(cleanText(line, ...story)).toMatchObject({ title: "", paragraphs: story });
  });
});

describe("datelines", () => {
  it.each([
    ["أربيل (شمس 24)- ", "أربيل (شمس 24)"],
    ["شمس برس – الرباط. ", "شمس برس – الرباط."],
  ])("splits off «%s»", (head, dateline) => {
    const [first = "", ...rest] = story;
    expect(cleanText("عودة الماء إلى الأحياء", `${head}${first}`, ...rest)).toMatchObject({
      dateline,
      paragraphs: story,
    });
  });
});

describe("verses", () => {
  it.each([
    [
      "lines that rhyme",
      [
        "سلام على النخل حين استوى",
        "وحين سقته السواقي العذاب",
        "سلام على كل باب هوى",
        "ومفتاحه في يدي لا يجاب",
      ],
      true,
    ],
    [
      "headlines",
      ["افتتاح معرض الخزف في المتحف", "تأجيل مباراة القمة أسبوعا كاملا", "الجامعة تعلن مواعيد التسجيل"],
      false,
    ],
    ["sections, which end alike", ["سياسة", "رياضة", "ثقافة"], false],
    ["two lines", ["يا بحر عدت إليك من سفر", "والريح في كفي وفي بصر"], false],
  ])("%s", (_what, lines, are) => expect(areVerses(lines)).toBe(are));
});
