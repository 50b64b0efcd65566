// Where a very long Arabic sentence may be parted, as patterns over its text as written.

/** Spelling varies in the letters that keyboards and authors confuse. */
const spelled = (pattern: string): string =>
  pattern.replace(/[أإ]/g, "[أإا]").replace(/ى/g, "[ىي]").replace(/ /g, "\\s+");

const reports =
  "قال|قالت|أضاف|أضافت|أوضح|أوضحت|أكد|أكدت|أشار|أشارت|ذكر|ذكرت|أعلن|أعلنت|كشف|كشفت|بين|بينت|دعا|دعت|طالب|طالبت|حذر|حذرت|لفت|لفتت|شدد|شددت";

/**
 * Words that begin a new statement behind a comma: verbs of report and of being with «و» (and), «قد» with its verb, and
 * connectives of whole clauses. A noun with «و» may be the next of a list, so that the form of a word decides only for
 * unfinished verbs in «ي» and «تت», which no verbal noun shares.
 */
export const jointsBehindComma: readonly string[] = [
  "و?ل?قد ",
  `و(?:${reports}) `,
  "و(?:كان|كانت|أصبح|أصبحت|صار|صارت|بلغ|بلغت|وصل|وصلت|ارتفع|ارتفعت|انخفض|انخفضت|تراجع|تراجعت|بدأ|بدأت|انتهى|انتهت|أدى|أدت|هناك|هو|هي|هذا|هذه) ",
  "وي(?!ونيو|وليو|ناير|اسم|هود|مين|اب)\\p{L}{3,} ",
  "وتت\\p{L}{3,} ",
  "و(?:تعتبر|تعد|تقع|تضم|تشمل|تصل|تبلغ|توجد|تعمل|تقول|ترى|تؤكد|تشير|تذكر|تعرف|تسمى|ترسل|ترجع|تعود|تبدأ|تؤدي|تحتوي|تقدر|توفر|تسهم|تساعد|تستخدم|تعتمد) ",
  "كما (?:أن|قال|أكد|أشار|أضاف|يمكن|تم|يتم|كان|كانت|ت\\p{L}{3,}|ي\\p{L}{3,})",
  "(?:في حين|فيما|بينما|غير أن|غير أنه|إلا أن|إلا أنه|إلا أنها|لكن|ولكن|لكنه|لكنها|أما|لذا|لذلك|ولذلك|ولهذا|كذلك) ",
].map(spelled);

/** A verb of report with its speaker begins a statement even where the comma is missing: «وأوضح الوزير أن» (the minister explained that). */
export const jointsAlone: readonly string[] = [`و(?:${reports}) ال\\p{L}+ (?:\\p{L}+ ){0,4}ب?أن `].map(
  spelled,
);

/** A sentence that opens so has its main clause behind the first comma, and is not parted. */
export const subordinates: readonly string[] =
  "على الرغم|بالرغم|رغم|برغم|مع أن|إذا|إن كان|لو|لولا|كلما|لما|سواء|إما|نظرا|نظراً|بما أن|حيث إن"
    .split("|")
    .map(spelled);
