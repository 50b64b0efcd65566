// Shapes of scrapes as real pages have them, in words of our own: what stands above a short report, and behind it.
import { describe, expect, it } from "vitest";
import { type Cleaned, clean } from "../../src/articles/clean.ts";
import { isStampLine } from "../../src/articles/date-line.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { parsedOf } from "./fixture.ts";
import { shippedRules } from "./pages.ts";

const cleanText = (text: string): Cleaned =>
  clean(parsedOf(parseDocument(new TextEncoder().encode(text), "a.txt")), { rules: shippedRules });

// A road closed by floods, in three paragraphs.
const first =
  "أعلنت إدارة المرور في محافظة الوادي صباح اليوم إغلاق الطريق الساحلي أمام الشاحنات بعد أن غمرت السيول ثلاثة من جسوره خلال الليل.";
const second =
  "وأوضحت الإدارة أن فرق الصيانة بدأت رفع الأنقاض عن الطريق، وأن الشاحنات ستسلك طريق الجبل إلى حين انتهاء العمل.";
const third = "وأشارت إلى أن السيول لم تصب أحداً بأذى، وأن الطريق سيفتح أمام المركبات الصغيرة مساء الغد.";
const report = [first, second, third];
const headline = "السيول تغلق الطريق الساحلي أمام الشاحنات"; // "floods close the coast road …"

describe("what stands above a report", () => {
  it.each([
    ["a section", "أخبار الرياضة"], // "sports news"
    ["sections that were glued together", "آخر الأخبارشؤون محلية"],
    ["the outlet's name", "ضفاف نيوز"],
    ["a name in other letters", "Express Radio Le programme en cours"],
  ])("%s in the first line is no headline", (_name, line) => {
    const cleaned = cleanText([line, headline, ...report].join("\n"));
    expect(cleaned.title).toBe(headline);
    expect(cleaned.paragraphs).toEqual(report);
  });

  it.each([
    ["outlet and place", "شمس نيوز - غزة"],
    ["place and outlet, with a stroke behind", "غزة / سما /"],
    ["a date and an outlet", "date 2026-03-12 ضفاف نيوز- محافظات"],
  ])("%s before the text are no title", (_name, line) => {
    const cleaned = cleanText([line, ...report].join("\n"));
    expect(cleaned.title).toBe("");
    expect(cleaned.paragraphs).toEqual(report);
  });

  it.each([
    ["a byline", "كتب سالم الوادي"],
    ["a byline with date", "كتب: سالم الوادي الخميس 30-11-2017 23:18"],
    ["place and correspondent", "غزة/ الداخلية:"],
    ["a date with a pair of months", "29 نوفمبر/تشرين الثاني 2021 الساعة . 09:07 ص   بتوقيت القدس"],
    ["a stamp of publishing", "تم نشره في الأربعاء 25 آذار / مارس 2015. 02:00 مـساءً"],
    ["the headline with a caption behind it", `${headline} آثار السيول على الجسور`],
    ["the number of an issue", "العدد 116"],
  ])("%s goes, however short the report is", (_name, line) => {
    const cleaned = cleanText([headline, "", line, "", first, "", second].join("\n"));
    expect(cleaned.title).toBe(headline);
    expect(cleaned.paragraphs).toEqual([first, second]);
  });

  it("the headline of a dump stands above its date and the points of the report", () => {
    const menu = [
      "2026-02-15 | 2:51 مساءً",
      "  • الرئيسية",
      "  • محليات",
      "  • وظائف",
      "No Result",
      "View All Result",
    ];
    const points = [
      "إدارة المرور: ثلاثة جسور غمرتها السيول خلال الليل",
      "طريق الجبل بديل للشاحنات حتى نهاية الأسبوع",
    ];
    const text = [
      ...menu,
      "Home محليات",
      "",
      headline,
      "",
      "الأحد, 15 فبراير 2026, 12:26",
      "",
      ...points,
      "",
      ...report,
    ];
    const cleaned = cleanText(text.join("\n"));
    expect(cleaned.title).toBe(headline);
    expect(cleaned.paragraphs).toEqual([...points, ...report]);
  });

  it("headlines of other articles go from the beginning of a dump", () => {
    const ticker = [
      "نقوش الحناء زينة الصغيرات في مهرجان الربيع",
      "موجة برد تصل ذروتها نهاية الأسبوع",
      "فريق المنارة يخطف فوزا قاتلا أمام ضيفه",
      "ترتيب الدوري بعد تعادل الكبار",
    ];
    expect(cleanText([headline, ...ticker, ...report].join("\n")).paragraphs).toEqual(report);
  });

  it("two lines of unequal length are not one paragraph that a margin broke", () => {
    const cleaned = cleanText(
      `${headline}\n\n${headline}\nالجمعة 20 نونبر 2020 - 09:00\n\n${report.join("\n\n")}`,
    );
    expect(cleaned.paragraphs).toEqual(report);
    expect(cleaned.published).toBe("2020-11-20T09:00:00.000Z");
  });
});

describe("what stands behind a report", () => {
  it.each([
    ["a poll", ["استطلاع رأي", "هل ترى أن طريق الجبل يكفي بديلاً عن الطريق الساحلي في الشتاء؟"]],
    [
      "a stretched label and its headlines",
      ["قـــد يهمــــــــك أيضــــــاُ : ", "ارتفاع أسعار الخضار في سوق الخميس"],
    ],
    ["a wall before the archive", ["مقال مؤرشفهذا المقال مخصص للمشتركين", "لديك حساب ؟ تسجيل الدخول"]],
    [
      "a notice for comments",
      ["ملاحظة : نرجو ممن يرغب بإضافة تعليق، صياغته بلغة لائقة بعيدة عن القدح والذم."],
    ],
    [
      "headlines of others without a label",
      [
        "ضبط مصنع للحلوى المقلدة في المدينة",
        "مهرجان الزيتون يعود إلى القرية بعد عامين من الغياب",
        "نجم المنارة يعلن اعتزال اللعب",
      ],
    ],
    [
      "the beginnings of others under a label",
      [
        "في نفس السياق",
        "نشرت مجموعة من القراصنة على منصة مغلقة قوائم بأسماء المشتركين في خدمة للبريد وقالت إنها ست",
        "07:00 - 2026/01/02",
      ],
    ],
  ])("%s goes", (_name, lines) => {
    const cleaned = cleanText([headline, ...report, "", ...lines].join("\n"));
    expect(cleaned.title).toBe(headline);
    expect(cleaned.paragraphs).toEqual(report);
  });

  it("the text's own last lines stay, though no mark ends them", () => {
    const own = ["السيول تغمر جسور الطريق الساحلي", "الشاحنات تسلك طريق الجبل"];
    const cleaned = cleanText(
      [headline, "", report.join("\n\n"), "", "وجاءت القرارات كالآتي:", ...own].join("\n"),
    );
    expect(cleaned.paragraphs.join(" ")).toContain(own.join(" "));
  });
});

describe("lines that are a date alone", () => {
  it.each([
    "29 نوفمبر/تشرين الثاني 2021 الساعة . 09:07 ص بتوقيت القدس",
    "تاريخ النشر: 08/11/16 | 12:26",
    "2015 05 14",
    "الجمعة 20 نونبر 2020 - 09:00",
  ])("«%s» is one", (line) => expect(isStampLine(line)).toBe(true));

  it.each([
    "سجل 2026 رقما جديدا", // "2026 set a record"
    "افتتح الجسر في 12 مارس 2026", // "the bridge opened on 12 March"
    "2026",
  ])("«%s» is none", (line) => expect(isStampLine(line)).toBe(false));
});
