// Days and times of day as readers of each country write them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountryCode, countries } from "../../src/text/countries.ts";
import {
  type DayOptions,
  formatDay,
  formatShortDay,
  formatShortTime,
  formatTime,
  type HijriShift,
  isHijriShift,
} from "../../src/text/dates.ts";

const options = { locale: "ar", zone: "Africa/Cairo", calendar: "gregorian" } as const satisfies DayOptions;
const january = new Date("2026-01-24T09:00:00Z");

describe("formatDay", () => {
  it.each([
    ["Arabic", {}, "السبت 24 يناير 2026"], // Saturday 24 January 2026
    ["the Hijri calendar", { calendar: "hijri" }, "السبت 5 شعبان 1447 هـ"], // 5 Shaban
    ["both calendars", { calendar: "both" }, "السبت 24 يناير 2026 الموافق 5 شعبان 1447 هـ"],
    ["English", { locale: "en", calendar: "both" }, "Saturday 24 January 2026 · 5 Shaʻban 1447 AH"],
    ["Arabic of a region", { locale: "ar-MA" }, "السبت 24 يناير 2026"],
    [
      "Arabic-Indic digits",
      { digits: "arabic", calendar: "both" },
      "السبت ٢٤ يناير ٢٠٢٦ الموافق ٥ شعبان ١٤٤٧ هـ",
    ],
    ["the country's digits, eastern", { digits: "auto", country: "EG" }, "السبت ٢٤ يناير ٢٠٢٦"],
    ["the country's digits, western", { digits: "auto", country: "MA" }, "السبت 24 يناير 2026"],
    ["Latin digits where no country is known", { digits: "auto" }, "السبت 24 يناير 2026"],
    ["Latin digits against the country's", { digits: "latin", country: "EG" }, "السبت 24 يناير 2026"],
    [
      "English in Latin digits whatever is chosen",
      { locale: "en", digits: "arabic" },
      "Saturday 24 January 2026",
    ],
    ["English months in English", { locale: "en", country: "SY" }, "Saturday 24 January 2026"],
    ["a Hijri day later", { calendar: "hijri", hijriShift: 1 }, "السبت 6 شعبان 1447 هـ"],
    [
      "a Hijri day earlier",
      { calendar: "both", hijriShift: -1 },
      "السبت 24 يناير 2026 الموافق 4 شعبان 1447 هـ",
    ],
  ] as const satisfies readonly (readonly [string, Partial<DayOptions>, string])[])(
    "writes %s",
    (_rule, changed, expected) => expect(formatDay(january, { ...options, ...changed })).toBe(expected),
  );

  it.each([
    ["EG", "السبت ٢٤ يناير ٢٠٢٦", "الاثنين ٢٤ أغسطس ٢٠٢٦"],
    ["SA", "السبت ٢٤ يناير ٢٠٢٦", "الاثنين ٢٤ أغسطس ٢٠٢٦"],
    ["AE", "السبت 24 يناير 2026", "الاثنين 24 أغسطس 2026"],
    ["LY", "السبت 24 يناير 2026", "الاثنين 24 أغسطس 2026"],
    ["IQ", "السبت ٢٤ كانون الثاني ٢٠٢٦", "الاثنين ٢٤ آب ٢٠٢٦"],
    ["SY", "السبت ٢٤ كانون الثاني ٢٠٢٦", "الاثنين ٢٤ آب ٢٠٢٦"],
    ["LB", "السبت ٢٤ كانون الثاني ٢٠٢٦", "الاثنين ٢٤ آب ٢٠٢٦"],
    ["PS", "السبت ٢٤ كانون الثاني ٢٠٢٦", "الاثنين ٢٤ آب ٢٠٢٦"],
    ["TN", "السبت 24 جانفي 2026", "الاثنين 24 أوت 2026"],
    ["DZ", "السبت 24 جانفي 2026", "الاثنين 24 أوت 2026"],
    ["MA", "السبت 24 يناير 2026", "الاثنين 24 غشت 2026"],
    ["MR", "السبت ٢٤ يناير ٢٠٢٦", "الاثنين ٢٤ أغشت ٢٠٢٦"],
  ] as const)("writes 24 January and 24 August as %s does", (country, inJanuary, inAugust) => {
    const local = { ...options, country, digits: "auto" } as const;
    expect(formatDay(january, local)).toBe(inJanuary);
    expect(formatDay(new Date("2026-08-24T09:00:00Z"), local)).toBe(inAugust);
  });

  it.each([
    ["the zone's day before UTC's", "2026-03-01T02:00:00Z", "America/New_York", "السبت 28 فبراير 2026"],
    ["the zone's day after UTC's", "2026-02-28T23:00:00Z", "Asia/Riyadh", "الأحد 1 مارس 2026"],
    ["the era where a year could be Hijri", "1447-03-05T12:00:00Z", "UTC", "الجمعة 5 مارس 1447 م"],
    ["years before the era", "-000043-03-15T12:00:00Z", "UTC", "الجمعة 15 مارس 44 ق.م"],
  ])("writes %s", (_rule, instant, zone, expected) => {
    expect(formatDay(new Date(instant), { ...options, zone })).toBe(expected);
  });

  // Official first days: 1 Muharram 1446 on 7 July 2024, 1 Ramadan 1446 on 1 March 2025, 1 Shawwal 1446 on 30 March 2025.
  it.each([
    ["2024-07-07", "1 محرم 1446 هـ"],
    ["2025-03-01", "1 رمضان 1446 هـ"],
    ["2025-03-30", "1 شوال 1446 هـ"],
    ["2025-06-06", "10 ذو الحجة 1446 هـ"],
  ])("has the Saudi calendar's %s", (day, hijri) => {
    const text = formatDay(new Date(`${day}T12:00:00Z`), {
      ...options,
      zone: "Asia/Riyadh",
      calendar: "hijri",
    });
    expect(text.replace(/^\S+ /, "")).toBe(hijri);
  });

  it("shifts whole days also where a day has 25 hours", () => {
    // Cairo, half past midnight on 30 October 2025: 24 hours later it is still the 30th.
    const early = new Date("2025-10-29T21:30:00Z");
    const at = (hijriShift: HijriShift): string =>
      formatDay(early, { ...options, calendar: "hijri", hijriShift }).replace(/^\S+ /, "");
    expect([at(-1), at(0), at(1)]).toEqual([
      "7 جمادى الأولى 1447 هـ",
      "8 جمادى الأولى 1447 هـ",
      "9 جمادى الأولى 1447 هـ",
    ]);
  });

  it("shifts to the date of the day beside, for any day and zone", () => {
    const zones = Object.values(countries).flatMap(({ zones: each }) => each);
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2070-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        fc.constantFrom<HijriShift>(-1, 1),
        (instant, zone, hijriShift) => {
          const noon = (days: number): Date => {
            const [y, m, d] = new Intl.DateTimeFormat("en-CA", { timeZone: zone })
              .format(instant)
              .split("-")
              .map(Number);
            return new Date(Date.UTC(y ?? 0, (m ?? 1) - 1, (d ?? 1) + days, 9));
          };
          const hijri = (at: Date, shift: HijriShift): string =>
            formatDay(at, { ...options, zone, calendar: "hijri", hijriShift: shift }).replace(/^\S+ /, "");
          expect(hijri(instant, hijriShift)).toBe(hijri(noon(hijriShift), 0));
        },
      ),
    );
  });

  it("refuses a shift of two days", () => {
    const wrong = { ...options, hijriShift: 2 as HijriShift };
    expect(() => formatDay(january, wrong)).toThrow(RangeError);
    expect([-2, -1, 0, 1, 2, 0.5, "1", null, undefined].filter(isHijriShift)).toEqual([-1, 0, 1]);
  });

  it("writes no direction marks, for any country and calendar", () => {
    const codes = Object.keys(countries) as CountryCode[];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-02"), max: new Date("9999-01-01"), noInvalidDate: true }),
        fc.constantFrom(...codes),
        fc.constantFrom("gregorian", "hijri", "both"),
        (instant, country, calendar) => {
          const text = formatDay(instant, { ...options, country, digits: "auto", calendar });
          expect(text).not.toMatch(/[\u200E\u200F\u061C\u2066-\u2069]|undefined|NaN| {2}/);
        },
      ),
    );
  });
});

describe("formatShortDay", () => {
  const now = new Date("2026-02-10T09:00:00Z");
  it.each([
    ["no year in the same year", "2026-01-24T09:00:00Z", {}, "24 يناير"],
    ["the year in another", "2025-12-31T09:00:00Z", {}, "31 ديسمبر 2025"],
    [
      "the country's months and digits",
      "2026-01-24T09:00:00Z",
      { country: "LB", digits: "auto" },
      "٢٤ كانون الثاني",
    ],
    ["the Hijri date", "2026-01-24T09:00:00Z", { calendar: "hijri", hijriShift: 1 }, "6 شعبان"],
    ["the first calendar of both", "2026-01-24T09:00:00Z", { calendar: "both" }, "24 يناير"],
  ] as const)("writes %s", (_rule, instant, changed, expected) => {
    expect(formatShortDay(new Date(instant), { ...options, ...changed }, now)).toBe(expected);
  });
});

describe("formatTime", () => {
  it.each([
    ["the morning", "07:00", "ar", {}, "7:00 صباحاً", "7:00 ص"],
    ["the evening", "18:30", "ar", {}, "6:30 مساءً", "6:30 م"],
    ["midnight", "00:05", "ar", {}, "12:05 ليلاً", "12:05 ليلاً"],
    ["noon", "12:00", "ar", {}, "12:00 ظهراً", "12:00 ظهراً"],
    ["a time given in Arabic-Indic digits", "٠٧:١٥", "ar", {}, "7:15 صباحاً", "7:15 ص"],
    ["Arabic-Indic digits", "18:30", "ar", { digits: "arabic" }, "٦:٣٠ مساءً", "٦:٣٠ م"],
    ["the country's digits", "18:30", "ar", { digits: "auto", country: "QA" }, "٦:٣٠ مساءً", "٦:٣٠ م"],
    ["English", "18:30", "en", { digits: "arabic" }, "6:30 PM", "6:30 PM"],
  ] as const)("writes %s", (_rule, hhmm, locale, local, long, short) => {
    expect(formatTime(hhmm, locale, local)).toBe(long);
    expect(formatShortTime(hhmm, locale, local)).toBe(short);
  });
});
