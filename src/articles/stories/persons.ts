// Finds persons by their given names, a closed enough class, and by their offices: what tells one official or one accused from another.
import { normalize } from "../../text/normalize.ts";
import { stem } from "../../text/stem.ts";
import { isCommonplace } from "./commonplaces.ts";
import { hash } from "./hash.ts";
import { isLand } from "./places.ts";

/**
 * Given names of the Arab world that are seldom another word. «باسم» (also "in the name of"), «مالك» ("owner"), «نجاة» ("rescue")
 * and their like are persons only behind an office.
 */
const given = `
محمد أحمد محمود مصطفى علي عمر عثمان حسن حسين حسان إبراهيم إسماعيل إسحاق يعقوب يوسف موسى عيسى داود سليمان أيوب يونس زكريا يحيى إدريس صالح هود نوح آدم
عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر عبدالسلام عبدالمجيد عبدالحميد عبدالفتاح عبدالرحيم عبدالناصر عبد خالد وليد سامر سامي سمير سعيد سعد سعود فهد فيصل فؤاد
فارس فريد فاروق فواز فادي رامي رشيد رشاد راشد رياض رمزي رفيق ربيع زياد زيد زهير زاهر طارق طلال طه طاهر عامر عماد عاصم عصام عدنان عزت عزيز عباس
غسان غازي غانم قاسم قيس كمال ماجد مازن مروان مراد منير منصور منذر معاذ معتز مهند مجدي محسن ممدوح ناصر نبيل نجيب نزار نعيم هاني هشام هيثم هادي
همام وائل وجدي ياسر ياسين أنس أنور أيمن أمجد أكرم أسامة أشرف إياد إيهاب باسل بدر بسام بشار بشير بكر بلال تامر توفيق ثامر جابر جاسم جلال جمال جميل
جهاد جواد حاتم حازم حامد حبيب حسام حمد حمدان حمزة حيدر خليل خلدون خليفة لؤي لطفي شادي شاكر شريف شهاب صابر صادق صلاح صفوان ضياء سلطان سلمان سالم سيف
سليم سهيل سفيان سراج سعدون رأفت رؤوف رجب رضوان رستم ريان زيدان زكي شوقي شكري شفيق شاهين صبحي صبري صخر صهيب صقر ظافر عاطف
عبود عدي عزام عزمي عطية عقيل علاء عوني غيث فايز فتحي فخري فراس فوزي قحطان قصي قتيبة كاظم كنان ليث مأمون ماهر مثنى محيي مصعب
مقداد مهدي مؤيد ميثم نايف نضال نوري نواف هارون وديع وهيب وفيق ياسر يزن برهان بهاء جعفر حذيفة حليم
حمدي حنا حسني خيري دريد ذياب عبدالباسط عبداللطيف عبدالوهاب عبدالغني عبدالحليم عبدالجليل عبدالإله عبدالمنعم عبدالهادي عبدالواحد عبدالرزاق عبدالخالق أديب أنيس
أصيل أوس أدهم إلياس بدران بهجت مهيب معن مناف نعمان
كريم نادر ناجي
فاطمة عائشة خديجة مريم زينب ليلى سلمى سعاد سناء سميرة هند هدى هالة هناء ريم رنا رانيا رولا رباب نوال نورة نورا نادية نجلاء نهى دينا دانا داليا أميرة
آمنة بسمة بثينة جميلة حنان لينا لمى لبنى مها منى مي ميساء منال نجوى وداد ياسمين عبير عفاف غادة فاتن فدوى كوثر سارة سوسن شيماء عزة علياء
ثريا رغد روان ريما رزان زهراء سهير سلوى عايدة فريال لميس ماجدة مروة ميسون نسرين هيفاء وجدان إلهام ابتسام جمانة
جون جورج جيمس ديفيد مايكل روبرت وليام بيتر بول توماس ماري آنا إيمانويل فلاديمير أنطونيو خوسيه ماريا كارلوس لويس ماركو سيرغي ميشال الياس جبران طوني
`;

const givenNames: ReadonlySet<string> = new Set(
  given
    .split(/\s+/)
    .filter((name) => name !== "")
    .flatMap((name) => ["", "ل", "و", "ب"].map((clitic) => clitic + normalize(name))),
);

/** The clitic goes; a name that begins with its letter itself is in the list bare. */
const bareNames: ReadonlySet<string> = new Set(given.split(/\s+/).map(normalize));
const bare = (name: string): string => (bareNames.has(name) || !givenNames.has(name) ? name : name.slice(1));

/** Offices and callings that a name stands behind, at once («المدرب خلدون») or behind what the office is of: «وزير الطاقة خلدون». */
const offices: ReadonlySet<string> = new Set(
  `رئيس رئيسة وزير وزيرة محافظ والي مدير مديرة قائد أمين متحدث ناطق لواء عقيد عميد مقدم رائد نقيب ملازم دكتور دكتورة طبيب طبيبة مهندس مهندسة شيخ سفير سفيرة مدرب لاعب مهاجم حارس كاتب كاتبة
مخرج مخرجة باحث باحثة أستاذ قاض نائب محام محامي محامية محاميه خبير خبيرة محلل محللة ممثل ممثلة
مطرب شاعر شاعرة روائي روائية رسام تشكيلي حاكم وكيل عضو زعيم منسق منسقة مشرف نظير نظيره مسؤول أمير نقيب معتقل موقوف متهم متهمة مالك مالكة صاحب صاحبة زميل شقيق`
    .split(/\s+/)
    .flatMap((word) =>
      ["", "ال", "لل", "ل", "ب"].flatMap((clitic) => ["", "و"].map((and) => and + clitic + normalize(word))),
    ),
);
/** «لصالح» (in favour of) is not for Salih. */
const inFavourOf = "لصالح";

/** How many words may say what an office is of. */
const mostBetween = 3;

/** A family name of two words: «بن عاشور», «أبو ريشة». */
const particles: ReadonlySet<string> = new Set(["بن", "ابن", "بنت", "ابو", "ابي", "ال", "عبد"]);

/** A person named in full, where the words stand. */
interface Named {
  readonly at: number;
  readonly first: string;
  readonly family: readonly string[];
}

/** `words` are normalised, of one stretch; `stems` tell the stop words. */
export function findPersons(words: readonly string[], stems: readonly string[]): readonly Named[] {
  const found: Named[] = [];
  let sinceOffice = mostBetween + 1;
  for (let at = 0; at + 1 < words.length; at += 1) {
    const first = words[at] ?? "";
    const isNamed =
      (givenNames.has(first) && first !== inFavourOf) ||
      (sinceOffice <= mostBetween &&
        isDefinite(words[at - 1] ?? "") &&
        isBareName(first) &&
        isSurname(words[at + 1] ?? ""));
    const family = isNamed && stems[at] !== "" ? familyOf(words, stems, at + 1) : undefined;
    if (family !== undefined) {
      found.push({ at, first, family });
      sinceOffice = mostBetween + 1;
      at += family.length;
    } else if (offices.has(first)) sinceOffice = 0;
    else sinceOffice += stems[at] === "" ? mostBetween : 1;
  }
  return found;
}

/** Stems of the name, without what is glued in front of it: equal for one person, however the sentence has it. */
export const personKey = ({ first, family }: Named): string =>
  `${stem(bare(first))} ${family.map(stem).join(" ")}`;

/** Numbers of 16 bits, one a person named in full: half of the number that `namesOf` has for the same two words. */
export function personsOf(words: readonly string[], stems: readonly string[]): readonly number[] {
  return findPersons(words, stems).map((named) => hash(personKey(named)) & 0xffff);
}

function familyOf(
  words: readonly string[],
  stems: readonly string[],
  at: number,
): readonly string[] | undefined {
  const [word = "", next = ""] = [words[at], words[at + 1]];
  if (particles.has(word) && next.length > 2) return [word, next];
  return stems[at] === "" || word.length < 3 || /^\p{N}/u.test(word) ? undefined : [word];
}

/** Behind a noun with the article a word without it is no part of what that noun closes: «وزير الطاقة | خلدون الحداد». */
const isDefinite = (word: string): boolean => /^(?:و?[بك]?ال|و?لل)/.test(word) || isLand(stem(word));

/** Not what looks like a verb, a plural or a feminine, or has something glued to it. */
const isBareName = (word: string): boolean =>
  word.length > 2 &&
  !/^(?:[يتنوبل]|س[يت]|ا.ت|ا?ست|ال|ان..)|(?:ه|ات|ون|ين|ها|هم|ا)$/.test(word) &&
  !isOrdinary(word);

/** «الشماع», «بن عاشور», «حداد». */
const isSurname = (word: string): boolean =>
  particles.has(word) || (!/^(?:[وبك]ال|لل|[يت])/.test(word) && !isOrdinary(word));

const isOrdinary = (word: string): boolean =>
  offices.has(word) || isCommonplace(stem(word)) || isLand(stem(word));
