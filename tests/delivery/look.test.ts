import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { createDrawCard } from "../../src/delivery/cardPicture.ts";
import type { CardContent } from "../../src/digest/card.ts";

const titles = [
  "ارتفاع مبيعات iPhone 15 بنسبة 12.5% في أسواق الخليج خلال الربع الثالث",
  "الأولاد في «دار الآلات»: لا مدرسة بلا مكتبة، ولا مكتبة بلا قارئ",
  "مُحَمَّدٌ يكتب: كـــيف نقرأ الأخبار؟",
  "شركة (Apple Inc.) تفتتح مركزاً للأبحاث في مدينة المرفأ الجديدة بحضور مئات المهندسين والطلاب من سبع دول، وتقول إن العمل فيه يبدأ مطلع العام المقبل بعد تجارب امتدت ثلاث سنوات 😀",
  "Harbour museum opens its archive to the public",
  "محطة تحلية جديدة تخدم 120 ألف نسمة",
  "مجلس المدينة يقر خطة النقل العام 2026–2030",
  "باحثون يرسمون خريطة للشعاب المرجانية في البحر الأحمر",
  "مهرجان القراءة يعود بعد غياب عامين",
  "ورشة لإصلاح الهواتف القديمة في 14 حياً",
];
const make = (n: number, direction: "rtl" | "ltr" = "rtl"): CardContent => ({
  direction,
  name: direction === "rtl" ? "موجز" : "Mujaz",
  day:
    direction === "rtl"
      ? "الثلاثاء 24 نوفمبر 2026 · 14 جمادى الآخرة 1448 هـ"
      : "Tuesday 24 November 2026 · 14 Jumada II 1448 AH",
  stories: Array.from({ length: n }, (_, i) => ({
    title: titles[i % 10] ?? "",
    direction: i % 10 === 4 ? ("ltr" as const) : ("rtl" as const),
    outlet: i % 2 ? "\u2068صحيفة المرفأ\u2069 و\u20683\u2069 مصادر أخرى" : "\u2068وكالة Harbour News\u2069",
    ...(n > 1 && { ordinal: String(i + 1) }),
  })),
  others: (c) => `و\u2068${c}\u2069 أخبار أخرى`,
  address: "@mujaz_bot",
});
it("look", async () => {
  const draw = createDrawCard();
  for (const n of [1, 2, 5, 10]) {
    const t = performance.now();
    const png = await draw(make(n));
    console.log(n, png?.length, performance.now() - t);
    if (png) writeFileSync(`/tmp/cardexp/c${n}.png`, png);
  }
  const en = make(5, "ltr");
  const png = await draw({
    ...en,
    stories: en.stories.map((s, i) =>
      i === 2
        ? s
        : {
            ...s,
            title:
              [
                "Harbour museum opens its archive to the public after three years of work on its cellars",
                "Sales of phones rise 12.5% in the Gulf",
                "",
                "City council (Majlis) passes its transport plan for 2026–2030",
                "Readers’ festival is back – “at last”",
              ][i] ?? "",
            direction: "ltr" as const,
            outlet: "Harbour News and \u20682\u2069 others",
          },
    ),
    others: (c) => `and ${c} more stories`,
  });
  if (png) writeFileSync("/tmp/cardexp/en.png", png);
});
