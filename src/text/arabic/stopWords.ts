// Arabic stop words. Compiled by hand for news prose from the closed classes of the grammars: prepositions, pronouns,
// particles, demonstratives, relatives, auxiliaries, conjunctions, quantifiers, and the verbs of reporting.
import { normalize } from "../normalize.ts";

/** Words that also stand with a pronoun at their end: «بين» (between), «بينهم» (between them). */
const withPronouns = `
من في عن على إلى مع عند لدى بين خلال بعد قبل فوق تحت أمام خلف حول نحو ضد دون بدون عبر ضمن سوى غير منذ
أن إن لأن لكن لعل ليت كأن كل كلا كلتا بعض جميع معظم نفس ذات مثل أحد إحدى أي ل ب حين بسبب رغم أثناء وسط داخل خارج
`;

const alone = `
حتى حسب وفق وفقا خلاف هو هي هم هن هما أنا نحن أنت أنتم أنتن هذا هذه هذان هاتان ذلك تلك هؤلاء أولئك هنا هناك هنالك
الذي التي الذين اللذين اللذان اللتين اللتان اللواتي اللاتي ما ماذا لماذا كيف متى أين كم كان كانت كانوا كنا يكون تكون
يكونوا ليس ليست ليسوا ظل ظلت أصبح أصبحت بات باتت كما كذلك لذلك لذا بذلك هكذا أيضا ثم أو أم بل إذا إذ لو لولا كلما حيث
حينما عندما بينما فيما مما ممن عما بما لما كي لكي إلا أما إما قد لقد سوف لن لم لا نعم أية أيا عدة عدد أكثر أقل جدا فقط
ذا ذو آخر أخرى أخر هل يا أحيانا دائما كثيرا قليلا تقريبا حاليا حوالي مجرد عليه عليها إليه إليها لديه لديها
قال قالت قالوا يقول تقول أضاف أضافت يضيف أوضح أوضحت أشار أشارت يشير تشير ذكر ذكرت أكد أكدت لفت لفتت تابع تابعت
يوم اليوم أمس غدا الآن لقد و ف ك س
تم تمت يتم تتم سيتم ستتم يجب يمكن يمكنه يمكنها ينبغي بأن بأنه بأنها بأنهم بهذا بهذه لهذا لهذه بدوره بدورها بدورهم كافة عديد العديد مزيد المزيد
عقب إثر تجاه إزاء بشأن لاسيما سيما فضلا علاوة إضافة بالإضافة طبقا بينهما إنما مثلا دوما
`;

const pronouns = ["", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ي"];
const conjunctions = ["", "و", "ف"];

const listed = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** Normalised, each also with a conjunction in front: «وفي» (and in), «فهذا» (so this). */
export const arabicStopWords: readonly string[] = [
  ...listed(withPronouns).flatMap((word) => pronouns.map((pronoun) => normalize(word) + pronoun)),
  ...listed(alone),
].flatMap((word) => conjunctions.map((conjunction) => normalize(conjunction + word)));
