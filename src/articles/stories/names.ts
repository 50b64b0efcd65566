// Guesses the names of a report: Arabic has no capitals, so pairs of words stand for them, the likeliest first.
import { stem } from "../../text/stem.ts";
import { isCommonplace } from "./commonplaces.ts";
import { shingleHashes } from "./copy.ts";
import { hash } from "./hash.ts";
import type { Stretch } from "./stretches.ts";

/** Words that a name of a person, a place or a thing follows. */
const announcing: ReadonlySet<string> = new Set(
  `رئيس رئيسة وزير وزيرة محافظ والي مدير مديرة قائد أمين متحدث ناطق باسم لواء عقيد عميد مقدم رائد نقيب دكتور دكتورة مهندس مهندسة شيخ أمير ملك ملكة سفير
مدرب لاعب مهاجم حارس كاتب كاتبة مخرج باحث باحثة أستاذ قاض نائب سيد سيدة مدعو مستشفى جامعة مدرسة شركة مصنع حي شارع طريق جسر سد نهر جبل سوق مطار ميناء ملعب
مدينة محافظة ولاية بلدة قرية منطقة نادي فريق حزب فيلم رواية كتاب كأس مهرجان معرض إعصار عاصفة`
    .split(/\s+/)
    .map(stem),
);

/** Weights of what makes a pair of words look like a name. */
const looks = { again: 1.2, title: 2, lead: 0.7, announced: 1.5, quoted: 2.5, common: -1.2, foreign: 3 };

/** The quoted words of a name are few; more are a speech. */
const mostQuoted = 5;

/** Hashes of pairs of stems that stand side by side, and of Latin words; the likeliest names first, without repeats. */
export function namesOf(stretches: readonly Stretch[], most: number): readonly number[] {
  const scores = new Map<string, number>();
  const add = (name: string, score: number, stretch: Stretch): void => {
    const known = scores.get(name);
    const placed = stretch.part === "title" ? looks.title : stretch.part === "lead" ? looks.lead : 0;
    scores.set(name, known === undefined ? score + placed : known + looks.again + placed / 2);
  };
  for (const stretch of stretches) {
    const isName = stretch.isQuoted && stretch.words.length <= mostQuoted;
    for (const [at, one] of stretch.stems.entries()) {
      if (/^[a-z]{3,}$/.test(one) && !isCommonplace(one)) add(one, looks.foreign, stretch);
      const other = stretch.stems[at + 1] ?? "";
      if (!isNameable(one) || !isNameable(other)) continue;
      const commons = Number(isCommonplace(one)) + Number(isCommonplace(other));
      if (commons === 2 && !isName) continue;
      const before = [stretch.stems[at - 1], stretch.stems[at - 2], one];
      const isAnnounced = before.some((word) => word !== undefined && announcing.has(word));
      const score =
        commons * looks.common + (isAnnounced ? looks.announced : 0) + (isName ? looks.quoted : 0);
      add(`${one} ${other}`, score, stretch);
    }
  }
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, most);
  return best.map(([name]) => hash(name));
}

/** A digit is a figure, and a stem of one letter is what an abbreviation left. */
const isNameable = (stemmed: string): boolean => stemmed.length > 1 && !/^\p{N}/u.test(stemmed);

/** Speeches of so many stems and more; runs of so many are compared. */
const speech = { least: 6, run: 4 };

/** The least hashes of the runs within speeches: two reports that quote the same words have most of them in common. */
export function quotesOf(stretches: readonly (readonly string[])[], most: number): readonly number[] {
  const runs = new Set<number>();
  for (const stems of stretches)
    if (stems.length >= speech.least) for (const run of shingleHashes(stems, speech.run)) runs.add(run);
  return [...runs].sort((a, b) => a - b).slice(0, most);
}
