// What follows an Arabic quotation when its sentence goes on, as alternatives of a pattern.

/** Verbs of speech before their speaker: «…؟» صاح المنقذ (shouted the rescuer). */
export const arabicSpeaking =
  "قال|قالت|يقول|تقول|سأل|سألت|يسأل|تسأل|تساءل|تساءلت|يتساءل|تتساءل|صاح|صاحت|صرخ|صرخت|هتف|هتفت|يهتف|تهتف|أجاب|أجابت|يجيب|تجيب|رد|ردت|يرد|ترد|علق|علقت|أضاف|أضافت|يضيف|تضيف|كتب|كتبت|نادى|نادت|همس|همست|أكد|أكدت|صرح|صرحت|أوضح|أوضحت";

/** When, by whose word, and in which state it was said: «قبل أن» (before), «مضيفا» (adding). */
export const arabicAttachments =
  "قبل|قبيل|بعد أن|بعدما|أثناء|خلال|بحسب|حسب|وفق|وفقا|نقلا|ردا|وذلك|عندما|حين|حينما|م\\p{L}{3,}[اًا]|نافيا|داعيا|لافتا|قائلا";

/** Behind a quotation within a sentence they go on with it. */
export const arabicPrepositions =
  "من|في|على|عن|إلى|مع|عند|لدى|أمام|فوق|تحت|بين|ب\\p{L}+|ل(?!م|ن|ا|كن|قد)\\p{L}+";
