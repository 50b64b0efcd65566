// Knows the caption of a photograph by its words: what it calls itself, or whom it credits.
import { agencies } from "./agencies.ts";
import { countWords } from "./words.ts";

/** A longer line is a paragraph that names its source. */
const longest = { words: 25, units: 240 } as const;

const picture = "(?:صورة|صور|الصورة|الصور)";
const credited =
  "الصورة|صورة|الصور|صور|تصوير|عدسة|أرشيف|أرشيفي|أرشيفية|الأرشيف|غيتي|غيتي إيمجز|getty|getty images|photo|file|file photo";

/** «(أرشيفية)», «(رويترز)», «(الصورة من …)» (the picture is from …) at the end; the stop may stand behind it. */
const creditAtEnd = new RegExp(
  `[(\\[]\\s*(?:(?:${credited})(?![\\p{L}])[^()\\[\\]]{0,60}|(?:${agencies})(?:\\s*[-–/،]\\s*[^()\\[\\]]{0,30})?)[)\\]]\\.?$`,
  "iu",
);
/** «تصوير: …» (photograph: …), alone or behind the caption. */
const credit =
  /(?:^|[-–—|/(،.]\s*)(?:تصوير|عدسة|كاميرا|الصورة|الصور|صورة|المصور|photos?|image|credit)\s?[:/]\s*\S/iu;
/** «صورة أرشيفية …» (archive picture), «لقطة من …» (a shot of), «جانب من …» (part of). */
const opening = new RegExp(
  `^(?:${picture} (?:من|جوية|عامة|تذكارية|جماعية|متداولة|مركبة|تجمع|تظهر|ت?بين|نشرتها|وزعتها|التقطت\\p{L}*|ملتقطة|لل?\\p{L}{3,})|(?:لقطة|مشهد|منظر|جانب) (?:من|عام|عامة|جوي|جوية)|(?:رسم|رسوم|خريطة) (?:تخيلي|توضيحي|بياني|تقريبي)\\p{L}*|من أرشيف|في الصورة)(?!\\p{L})`,
  "u",
);
/** So plain that a stop at the end changes nothing. */
const plainOpening = new RegExp(
  `^${picture} (?:أرشيفية?|توضيحية|تعبيرية|تخيلية|من الأرشيف|من أرشيف)(?!\\p{L})`,
  "u",
);

/** True for a short line of one sentence at most that says it belongs to a picture. */
export function isCaption(line: string): boolean {
  if (line.length > longest.units || countWords(line) > longest.words) return false;
  if (plainOpening.test(line) || creditAtEnd.test(line)) return true;
  return !/[.!؟?…:]\s*$/u.test(line) && (credit.test(line) || opening.test(line));
}
