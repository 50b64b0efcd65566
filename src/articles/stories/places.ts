// Tells where and on which weekday a report's event is, by the words of its title and its first paragraph.
import { normalize } from "../../text/normalize.ts";
import { stem } from "../../text/stem.ts";
import { hash } from "./hash.ts";

/** A country a line: its name, its people's adjective where the stems differ, its capital where no other country has one so called. */
const lands = `
مصر القاهرة
السعودية سعودي الرياض
الإمارات إماراتي أبوظبي
الكويت كويتي
قطر قطري الدوحة
البحرين بحريني المنامة
عمان عماني مسقط
اليمن يمني صنعاء
العراق عراقي بغداد
سوريا سورية سوري دمشق
لبنان لبناني بيروت
الأردن أردني
فلسطين فلسطيني
ليبيا ليبي طرابلس
تونس تونسي
الجزائر جزائري
المغرب مغربي الرباط
موريتانيا موريتاني نواكشوط
السودان سوداني الخرطوم
الصومال صومالي مقديشو
جيبوتي
تركيا تركي أنقرة
إيران إيراني طهران
إسرائيل إسرائيلي
فرنسا فرنسي باريس
بريطانيا بريطاني لندن
ألمانيا ألماني برلين
إسبانيا إسباني مدريد
إيطاليا إيطالي روما
روسيا روسي موسكو
أوكرانيا أوكراني كييف
الصين صيني بكين
اليابان ياباني طوكيو
الهند هندي نيودلهي
باكستان باكستاني
أفغانستان أفغاني كابول
إندونيسيا إندونيسي جاكرتا
ماليزيا ماليزي
نيجيريا نيجيري
إثيوبيا إثيوبي
كينيا كيني نيروبي
السنغال سنغالي داكار
البرازيل برازيلي
الأرجنتين أرجنتيني
المكسيك مكسيكي
كندا كندي
أستراليا أسترالي
هولندا هولندي
بلجيكا بلجيكي بروكسل
السويد سويدي
النرويج نرويجي
سويسرا سويسري
النمسا نمساوي فيينا
اليونان يوناني أثينا
بولندا بولندي
البرتغال برتغالي لشبونة
كوريا كوري سيول
`;

const landOf: ReadonlyMap<string, string> = new Map(
  lands
    .trim()
    .split("\n")
    .flatMap((line) => {
      const names = line.split(" ");
      return names.map((name): [string, string] => [stem(name), `land ${names[0]}`]);
    }),
);

/** For the stem of a country's name, of its people's adjective or of its capital. */
export const isLand = (stemmed: string): boolean => landOf.has(stemmed);

/** What stands before a name of a place: "the city of", "the governorate of" … */
const kindsOfPlace: ReadonlySet<string> = new Set(
  "مدينة محافظة ولاية بلدة قرية إقليم بلدية قضاء مركز جزيرة مخيم ميناء مطار"
    .split(" ")
    .flatMap((word) => ["", "ب", "ل", "و"].map((clitic) => clitic + normalize(word))),
);

/** Numbers of 16 bits. `words` are normalised and in order, `stems` belong to them. */
export function placesOf(words: readonly string[], stems: readonly string[]): readonly number[] {
  const found = new Set<string>();
  for (const [at, stemmed] of stems.entries()) {
    const land = landOf.get(stemmed);
    if (land !== undefined) found.add(land);
    const named = stems[at + 1];
    if (kindsOfPlace.has(words[at] ?? "") && named !== undefined && named !== "" && !/\d/.test(named))
      found.add(named);
  }
  return [...found].map((place) => hash(place) & 0xffff);
}

const weekdays: ReadonlyMap<string, number> = new Map(
  "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت"
    .split(" ")
    .flatMap((name, day) => ["", "و", "ف"].map((and): [string, number] => [and + normalize(name), day])),
);

/** A bit for every weekday that is named, Sunday the lowest. */
export function daysOf(words: readonly string[]): number {
  let days = 0;
  for (const word of words) {
    const day = weekdays.get(word);
    if (day !== undefined) days |= 1 << day;
  }
  return days;
}
