// Lines that no article is made of, and lines that only look like them.
import { describe, expect, it } from "vitest";
import { isEnding, isNoise } from "../../src/summary/noise.ts";

describe("is furniture", () => {
  it.each([
    ["a share bar", "فيسبوك | تويتر | واتساب"],
    ["an English share bar", "Facebook Twitter WhatsApp"],
    ["a call to share", "شارك الخبر مع أصدقائك عبر:"],
    ["a link to more", "اقرأ أيضاً: هل ترتفع الأسعار غدا؟"],
    ["a link to more in other spelling", "إقرأ أيضا : أسعار القمح ترتفع."],
    ["a call to follow", "تابعونا على صفحاتنا في مواقع التواصل!"],
    ["a newsletter", "اشترك في النشرة البريدية ليصلك كل جديد."],
    ["an empty list of the page", "No stories found."],
    ["a web address", "www.example-news.com"],
    ["a bare domain", "example-news.com"],
    ["a mail address", "desk@example-news.com"],
    ["a date", "الثلاثاء، 24 نوفمبر 2026 - 10:30 ص"],
    ["a date in Arabic-Indic digits", "٢٤ تشرين الثاني ٢٠٢٦"],
    ["an English date", "Tuesday, 24 November 2026"],
    ["an age", "منذ 3 ساعات"],
    ["an update", "آخر تحديث: 24 نوفمبر 2026 بتوقيت غرينتش."],
    ["a copyright", "جميع الحقوق محفوظة © 2026."],
    ["an English copyright", "© 2026 Example News. All rights reserved."],
    ["a credit", "تصوير: قسم الصور"],
    ["a byline", "كتب - مراسل الشؤون الاقتصادية"],
    ["a counter", "1,250 مشاهدة"],
    ["breadcrumbs", "الرئيسية > أخبار > اقتصاد"],
    ["key words", "كلمات دالة: مياه، زراعة، قمح."],
    ["a logo", "logo"],
    ["hashtags", "#مياه #زراعة"],
    ["cookies", "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك."],
    ["a rule", "* * *"],
  ])("%s", (_name, line) => expect(isNoise(line)).toBe(true));
});

describe("is the article's", () => {
  it.each([
    "شارك في المؤتمر 500 عالم من عشر دول.",
    "اشترك في المسابقة خمسون طالبا.",
    "مشاركة المرأة في العمل ارتفعت هذا العام.",
    "إعلان النتائج غدا صباحا.",
    "تقرير: الأسعار ترتفع في الأسواق.",
    "تابع المجلس مناقشة الموازنة أمس.",
    "الرئيسية أن المشروع بدأ.",
    "صورة المدينة تغيرت كثيرا.",
    "حفظ الأمن مهمة صعبة.",
    "في 24 نوفمبر 2026 بدأ العمل.",
    "يوم واحد لا يكفي.",
    "المصدر: هكذا كان أهل القرية يسمون العين التي تخرج من سفح الجبل الكبير",
    "Search teams found the boat.",
    "Home prices rose by 3 percent.",
    "زار الموقع www.example.com عدد كبير من القراء.",
  ])("%s", (line) => expect(isNoise(line)).toBe(false));

  it("a long paragraph, whatever it begins with", () => {
    expect(isNoise(`تابعونا ${"كلمة ".repeat(30)}.`)).toBe(false);
  });
});

describe("announces other articles", () => {
  it.each([
    "الأكثر قراءة",
    "الأكثر قراءةً:",
    "أخبار ذات صلة",
    "اقرأ أيضاً",
    "Related articles",
    "التعليقات (12)",
  ])("%s", (line) => expect(isEnding(line)).toBe(true));
  it.each(["الأكثر قراءة بين الطلاب كتب التاريخ", "أخبار المدينة", "قد يهمك أن تعرف هذا"])(
    "not: %s",
    (line) => expect(isEnding(line)).toBe(false),
  );
});
