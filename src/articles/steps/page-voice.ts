// Drops what no list of rules names: captions, and lines that are surely the page speaking to its visitor.
import { isNoise } from "../../summary/noise.ts";
import { pageVoiceOf } from "../../summary/pageVoice.ts";
import { readSentence } from "../../summary/reading.ts";
import { isCaption } from "../../text/captions.ts";
import { splitSentences } from "../../text/sentences.ts";
import { countWords } from "../../text/words.ts";
import { isBody } from "../lines.ts";
import { type Line, type Step, withoutLines } from "../step.ts";
import { isOutletName } from "../title-ends.ts";

/** Voice of every sentence of a line, on the scale of `pageVoiceOf`: certain by itself, or beside a phrase of pages. */
const voice = { certain: 3, supporting: 1.5 } as const;
/** A longer line is a paragraph, whatever its words. */
const mostWords = 60;
/** Stems of what a page speaks about: a paragraph without two of them is not listened to, which saves most of the time. */
const aboutPages =
  /موقع|صفح|نشر|اشتر|مشترك|بريد|تطبيق|تابع|رابط|روابط|حقوق|تعليق|شارك|قنا[تة]|قنوات|إعلان|كاتب|كتاب|صح[فا]|محرر|مراسل|سجل|تسجيل|حساب|كوكيز|ارتباط|خصوصي|يمكنك|لكم?(?![\p{L}])|استطلاع|تصويت|تحديث|مقال|خدم|عرض|خصم|متجر|حم[ّ]?ل|اضغط|انقر|زوار|قر[اّ]?ء|ترخيص|تصدر|مواليد|خريج|باحث|cookie|subscri|newsletter|site|page|article|story|click|sign|follow|our|your|report|edit|email/giu;

/** A longer line is a paragraph that names its source. */
const captionWords = 30;
/** Where more of the paragraphs' words sound like a page, the text is about pages: a guide, a report on an application. */
const mostShare = 0.25;
const leastParagraphs = 3;
/** Lines that end in a question mark, from which on a text is an interview. */
const leastQuestions = 3;
const isQuestion = ({ text }: Line): boolean => /[؟?]["»”)]*$/.test(text);

/** Lists and interviews mark their lines so; for a summary they are noise, for an article they are text. */
const isListed = /^\s*[•·▪■◆●*-]\s*\S+\s\S/;

/** Uses what summaries know: a line that no summary may ever choose is no paragraph of an article either. */
export const dropPageVoice: Step = (page) => {
  if (!page.isRaw) return page;
  const body = page.lines.filter(isBody);
  if (body.length < leastParagraphs) return page;
  const rules = page.lines.map(voiceRule);
  const words = (lines: readonly Line[]): number =>
    lines.reduce((sum, { text }) => sum + countWords(text), 0);
  const spoken = page.lines.filter((line, at) => rules[at] === "page-voice" && isBody(line));
  const isGuide = words(spoken) > words(body) * mostShare;
  // An interview asks «ما رأيك؟» ("what do you think?") as pages do.
  const isInterview = page.lines.filter(isQuestion).length >= leastQuestions;
  return withoutLines(page, (line, at) => {
    const isText = rules[at] === "page-voice" && (isGuide || (isInterview && isQuestion(line)));
    return isText ? undefined : rules[at];
  });
};

/** The rule under which a line goes for its voice, whatever stands around it. */
export function voiceRule(line: Line): string | undefined {
  const { text, kind } = line;
  const words = countWords(text);
  if (words > mostWords) return undefined;
  if (kind === "paragraph" && (isCaption(text) || hasOutletCredit(text, words)) && !/[^\d\s]\. \S/.test(text))
    return "caption";
  const isParagraph = isBody(line);
  const own = withoutQuotes(text);
  if (!isParagraph && kind !== "heading" && !isListed.test(text) && isNoise(text)) return "page-line";
  if (own === undefined) return undefined;
  if (isParagraph ? (own.match(aboutPages)?.length ?? 0) < 2 : kind === "list") return undefined;
  const least = leastVoice(own);
  if (least >= voice.certain) return "page-voice";
  return isParagraph && least >= voice.supporting && isNoise(text) ? "page-line" : undefined;
}

/** What a line says itself: in a quotation others speak. Undefined where hardly more than a quotation is left. */
function withoutQuotes(text: string): string | undefined {
  const own = text.replace(/«[^»]*»|“[^”]*”|"[^"]*"/g, " ");
  return own !== text && countWords(own) < 3 ? undefined : own;
}

/** A caption that credits an outlet: «… من الاجتماع (الشرق الأوسط)». */
function hasOutletCredit(text: string, words: number): boolean {
  const credit = /\(([^()]{3,30})\)$/.exec(text)?.[1];
  return credit !== undefined && words <= captionWords && isOutletName(credit);
}

/** The voice of the sentence that has least of it. */
function leastVoice(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const sentence of splitSentences(text)) {
    least = Math.min(least, pageVoiceOf(readSentence(sentence)));
    if (least < voice.supporting) break;
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}
