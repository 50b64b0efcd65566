// Words that begin or end like another word with a clitic. Compiled by hand for news prose. Normalised,
// as `stemArabic` meets them.

/** «و» is the first letter, not "and": «وزارة» (a ministry), «وكالة» (an agency). */
export const wawWords = new RegExp(
  `^(?:${[
    "واجب|واجه|واحد(?!ا?ث)|واحه|واد|وارد|واسع(?!ار)|واشنطن|واصل(?!اح)|واضح|وافد|وافق|واقع|وباء|وتير|وثايق|وثيق|وثق",
    "وجب|وجود|وجوه|وجه(?!ا|و)|وحد(?![دثو])|وحيد|ودايع|وديع|وراث|ورث|ورش|ورق|ورود|وزار|وزراء|وزع(?![مي])|وزن|وزير|وسايل|وساط",
    "وسط|وسيط|وسيل[هت]|وشيك|وصف|وصل|وصول|وصي[هت]|وضع|وضوح|وطن|وظايف|وظف|وظيف|وعد(?:ت|وا|ه|ود)?$|وعود$|وعيه?$|وفات|وفاه",
    "وفد|وفر(?:ت|ه|وا)?$|وفود|وفي(?:ات|را?|ره)$|وقاء|وقاي|وقت(?![لي])|وقع|وقف|وقود|وقوع|وقوف|وكال|وكلاء|وكيل|ولاء$|ولاد|ولاي",
    "ولد(?:ت|ه|وا|ا)?$|ولي(?:ه|ا)$",
  ].join("|")})`,
);

/** «ال» is of the word: «التزام» (a commitment), «ألعاب» (games); a conjunction or preposition may stand in front. */
export const alWords = new RegExp(
  `^[وفبكل]?(?:${[
    "الماني|المان$|الكترون|التزام(?!ن)|التهاب|التحاق|التفات|التفاف|التقاء|التقاط|التقي[ات]?$|التماس(?!ك)|التباس|الغاء",
    "الزام|الحاق|اليات|الاف$|الفاظ|الوان|العاب(?![رد])|الغام(?![ضر])|القاء",
  ].join("|")})`,
);

/** A father and a mother begin with «وال», not "and the". */
export const fatherWords = /^والد(?:ه|ت|ي|ا|ين|ان)?(?:ه|ها|هم)?$/;

/** «لل» before these is a preposition and the word's own «ل»: «للجنة» (to the committee). */
export const lamWords = /^ل(?:جن|جان|اعب|اجي|اجو|قاء|قاح|غه|غات|غو|واء|وحات?|بنان|يب|حظ|حوم|ون|ندن)/;

/** «ب» or «ل» and «ا» begin the word: «باحث» (a researcher), «لاعب» (a player). */
export const bareWords =
  /^(?:باحث|باق[يه]|بالغ|بارز|باع(?:ت|وا|ه)?$|باشر|باشا$|لاعب|لاج|لاحق|لازم|لاتين|لامع|لايح|لاف)/;

/** Nouns that begin like a verb in the future: «سيطرة» (control), «سينما» (cinema). */
export const futureLookalikes =
  /^(?:سيطر|سينم|سينا|سيول|سيمف|سيكو|سيره|سيرت|سيد(?:ات?|ه|تي?|نا|ي)?(?:ه|ها|هم)?$|سيجار|سيليك|ستين|ستون|ستري|ستراتيج|ستود|ستوك|ستائر)/;

/** They end like a plural, a dual or a pronoun: «برلمان» (parliament), «فلسطين» (Palestine), «اتجاه» (a direction). */
export const wholeWords: readonly string[] =
  "فلسطين بحرين برلمان مهرجان باكستان افغانستان كردستان تركمانستان تلفزيون تليفزيون تليفون تفاهم مساهم دراهم متهم ملهم امراه اتجاه انتباه توجيه ترفيه تنويه".split(
    " ",
  );

/** «ت» is of the root: «بيروت» (Beirut), «مؤقت» (temporary). */
export const rootTaWords: ReadonlySet<string> = new Set(
  "بيروت كويت بيوت زيوت سكوت ثبوت ياقوت حضرموت عنكبوت كبريت ثابت موقت صامت انترنت اسمنت ملفت".split(" "),
);

/** Without their feminine ending they would meet another common word: «جامعة» (university), «جامع» (mosque). */
export const ownFeminines: ReadonlySet<string> = new Set(
  "جامع مدرس محافظ منظم مكتب عملي جمعي بلدي ميزاني شخصي نظري جنسي قايم قاعد داير طاير عاصم محكم كتيب مقاطع شرك حاف كلي موسوع مطالب معاهد معارض شرط منطق سلام طريق عرب".split(
    " ",
  ),
);
