// The configuration that comes with the project: valid, equal to the defaults, and careful with real sentences.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { names, secretNames } from "../../src/config/variables.ts";
import { configOf, load } from "./sandbox.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const config = configOf(loadConfig({ env: { CONFIG_DIR: "config" }, cwd: root, isTerminal: false }));

describe("the shipped configuration", () => {
  it("shows the defaults in mujaz.yaml", () => {
    const bare = configOf(load());
    const { env: _, topics: _2, boilerplate: _3, messages: _4, ...settings } = config;
    expect(bare).toMatchObject(settings);
  });

  it("names every topic in every language that the bot speaks", () => {
    const locales = Object.keys(config.messages).sort();
    for (const { names } of config.topics) expect(Object.keys(names).sort()).toEqual(locales);
    expect(config.topics.map(({ id }) => id)).toEqual([
      "economy",
      "science",
      "health",
      "technology",
      "culture",
      "general",
    ]);
  });

  it("gives each topic enough words, and no sure word to two topics", () => {
    const sure = config.topics.flatMap(({ words }) => Object.keys(words).filter((word) => words[word] === 3));
    expect(new Set(sure).size).toBe(sure.length);
    for (const { id, words } of config.topics.filter((topic) => topic.id !== "general")) {
      expect(Object.keys(words).length, id).toBeGreaterThanOrEqual(25);
    }
  });

  it("lists every variable in .env.example, and no other", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const listed = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...listed].sort()).toEqual([...names, ...secretNames.map((name) => `${name}_FILE`)].sort());
  });
});

const dropped = (line: string): string | undefined =>
  config.boilerplate.find(({ pattern }) => pattern.test(line))?.id;

describe("the shipped rules of page furniture", () => {
  it.each([
    ["الأكثر قراءة", "most-read"], // most read
    ["الأكثر مشاهدة اليوم:", "most-read"], // most viewed today
    ["No stories found.", "no-stories"],
    ["logo", "logo"],
    ["www.example.com", "site-address"],
    ["https://example.com/news/12?x=1", "site-address"],
    ["اقرأ أيضا", "read-also"], // read also
    ["إقرأ أيضًا | أسرار التمور", "read-also"], // read also | secrets of dates
    ["شارك", "share-bar"], // share
    ["مشاركة عبر واتساب", "share-bar"], // share by WhatsApp
    ["فيسبوك تويتر واتساب", "share-row"],
    ["تابعونا على تيليغرام", "follow-us"], // follow us on Telegram
    ["حجم الخط أ+ أ-", "font-size"], // font size
    ["الرئيسية » علوم » فضاء", "breadcrumbs"], // home » science » space
    ["© جميع الحقوق محفوظة", "copyright"], // all rights reserved
    ["بقلم: كاتبة الموقع", "byline"], // by: the site's writer
    ["١٢ مارس ٢٠٢٦", "date-line"], // 12 March 2026
    ["12/03/2026 10:30", "date-line"],
    ["آخر تحديث: ١٢ مارس ٢٠٢٦ - ١٠:٣٠", "updated"], // last update
    ["[إعلان]", "advertisement"],
    ["Tags: water, farming", "tags"],
  ])("drop «%s»", (line, id) => expect(dropped(line)).toBe(id));

  it.each([
    "الأكثر قراءة بين الكتب هذا العام رواية عن البحر.", // The most read of this year's books is a novel about the sea.
    "تابعنا على مدى عام كامل نمو الأشجار في الوادي.", // We followed for a whole year the growth of the trees in the valley.
    "شارك في الدراسة أكثر من ألف متطوع من خمس مدن.", // More than a thousand volunteers took part in the study.
    "مشاركة المزارعين في المشروع رفعت الإنتاج.", // The farmers' part in the project raised the yield.
    "كتب الباحثون في تقريرهم أن المياه الجوفية تتراجع.", // The researchers wrote in their report that …
    "نشر في مجلة علمية بحث عن تأثير النوم في الذاكرة عام 2025.", // A study was published in a journal in 2025 …
    "إعلان النتائج تأخر أسبوعين بسبب الأحوال الجوية.", // The announcement of the results was two weeks late …
    "صورة الأقمار الصناعية تظهر تراجع الغطاء الجليدي.", // The satellite picture shows the ice retreating.
    "المصدر الأول للطاقة في القرية هو الشمس.", // The village's first source of energy is the sun.
    "التعليقات التي جمعها الفريق ساعدت على تحسين التطبيق.", // The comments that the team gathered helped …
    "آخر الأخبار الواردة من المختبر تبشر بنجاح التجربة.", // The latest news from the laboratory …
    "منذ ثلاث ساعات والعمال يحاولون إصلاح السد.", // For three hours workers have been trying to mend the dam.
    "حمل التطبيق الجديد اسم المدينة القديمة.", // The new application bore the name of the old city.
    "البريد الإلكتروني ما زال أكثر وسائل العمل انتشاراً.", // E-mail is still the commonest tool of work.
    "جميع الحقوق محفوظة للمزارعين بحسب القانون الجديد، كما قال الوزير.", // All rights are kept for the farmers …
    "المزيد من المدارس تفتح مكتباتها للجيران في المساء.", // More schools open their libraries to neighbours …
    "يقرأ الطلاب أيضاً نصوصاً من التراث.", // The students also read old texts.
    "سجل المتحف ارتفاعاً في عدد الزوار.", // The museum recorded a rise in visitors.
    "القائمة تضم عشرين موقعاً أثرياً.", // The list holds twenty sites.
    "الرئيسية في هذا البحث فكرة بسيطة.", // The main thing in this study is a simple idea.
    "في 12 مارس 2026 افتتح المعرض أبوابه.", // On 12 March 2026 the exhibition opened.
    "الأحد 12 مارس 2026 كان يوماً ممطراً في الجبال.", // Sunday 12 March 2026 was a rainy day …
    "3.5",
    "Share prices rose for the third day.",
    "Copyright law protects authors for decades.",
    "Search engines index the page within hours.",
  ])("keep «%s»", (sentence) => expect(dropped(sentence)).toBeUndefined());

  // A pattern with nested repeats would never come back from one of these.
  it("come back from lines that are made to mislead them", () => {
    const tricks = ["الرئيسية / ", "#ا ", "فيسبوك | ", "a.", "من نحن | ", "رويترز - ", "1"].map(
      (piece) => `${piece.repeat(20_000)}!`,
    );
    for (const line of tricks) expect(dropped(line)).toBeUndefined();
  });
});
