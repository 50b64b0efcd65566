// Where a very long Arabic sentence may be parted, as patterns over its text as written.

/** Spelling varies in the letters that keyboards and authors confuse. */
const spelled = (pattern: string): string =>
  pattern.replace(/[أإ]/g, "[أإا]").replace(/ى/g, "[ىي]").replace(/ /g, "\\s+");

/** Verbs that open a statement of their own, where their subject stands behind them: of report, of decision, of being and becoming. */
export const statementVerbs = spelled(
  "قال|أضاف|أوضح|أكد|أشار|أشاد|ذكر|أعلن|كشف|بين|دعا|طالب|حذر|لفت|شدد|أوصى|قرر|وافق|رفض|رحب|انتقد|أفاد|توقع|نفى|طلب|وعد|تعهد|" +
    "كان|أصبح|صار|بلغ|وصل|ارتفع|انخفض|تراجع|بدأ|انتهى|شهد|سجل|وقع|شارك|أطلق|افتتح|تسلم|حصل|فاز|اتفق|عقد",
);
export const femaleVerbs = spelled(
  "قالت|أضافت|أوضحت|أكدت|أشارت|أشادت|ذكرت|أعلنت|كشفت|بينت|دعت|طالبت|حذرت|لفتت|شددت|أوصت|قررت|وافقت|رفضت|رحبت|انتقدت|أفادت|توقعت|نفت|طلبت|وعدت|تعهدت|" +
    "كانت|أصبحت|صارت|بلغت|وصلت|ارتفعت|انخفضت|تراجعت|بدأت|انتهت|شهدت|سجلت|وقعت|شاركت|أطلقت|افتتحت|تسلمت|حصلت|فازت|اتفقت|عقدت",
);

/** Words behind such a verb that are no subject, so that the one who acts is named only before: «وقال إن» (and he said that). */
export const notSubjects = spelled(
  "إن|أن|إنه|إنها|إنهم|أنه|أنها|أنهم|بأن|بأنه|بأنها|إلى|من|في|على|عن|مع|عند|قد|قبل|بعد|حتى|كما|أيضا|أيضاً|كذلك|ذلك|هذا|هذه|تلك|هو|هي|هم|هناك|هنا|ما|لا|لم|أي|كل|كلا|بعض|معظم|منذ|خلال|حينها|بدوره|بدورها|آخر|آخرون|أخرى|الأخير|الأخيرة|الأول|الأولى|الثاني|الثانية|الثالث|الثالثة|الآخر|الآخرون|الأخرى|المذكور|المذكورة|نفسه|نفسها",
);

/** Bodies and offices that open a statement with their name behind «؛»; of other nouns only definite ones do. */
export const bodies =
  "وزارة|وزير|وزيرة|شركة|هيئة|لجنة|رئيس|رئيسة|مدير|مديرة|نقابة|منظمة|حكومة|مجلس|اتحاد|جامعة|بلدية|محكمة|شرطة|جمعية|مؤسسة|غرفة|مصرف|إدارة";

/** A verb of report with its speaker begins a statement even where the comma is missing: «وأوضح الوزير أن» (the minister explained that). */
export const reportBehindWords = spelled(" ال\\p{L}+ (?:\\p{L}+ ){0,4}ب?أن ");

/** A sentence that opens so has its main clause behind the first comma, and is not parted. */
export const subordinates: readonly string[] =
  "على الرغم|بالرغم|رغم|برغم|مع أن|إذا|إن كان|لو|لولا|لئن|كلما|لما|ما إن|عندما|حين|حينما|بينما|فيما|بعدما|بعد أن|قبل أن|منذ أن|سواء|إما|نظرا|نظراً|بما أن|حيث إن"
    .split("|")
    .map(spelled);
