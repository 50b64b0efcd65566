// Tells one river, one hospital, one film from another: what stands behind a word that names are given to.
import { stem } from "../../text/stem.ts";
import { isCommonplace } from "./commonplaces.ts";
import { hash } from "./hash.ts";
import type { Stretch } from "./stretches.ts";

/** Words of things that have names, a kind a word or, where two words are one kind, a group joined by "=". At most 63, by their number in the list. */
const listed = `نهر وادي جبل بحيرة خليج ساحل=شاطئ واحة سهل هضبة صحراء غابة سد جسر نفق طريق=أوتوستراد شارع ساحة=ميدان حي=ضاحية مدينة=بلدة قرية محافظة=ولاية=إقليم
جزيرة مخيم ميناء=مرفأ مطار محطة معبر مستشفى=مشفى جامعة مدرسة معهد مسجد=جامع كنيسة متحف فندق برج سوق مصنع=معمل منجم حقل ملعب=ستاد صالة=قاعة رواق=غاليري نادي=نادى
حزب شركة=مجموعة مصرف=بنك سفينة=ناقلة=باخرة قطار فيلم=شريط رواية كتاب مسرحية مسلسل معرض مهرجان كأس إعصار=عاصفة قناة صحيفة مجلة لقاح`;

const kinds: ReadonlyMap<string, number> = new Map(
  listed
    .split(/\s+/)
    .flatMap((group, kind) => group.split("=").map((word): [string, number] => [stem(word), kind])),
);

export const kindOf = (thing: number): number => thing >>> 10;

/** Numbers of 16 bits in the order of the text: 6 of the kind, 10 of the word behind it. */
export function thingsOf(stretches: readonly Stretch[], most: number): readonly number[] {
  const found = new Set<number>();
  for (const [place, { stems }] of stretches.entries())
    for (const [at, word] of stems.entries()) {
      const kind = kinds.get(word);
      if (kind === undefined) continue;
      const name =
        stems[at + 1] ?? (at === stems.length - 1 ? nameQuotedIn(stretches[place + 1]) : undefined);
      if (name === undefined || name.length < 2 || /^\p{N}/u.test(name)) continue;
      if (isCommonplace(name)) continue;
      found.add((kind << 10) | (hash(name) & 0x3ff));
    }
  return [...found].slice(0, most);
}

/** «العاصفة «نورس»» (the storm "Seagull"). */
const nameQuotedIn = (next: Stretch | undefined): string | undefined =>
  next?.isQuoted === true ? next.stems.find((stemmed) => stemmed !== "") : undefined;
