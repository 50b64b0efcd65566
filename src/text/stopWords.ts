// Words too common to tell one sentence from another. Compiled by hand for news prose from
// the closed classes of the grammars: prepositions, pronouns, particles, demonstratives, auxiliaries, conjunctions.
import { normalize } from "./normalize.ts";

const arabic = `
في من الي علي عن مع منذ حتي بين عند لدي خلال بعد قبل فوق تحت امام خلف حول نحو ضد دون بدون عبر ضمن لدي سوي غير حسب وفق وفقا
هو هي هم هن هما انا نحن انت انتم له لها لهم لهما لنا لي به بها بهم فيه فيها فيهم منه منها منهم عنه عنها عليه عليها عليهم اليه اليها
هذا هذه ذلك تلك هولاء اولئك هنا هناك هنالك الذي التي الذين اللذين اللتين اللواتي ما ماذا من
ان انه انها انهم اننا لان لانه لانها لكن لكنه لكنها كان كانت كانوا يكون تكون ليس ليست كما كذلك لذلك بذلك هكذا ايضا
ثم او ام بل اذا اذ لو لولا لما كلما حيث حين حينما عندما بينما فيما مما ممن عما كي لكي الا اما قد لقد سوف لن لم لا نعم
كل كلا كلتا بعض جميع اي ايه عده عدد معظم اكثر اقل جدا فقط مثل نفس ذات ذا اخر اخري احد احدي
قال قالت يقول تقول وقال وقالت واضاف واضافت اضاف اضافت اوضح اوضحت اشار اشارت واوضح واشار ذكر ذكرت
يوم اليوم امس غدا الان عام سنه
و ف ب ك ل س
`;

const english = `
a an the and or but if then than so of in on at to from by for with without about into over under between after before
during since until is are was were be been being has have had do does did will would can could may might should must
it its he she they them his her their we you i this that these those there here who whom which what when where why how
not no nor only also as such more most some any all each other another same very just said says
`;

const listed = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "").map(normalize);

/** Arabic ones also with a conjunction in front: «وفي» (and in), «فهذا» (so this). */
const stopWords: ReadonlySet<string> = new Set([
  ...listed(arabic).flatMap((word) => [word, `و${word}`, `ف${word}`]),
  ...listed(english),
]);

/** For a normalised word. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
