// Reads commands that are said in plain words: «ملخص» (digest), «أخبار الاقتصاد» (news of the economy), «خبر ٤٢» (item 42).
import { bareWords } from "../text/bareWords.ts";
import { toLatinDigits } from "../text/digits.ts";

export interface Spoken {
  /** The command's name. */
  readonly name: string;
  readonly argument: string;
  /** The words name the command only where their argument means something to it, as «أخبار …» names a topic. */
  readonly isTentative?: boolean;
}

/** Whole messages, in any spelling that the normal form takes for the same; «ال» in front does not matter. */
const whole: Readonly<Record<string, readonly string[]>> = {
  start: ["ابدأ", "بداية", "مرحبا", "السلام عليكم", "start", "hello", "hi"],
  subscribe: ["اشترك", "اشتراك", "أريد الاشتراك", "اشترك الآن", "subscribe"],
  unsubscribe: [
    "إلغاء",
    "إلغاء الاشتراك",
    "ألغ الاشتراك",
    "إيقاف",
    "إيقاف الاشتراك",
    "قف",
    "unsubscribe",
    "stop",
  ],
  pause: ["إيقاف مؤقت", "توقف مؤقت", "إجازة", "pause"],
  resume: ["استئناف", "استأنف", "أكمل", "resume"],
  digest: ["ملخص", "ملخصي", "موجز", "الموجز الآن", "digest"],
  latest: ["أخبار", "آخر الأخبار", "أحدث الأخبار", "جديد", "news", "latest"],
  topics: ["مواضيع", "أقسام", "topics"],
  settings: ["إعدادات", "ضبط", "settings"],
  saved: ["محفوظات", "المحفوظة", "saved"],
  sources: ["مصادر", "sources"],
  language: ["لغة", "language"],
  privacy: ["خصوصية", "privacy"],
  mydata: ["بياناتي", "my data"],
  forget: ["احذف بياناتي", "امح بياناتي", "حذف بياناتي", "forget me"],
  help: ["مساعدة", "أوامر", "help"],
};

/** The beginning of a message, and the rest as the argument. */
const leading: readonly (readonly [RegExp, string, isTentative?: boolean])[] = [
  [/^(?:[اإأ]?بحث(?:\s+عن)?|search(?:\s+for)?)(?:[\s:]+([\s\S]*))?$/i, "search"],
  [/^(?:ال)?(?:خبر|مقال|article)\s*(?:رقم\s*)?#?([0-9]{1,12})$/i, "article"],
  [/^(?:تابع|متابعة|follow)\s+([\s\S]+)$/i, "follow"],
  [/^(?:[اأ]حجب|حجب|block)\s+([\s\S]+)$/i, "block"],
  [/^(?:[اأ]خبار|news\s+(?:of|about))\s+([\s\S]+)$/i, "latest", true],
];

const byWords = new Map(
  Object.entries(whole).flatMap(([name, phrases]) =>
    phrases.map((phrase) => [bareWords(phrase), name] as const),
  ),
);

/** The command that a text names, undefined for one that names none. */
export function readSpoken(text: string): Spoken | undefined {
  const words = toLatinDigits(text.replace(/[\u200B-\u200F\u061C\u2066-\u2069]/g, "")).trim();
  const name = byWords.get(bareWords(words));
  if (name !== undefined) return { name, argument: "" };
  for (const [shape, command, isTentative] of leading) {
    const match = shape.exec(words);
    if (match !== null) {
      const argument = (match[1] ?? "").trim();
      return { name: command, argument, ...(isTentative === true && { isTentative }) };
    }
  }
  return undefined;
}
