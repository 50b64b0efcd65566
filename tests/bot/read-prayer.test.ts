// A time by a prayer, as people write it in Arabic and English.
import { describe, expect, it } from "vitest";
import { readPrayer } from "../../src/bot/settings/readPrayer.ts";
import { readWish } from "../../src/bot/settings/readWish.ts";
import { wishKey } from "../../src/subscribers/wish.ts";

const read = (text: string): string | undefined => {
  const wish = readWish(text);
  return wish === undefined ? undefined : wishKey(wish);
};

describe("a written time by a prayer", () => {
  it.each([
    ["بعد الفجر بربع ساعة", "fajr+15"],
    ["بعد الفجر ب15 دقيقة", "fajr+15"],
    ["بعد صلاة الفجر بـ ١٥ دقيقة", "fajr+15"],
    ["بعد الفجر بـ15 دقيقة", "fajr+15"],
    ["بعد أذان الفجر بخمس دقائق", "fajr+5"],
    ["قبل المغرب بعشر دقائق", "maghrib-10"],
    ["قبل المغرب بعشر دقايق", "maghrib-10"],
    ["بعد العشاء بساعة", "isha+60"],
    ["بعد العشا بساعه ونص", "isha+90"],
    ["بعد العشاء بساعة ونصف", "isha+90"],
    ["بعد الظهر بساعتين", "dhuhr+120"],
    ["بعد العصر بنصف ساعة", "asr+30"],
    ["قبل العصر بثلث ساعة", "asr-20"],
    ["بعد المغرب بساعة إلا ربع", "maghrib+45"],
    ["بعد الشروق بـ٢٠ دقيقة", "sunrise+20"],
    ["بعد الصبح بدقيقتين", "fajr+2"],
    ["بعد الفجر بدقيقة", "fajr+1"],
    ["15 دقيقة بعد الفجر", "fajr+15"],
    ["ربع ساعة قبل المغرب", "maghrib-15"],
    ["نصف ساعة بعد صلاة العشاء", "isha+30"],
    ["الفجر", "fajr+0"],
    ["مع أذان المغرب", "maghrib+0"],
    ["وقت صلاة الظهر", "dhuhr+0"],
    ["عند الشروق", "sunrise+0"],
    ["الفجر + 15", "fajr+15"],
    ["المغرب - 10", "maghrib-10"],
    ["fajr+15", "fajr+15"],
    ["15 minutes after fajr", "fajr+15"],
    ["Half an hour before Maghrib", "maghrib-30"],
    ["an hour after isha", "isha+60"],
    ["10 min before Asr prayer", "asr-10"],
    ["after fajr by 15 minutes", "fajr+15"],
    ["at sunrise", "sunrise+0"],
    ["2 hours after dhuhr", "dhuhr+120"],
    ["\u200Fبعد الفجر بربع ساعة", "fajr+15"],
    // Wall-clock times are read as before.
    ["5 فجراً", "05:00"],
    ["1 ظهراً", "13:00"],
    ["7:05", "07:05"],
  ])("%j is %s", (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ["بعد الفجر", "fajr"],
    ["بعد صلاة العشاء", "isha"],
    ["قبل المغرب", "maghrib"],
    ["before asr", "asr"],
    ["الفجر 15", "fajr"],
    ["بعد الفجر ب 900 دقيقة", "fajr"],
  ])("%j names the prayer and leaves open how long after it", (text, prayer) => {
    expect(readPrayer(text)).toEqual({ prayer });
    expect(read(text)).toBeUndefined();
  });

  it.each([
    "",
    "أخبار المغرب",
    "بعد غد",
    "قبل 15 دقيقة",
    "بعد الفجر بأخبار كثيرة",
    "الفجر الجديد",
    "ظهر اليوم",
    "fajr fm",
    "after the match",
    "ملخص",
    "x".repeat(4000),
  ])("%j is none", (text) => expect(readPrayer(text)).toBeUndefined());
});
