// Knows lines of a page that are not the article: share bars, "read also", addresses, dates, credits.
import { normalize } from "../text/normalize.ts";
import { countWords } from "../text/words.ts";

/** After one of these, near the end of a text, nothing of the article follows. Normalised. */
const endings = /^(الاكثر (قراءه|مشاهده|تعليقا|شيوعا)|اخبار ذات صله|مواضيع ذات صله|مقالات ذات صله|اقرا المزيد|المزيد من|related (articles|stories)|most read)/;

const furniture = [
  /^(اقرا|شاهد|طالع|انظر) (ايضا|كذلك|المزيد)/,
  /^(تابعونا|تابعنا|انضم|اشترك|شارك|مشاركه|ارسال|طباعه|نسخ الرابط|حفظ|تعليقات?|التعليقات|اعلان|الوسوم|كلمات (داله|مفتاحيه))(?![\p{L}])/u,
  /^(الرييسيه|الصفحه الرييسيه)(\s|$)/,
  /^(حجم الخط|اخر تحديث|تاريخ النشر|نشر في|نشرت?:|كتب:|كتبت:|المصدر:|تصوير:|الصوره:)/,
  /(جميع )?(الحقوق محفوظه|حقوق النشر)/,
  /^(share|follow us|subscribe|sign up|read more|advertisement|copyright|©|all rights reserved|no stories found|logo|home|menu|search)(?![\p{L}])/u,
  /^(https?:\/\/|www\.)\S+$/,
  /^\S+@\S+\.\S+$/,
  /^[\w-]+(\.[\w-]+)+$/,
];

/** True for a line that no article is made of. Anchored and conservative: what is doubtful is not furniture. */
export function isNoise(line: string): boolean {
  const text = normalize(line);
  if (!/\p{L}/u.test(text)) return true;
  return countWords(text) <= 16 && furniture.some((pattern) => pattern.test(text));
}

/** True for a line behind which only furniture stands. */
export function isEnding(line: string): boolean {
  const text = normalize(line);
  return countWords(text) <= 6 && endings.test(text);
}
