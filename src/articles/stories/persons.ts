// Finds persons by their given names: a closed enough class, and what tells one official or one accused from another.
import { normalize } from "../../text/normalize.ts";
import { hash } from "./hash.ts";

/** Given names of the Arab world that are seldom another word; «أمل» (hope) and «كريم» (generous) stand only where a second name follows them as well. */
const given = `
محمد أحمد محمود مصطفى علي عمر عثمان حسن حسين حسان إبراهيم إسماعيل إسحاق يعقوب يوسف موسى عيسى داود سليمان أيوب يونس زكريا يحيى إدريس صالح هود نوح آدم
عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر عبدالسلام عبدالمجيد عبدالحميد عبدالفتاح عبدالرحيم عبدالناصر عبد خالد وليد سامر سامي سمير سعيد سعد سعود فهد فيصل فؤاد
فارس فريد فاروق فواز فادي رامي رائد رشيد رشاد راشد رياض رضا رمزي رفيق ربيع زياد زيد زهير زاهر طارق طلال طه طاهر عادل عامر عماد عاصم عصام عدنان عزت عزيز عباس
غسان غازي غانم قاسم قيس كريم كمال كامل ماجد مازن مالك مروان مراد منير منصور منذر معاذ معتز مهند مجدي محسن ممدوح ناصر نبيل نجيب نزار نعيم نادر هاني هشام هيثم هادي
همام وائل وسام وجدي ياسر ياسين يزيد أنس أنور أيمن أمجد أكرم أسامة أشرف إياد إيهاب باسل باسم بدر بسام بشار بشير بكر بلال تامر توفيق ثامر جابر جاسم جلال جمال جميل
جهاد جواد حاتم حازم حافظ حامد حبيب حسام حمد حمدان حمزة حيدر خليل خلدون خليفة لؤي لطفي شادي شاكر شريف شهاب صابر صادق صلاح صفوان ضياء سلطان سلمان سالم سيف
فاطمة عائشة خديجة مريم زينب ليلى سلمى سعاد سناء سميرة هند هدى هالة هناء ريم رنا رانيا رولا رباب نوال نورة نورا نادية نجلاء نهى دينا دانا داليا أمل أميرة أسماء إيمان
آمنة آية بسمة بثينة جميلة حنان حياة لينا لمى لبنى مها منى مي ميساء منال نجوى وفاء وداد ياسمين عبير عفاف غادة فاتن فدوى كوثر سارة سوسن شيماء صفاء عزة علياء
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
const bare = (name: string): string => (bareNames.has(name) ? name : name.slice(1));

/** Numbers of 16 bits, one a person named in full. `words` are normalised, of one stretch; `stems` tell the stop words. */
export function personsOf(words: readonly string[], stems: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [first = "", second = ""] = [words[at], words[at + 1]];
    if (
      !givenNames.has(first) ||
      stems[at] === "" ||
      stems[at + 1] === "" ||
      second.length < 3 ||
      /^\p{N}/u.test(second)
    )
      continue;
    found.push(hash(`${bare(first)} ${second}`) & 0xffff);
    at += 1;
  }
  return found;
}
