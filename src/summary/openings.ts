// The words and phrases with which a sentence points back. Compiled by hand from news prose; compared normalised.
import { normalize } from "../text/normalize.ts";

const listed = (text: string): readonly string[] =>
  text
    .split(/[\n|]/)
    .map((entry) => normalize(entry))
    .filter((entry) => entry !== "");
const words = (text: string): readonly string[] => listed(text.replace(/\s+/g, "|"));

/** Pronouns and demonstratives, each also with «و» or «ف» in front; English ones too. */
export const pointers = words(`
  هو هي هم هما هن هذا هذه هذان هاتان هؤلاء ذلك تلك أولئك ذاك لذلك بذلك وبذلك وبهذا بهذا بهذه لهذا لهذه كهذا كهذه
  عنه عنها عنهم منه منها منهم فيه فيها فيهم به بها بهم له لها لهم لهما معه معها معهم عليه عليها عليهم إليه إليها إليهم
  الذي التي
  كلاهما كلتاهما جميعهم جميعها كلها كلهم بعضهم بعضها معظمهم معظمها غالبيتهم غالبيتها أحدهم إحداها أحدها آخرون وآخرون
  he she it they him her his hers its their this that these those such both`);

/** Connectives and participles that carry on another sentence. */
export const adverbs = words(`
  لكن لكنه لكنها لكنهم لكنهما كما كذلك أيضا لذا هكذا هنا حيث ثم بل إذ مما فيما بينما أو إنما إذن فقد فإن فإنه فإنها أما
  عندها حينها وقتها بعدها قبلها عندئذ حينئذ وقتئذ منذئذ آنذاك ولكن ولكنه ولكنها
  مشددا مشيرا موضحا مضيفا نافيا مؤكدا لافتا مبينا معتبرا داعيا محذرا منوها متابعا معربا واصفا مشددة مشيرة موضحة مضيفة نافية مؤكدة
  لافتة مبينة معتبرة داعية محذرة منوهة متابعة معربة واصفة مشددين مشيرين مؤكدين
  but and so then also thus therefore hence however moreover furthermore meanwhile nevertheless nonetheless instead otherwise besides
  or nor yet still others another likewise similarly consequently accordingly additionally afterwards`);

/** Openings of more than one word. */
export const phrases = listed(`
  من جانبه|من جانبها|من جانبهم|من جهته|من جهتها|من جهتهم|من ناحيته|من ناحيتها|من جهة أخرى|من ناحية أخرى|من جانب آخر
  يأتي هذا|تأتي هذه|يأتي ذلك|جاء هذا|جاءت هذه|جاء ذلك|جاءت تلك|تأتي تلك|الأمر الذي|الأمر نفسه|الشيء نفسه|من ثم|من هنا|على أن|على ذلك|على هذا|على الرغم من ذلك|على الرغم من هذا|رغم ذلك|رغم هذا|مع ذلك|مع هذا
  في المقابل|بالمقابل|في هذا|في هذه|في ذلك|في تلك|في السياق|في سياق متصل|في الوقت نفسه|في الوقت ذاته|في غضون ذلك|في الأثناء|في الإطار
  إلى ذلك|إلى جانب ذلك|بالإضافة إلى ذلك|إضافة إلى ذلك|علاوة على ذلك|فضلا عن ذلك|عدا ذلك|بعد ذلك|قبل ذلك|منذ ذلك|عند ذلك|نتيجة لذلك|نتيجة ذلك
  بناء على ذلك|بناء عليه|بسبب ذلك|لأجل ذلك|من أجل ذلك|خلافا لذلك|على سبيل المثال|في حين|غير أن|بيد أن|إلا أن|إلا أنه|إلا أنها|بدوره|بدورها|بدورهم|بالتالي|من بين هؤلاء|من بينها|من بينهم
  على صعيد آخر|على صعيد متصل|على الصعيد نفسه|على الصعيد ذاته|في سياق آخر|في سياق ذي صلة|في حينه|في حينها
  علما أن|علما بأن|مع العلم أن|مع العلم بأن|بمعنى أن|حتى إن|لا سيما|على إثر ذلك|في ضوء ذلك|على إثر ذلك|في ضوء ذلك
  يأتي هذا|تأتي هذه|جاء هذا|جاءت هذه|يعني هذا|كان هذا|كانت هذه|يعد هذا|تعد هذه
  for his part|for her part|for their part|as such|on top of that|in turn|even so|by then|since then|until then|despite this|despite that|in response
  in this|in that|in these|in those|in doing so|because of that|for this reason|for that reason|apart from that|the latter|one of them|some of them
  most of them|many of them|at that|before that|after this|with this|with that|in other words|in addition|as a result|for example|for instance|on the other hand|in contrast|at the same time|because of this|after that|by contrast`);

/** Words that open well, «كان» (was), but not with «و» in front: «وكان» (and was). */
export const onlyJoined = words(
  "كان كانت كانوا قد لقد سبق هناك هنالك أن أنه أنها أنهم أنهما إلا خاصة خصوصا غيره غيرها غيرهم مثله مثلها أضاف أضافت أضافوا أردف أردفت استطرد استطردت استدرك استدركت",
);

/** Verbs of report: with no speaker behind, somebody named before is meant. */
export const reports: ReadonlySet<string> = new Set(
  words(`قال قالت قالوا يقول تقول أوضح أوضحت يوضح توضح أشار أشارت يشير تشير أكد أكدت يؤكد تؤكد ذكر ذكرت يذكر لفت لفتت شدد شددت رأى رأت يرى ترى
    اعتبر اعتبرت بين بينت كشف كشفت أعلن أعلنت دعا دعت حذر حذرت طالب طالبت نفى نفت أفاد أفادت أعرب أعربت اعترف اعترفت تحدث تحدثت نوه نوهت تابع تابعت زاد زادت يضيف تضيف علق علقت أجاب أجابت عبر عبرت صرح صرحت توقع توقعت تساءل تساءلت خلص خلصت اختتم اختتمت ختم ختمت مضى أكمل أكملت`),
);

/** Openings that look back by their first word alone, and yet are whole. */
export const opensAlone = listed(`
  هذا العام|هذا الأسبوع|هذا الشهر|هذه السنة|هذه الليلة|هذا الصباح|هذا المساء|هذا الموسم|هذا الصيف|هذا الخريف|هذا الشتاء|هذا الربيع|في هذا العام|في هذه السنة|في هذا الأسبوع|في هذا الشهر
  هناك نحو|ما هو|ما هي|ما الذي|إذا كان|إذا كانت|هل|this year|this week|this month|this season|this spring|this summer|this autumn|this winter|this morning|this evening|this weekend`);

/** Beginnings of words that have a «و» of their own: «وزارة» (ministry), «وصل» (arrived). */
export const wawWords = words(`
  وزير وزار وزرا وكال وكيل وكلاء وفد وفود وفاة وفيات وفق وفر واشنطن وصل وصول وصف وصاي وقع وقائع وقف وقود وقت وقاي وسط وسائل وسيل وساط وسيط
  وثيق وثائق وثق وحد وحدات وحيد ولاي ولاد ولد ورش ورد ورث ورق ورم وجه وجود وجد وجب وجبات وعد وعي وضع وضوح وافق واردات واصل واجه وادي واحد واقع واسع واجب
  وباء وتيرة ودائع وديع وداع وطن وظف وظيف وظائف وهم ونش وليد ويكي ويندوز ورا`);

/** Indefinite nouns that name the subject of a report: «وأظهرت دراسة» (and a study showed). */
export const actors = words(`
  وزارة وزير وزيرة هيئة بلدية مجلس شركة معهد جامعة لجنة محكمة منظمة اتحاد حكومة بنك مصرف مؤسسة سلطة إدارة مديرية برلمان نقابة رابطة جمعية تعاونية
  مركز مستشفى باحثون علماء خبراء فريق دراسة دراسات تقرير تقارير مسح بيانات نتائج مدير مديرة رئيس رئيسة أمين أمينة عضو وكيل متحدث متحدثة مسؤول مسؤولة مسؤولون`);
