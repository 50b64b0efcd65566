// Arabic abbreviations written with a full stop, by what the stop after them may mean.
import type { AbbreviationKind } from "../abbreviation.ts";

/** Without tashkeel and without the last stop. */
export const arabicAbbreviations: Readonly<Record<AbbreviationKind, string>> = {
  // Stand before a name: Dr, Prof., Eng., Mr, Sheikh.
  title: "د أ أ.د أ.م أ.م.د أ.د.م م.م د.م م ش آ",
  // Stand behind a figure: of the Hijra, A.D., B.C., units of length, weight, money and time.
  unit: "هـ ه م ق.م ب.م ق.هـ ق.ه كم كلم سم مم ملم كغ كغم كجم غ غم جم مل ل كم² م² م³ ر.س د.إ د.ك ج.م ل.ل ل.س ص ب.ظ ق.ظ",
  // Page, P.O. box, volume, edited by, et cetera.
  any: "ص.ب مج تح إلخ الخ",
  // Arab Republic of Egypt, agencies, forms of firms.
  name: "ج.م.ع أ.ف.ب د.ب.أ أ.ش.أ و.م.أ ش.م.م ش.م.ع إ.ع",
};

/** Words with which a sentence hardly begins: behind an abbreviation they carry the sentence on. Without tashkeel. */
export const arabicContinuations =
  "من في عن على إلى الى حتى وحتى بين أو او أم أن ان إن مع عند قبل بعد منذ التي الذي الذين وبين أي دون ضد نحو حول وإلى وعلى ومن وعن " +
  "فوق تحت أمام خلف قرب داخل خارج عبر خلال ضمن بلا سوى لدى طوال طيلة حسب وفق تقريبا فقط أيضا أصلا الموافق الموافقة كحد لكل مما حيث كل يوميا أسبوعيا شهريا سنويا وآخر وآخرون وآخرين وأخرى وغيره وغيرها وغيرهم";

/** Words in «ب» and «ل» that begin sentences; any other such word is tied to what stands before it: «بفضل» (thanks to), «لحماية» (to protect). */
export const arabicBeginnings =
  "بدأ بدأت بدا بلغ بلغت بينما بل بات باتت بقي بقيت بيد بعض بعضهم بعضها باع باعت بحث بحثت برز برزت بذلك بهذا بهذه لم لن لا ليس ليست لقد لكن لكنه لكنها لكنهم لعل لو لولا لما لذلك لذا لهذا له لها لهم";

/** Words that plainly begin a sentence, and the beginnings of such words. */
export const arabicOpenings =
  "(?:ثم|لكن|لكنه|لكنها|لكنهم|أما|بل|إلا|غير|كما|إنه|إنها|إنهم|لم|لن|لا|ليس|لقد|هل|هذا|هذه|هكذا|لذلك|لذا)(?![\\p{L}\\p{M}])|و(?!\\p{N})|ف(?:ال|لل|قد|قال|إن|لم|لن|لا|ل[كي]|كان|كل|هل|هو|هي|هذ|ما|من)";

/** «و» and a noun of place, of doing or of a doer go on with a list, «ومعهد» (and an institute); with a pronoun, «ومساحته» (its area is), they do not. */
export const arabicListed =
  "وم(?!(?:ن|نه|نها|نهم|ع|عه|عها|عهم|ا|ه|ر|رت|ات|نح|نع|ضى|ضت|ثل|ثلت|نذ|تى|هما|ؤخرا|جددا|ساء|باشرة|ازال|ازالت)(?!\\p{L})|عظم|عروف|علوم|توقع|رجح|قرر|مكن|\\p{L}*(?:ه|ها|هم)(?!\\p{L}))\\p{L}{3,}";

/** Nouns that are told apart by a letter: «المجموعة ب» (group B), «فيتامين د» (vitamin D). */
export const arabicClassifiers =
  "مجموعة|فئة|درجة|فصيلة|نوع|صنف|قسم|بند|ملحق|نموذج|قاعة|بوابة|مبنى|طراز|فيتامين|فيتامينات|مستوى|خيار|شعبة|منطقة|صف|خطة|نقطة|مرحلة|جناح|زمرة|باب|فقرة|جدول|شكل|حرف|تصنيف|علامة|مدرج|رصيف";
