// Forms that no line of an article has, whatever words stand in it; over normalised text.

/** A cheap look that most lines fail, and the pattern that decides. */
type Shape = readonly [look: RegExp, decide: RegExp];

const value = "\\p{L}+(?: \\p{L}+)?[:°]? ?[\\d.,]+ ?(?:درجه|درجات|مييويه|م|%)?";

/** A step of a path holds no sign between two steps: a line of nothing but signs would be tried in all its partings. */
const step = '(?:(?! [>›"/|] )[^.!?؟]){1,40}';

const shapes: readonly Shape[] = [
  // Web and mail addresses, alone on a line.
  [/[./]/, /^(?:https?:\/\/|www\.)\S+$/],
  [/@/, /^\S+@\S+\.\S+$/],
  [/\./, /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/],
  [/©|\(c\)/, /©|^\(c\) ?\d{4}/],
  [/محفوظه|reserved/, /الحقوق محفوظه|حقوق النشر محفوظه|all rights reserved/],
  // Counters: «1,250 مشاهدة» (views).
  [
    /^\d/,
    /^[\d.,]+ ?[ك k]?(?:مشاهده|مشاهدات|قراءه|قراءات|تعليق|تعليقات|مشاركه|مشاركات|اعجاب|views?|shares?|comments?|likes?)$/,
  ],
  // Breadcrumbs: «الرئيسية > أخبار > اقتصاد» (home, news, economy).
  [/ [>›"/|] /, new RegExp(`^${step}(?: [>›"/|] ${step}){2,}$`)],
  [/^(?:الر|انت|home)/, /^(?:الرييسيه|انت هنا|home) ?[">›/|\\:-]/u],
  [/^#/, /^(?:#[\p{L}\p{N}_]+\s*)+$/u],
  // A photograph's credit at the end: «… (تصوير: …)», «(أرشيفية)».
  [
    /\)\.?$/,
    /\([^()]*(?:تصوير|عدسه|ارشيف|getty|afp|reuters|رويترز|فرانس برس|الاناضول|اسوشيتد|وكالات)[^()]*\)\.?$/u,
  ],
  // A ticker of values: «القاهرة 5، عمان 9، الرباط 8» (Cairo 5, Amman 9, Rabat 8).
  [/\d\D+\d\D+\d/, new RegExp(`^(?:[^:]{3,50}: ?)?(?:${value} ?[،,|·؛/–-] ?){2,}${value}\\.?$`, "u")],
  // A stamp: «نشر يوم الخميس الموافق 1 يناير» (published on Thursday, 1 January).
  [/\d/, /^(?:تم )?(?:نشر|نشرت|حدث|حدثت|النشر|التحديث|تحديث|حرر)(?: |:)(?:في|يوم|بتاريخ|الساعه|:).{0,30}\d/u],
  // The headline of another article behind a label: «الأكثر تفاعلا هذا الأسبوع: …», «عاجل | …».
  [
    /[:|]|\.\.| - /,
    /^(?:الاكثر \p{L}+(?: \p{L}+){0,3}|للمزيد|عاجل|بالفيديو|بالصور|فيديو|شاهد|صور|مباشر|متابعات|المزيد)(?: ?[:|]| ?\.{2,}| - )/u,
  ],
  [/^[^\p{L}\p{N}]/u, /^(?:<<|>>|" |←|→|▪|■|◄|►|⬅|➡)/u],
];

/** True where a line has one of them. */
export function hasFurnitureShape(line: string): boolean {
  return shapes.some(([look, decide]) => look.test(line) && decide.test(line));
}
