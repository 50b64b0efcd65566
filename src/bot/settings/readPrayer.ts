// Reads a time by a prayer as people write it: «بعد الفجر بربع ساعة» (a quarter of an hour after Fajr), "fajr+15".
import {
  type Anchor,
  isAnchor,
  mostOffsetMinutes,
  type Prayer,
  readWishKey,
} from "../../subscribers/wish.ts";
import { bareWords } from "../../text/bareWords.ts";
import { toLatinDigits } from "../../text/digits.ts";

/** A time that was read, or only the prayer where the words leave open how long after it. */
export type PrayerRead = { readonly anchor: Anchor } | { readonly prayer: Prayer };

const named: Readonly<Record<Prayer, string>> = {
  fajr: "الفجر، الصبح، fajr, fajir, subh",
  sunrise: "الشروق، شروق الشمس، sunrise, shuruq, shurooq",
  dhuhr: "الظهر، dhuhr, zuhr, duhr, zohr",
  asr: "العصر، asr",
  maghrib: "المغرب، maghrib, maghreb",
  isha: "العشاء، العشا، isha, ishaa, isha'a",
};

/** Words of how long, in minutes. */
const spans: Readonly<Record<string, number>> = {
  "دقيقة، one minute, a minute": 1,
  "دقيقتين، دقيقتان، two minutes": 2,
  "ثلاث دقائق، three minutes": 3,
  "أربع دقائق، four minutes": 4,
  "خمس دقائق، five minutes": 5,
  "عشر دقائق، ten minutes": 10,
  "ربع ساعة، خمس عشرة دقيقة، خمسة عشر دقيقة، a quarter of an hour, quarter of an hour, quarter hour, fifteen minutes": 15,
  "ثلث ساعة، عشرين دقيقة، عشرون دقيقة، twenty minutes": 20,
  "خمس وعشرين دقيقة، twenty five minutes": 25,
  "نصف ساعة، نص ساعة، ثلاثين دقيقة، ثلاثون دقيقة، half an hour, half hour, thirty minutes": 30,
  "أربعين دقيقة، ثلثي ساعة، forty minutes": 40,
  "ساعة إلا ربع، ساعة إلا ربعا، خمس وأربعين دقيقة، three quarters of an hour, forty five minutes": 45,
  "خمسين دقيقة، fifty minutes": 50,
  "ساعة، ساعة واحدة، an hour, one hour": 60,
  "ساعة وربع، an hour and a quarter": 75,
  "ساعة وثلث": 80,
  "ساعة ونصف، ساعة ونص، an hour and a half, one and a half hours": 90,
  "ساعتين، ساعتان، two hours": 120,
  "ثلاث ساعات، three hours": 180,
};

/** Both commas part the names; a name is met in any spelling that the normal form takes for the same. */
function byWords<Value>(table: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(
    table.flatMap(([names, value]) =>
      names.split(/[،,]\s*/).map((name) => [bareWords(name), value] as const),
    ),
  );
}

const prayerOf = byWords(Object.entries(named).map(([prayer, names]) => [names, prayer as Prayer]));
const minutesOf = byWords(Object.entries(spans));

const anyPrayer = [...prayerOf.keys()].sort((a, b) => b.length - a.length).join("|");
const before = new Set(["قبل", "قبيل", "before"].map(bareWords));

/** «بعد صلاة الفجر بـ15 دقيقة» (15 minutes after the Fajr prayer), the span last. */
const spanLast = new RegExp(
  `^(?:(قبل|قبيل|بعد|مع|عند|وقت|في وقت|before|after|at|with) )?(?:(?:صلاه|اذان|موعد|وقت) )*(${anyPrayer})(?: (?:by )?(.+))?$`,
);
/** "15 minutes after fajr", the span first. */
const spanFirst = new RegExp(
  `^(.+) (قبل|قبيل|بعد|before|after) (?:(?:صلاه|اذان|موعد|وقت|the) )*(${anyPrayer})$`,
);

/** What was typed longer than this is no time. */
const mostUnits = 80;

/** Undefined for words that name no prayer, or that say more than a time. */
export function readPrayer(text: string): PrayerRead | undefined {
  if (text.length > mostUnits) return undefined;
  const signed = readSigned(text);
  if (signed !== undefined) return { anchor: signed };
  const words = bareWords(toLatinDigits(text))
    .replace(/\b(?:prayer|adhan|call)$/, "")
    .trim();
  const last = spanLast.exec(words);
  const [, side, name = "", span] = last ?? reorder(spanFirst.exec(words)) ?? [];
  const at = prayerOf.get(name);
  if (at === undefined) return undefined;
  const isAside = side !== undefined && (before.has(side) || side === "بعد" || side === "after");
  if (span === undefined) return isAside ? { prayer: at } : { anchor: { at, offsetMinutes: 0 } };
  const minutes = readSpan(span);
  if (minutes === undefined || minutes > mostOffsetMinutes)
    return /\d/.test(span) ? { prayer: at } : undefined;
  if (minutes === 0) return { anchor: { at, offsetMinutes: 0 } };
  if (!isAside) return { prayer: at };
  return { anchor: { at, offsetMinutes: before.has(side) ? -minutes : minutes } };
}

/** "fajr+15", «الفجر + 15». */
function readSigned(text: string): Anchor | undefined {
  const [, name = "", sign = "", digits = ""] =
    /^\s*([^\d+−–-]+?)\s*([+−–-])\s*(\d{1,3})\s*(?:د|دقيقة|دقائق|min|m)?\s*$/u.exec(toLatinDigits(text)) ??
    [];
  const at = prayerOf.get(bareWords(name));
  const wish = at === undefined ? undefined : readWishKey(`${at}${sign === "+" ? "+" : "-"}${digits}`);
  return wish !== undefined && isAnchor(wish) ? wish : undefined;
}

function reorder(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[2], match[3], match[1]];
}

/** «بربع ساعة» (by a quarter of an hour), «ب 15 دقيقة», "15", "2 hours"; in minutes. */
function readSpan(text: string): number | undefined {
  for (const words of [text, text.replace(/^ب ?/, "")]) {
    const known = minutesOf.get(words);
    if (known !== undefined) return known;
    const [, digits, unit = ""] = /^(\d{1,3}) ?(\p{L}*)$/u.exec(words) ?? [];
    if (digits !== undefined && minuteWords.has(unit)) return Number(digits);
    if (digits !== undefined && hourWords.has(unit)) return Number(digits) * 60;
  }
  return undefined;
}

const minuteWords = new Set(
  ["", "دقيقة", "دقائق", "دقايق", "د", "minutes", "minute", "mins", "min", "m"].map(bareWords),
);
const hourWords = new Set(["ساعة", "ساعات", "hours", "hour", "h"].map(bareWords));
