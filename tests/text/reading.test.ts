// Direction, digits, language, days and times: what a reader sees of them.
import { describe, expect, it } from "vitest";
import { formatDay, formatShortDay, formatShortTime, formatTime } from "../../src/text/dates.ts";
import { toArabicDigits, toLatinDigits } from "../../src/text/digits.ts";
import { directionOf, isolate, LRM, RLM } from "../../src/text/direction.ts";
import { detectLanguage } from "../../src/text/language.ts";

describe("direction", () => {
  it.each([
    ["Arabic", "نعم", "rtl"],
    ["English", "yes", "ltr"],
    ["figures before Arabic", "3.5 «نعم»", "rtl"],
    ["Latin before Arabic", "iPhone يصل", "ltr"],
    ["Hebrew", "שלום", "rtl"],
    ["nothing", "", "ltr"],
    ["only figures", "42", "ltr"],
  ] as const)("of %s", (_name, text, expected) => expect(directionOf(text)).toBe(expected));

  it("isolates between FSI and PDI", () => expect(isolate("a")).toBe("\u2068a\u2069"));
  it("has the two marks", () => expect([RLM, LRM]).toEqual(["\u200F", "\u200E"]));
});

describe("digits", () => {
  it("reads Arabic-Indic and Persian ones", () => expect(toLatinDigits("٤٢ و۴۲ و42")).toBe("42 و42 و42"));
  it("writes Arabic-Indic ones and nothing else anew", () =>
    expect(toArabicDigits("7:05 /a42%")).toBe("٧:٠٥ /a٤٢%"));
  it("goes there and back", () => expect(toLatinDigits(toArabicDigits("0123456789"))).toBe("0123456789"));
});

describe("language", () => {
  it.each([
    ["Arabic", "وصل الوفد", "ar"],
    ["English", "It rained", "en"],
    ["Arabic with some English", "أعلنت Reuters عن الخبر العاجل", "ar"],
    ["equal letters", "اب ab", "ar"],
    ["no letter", "123", "ar"],
    ["nothing", "", "ar"],
    ["presentation forms", "ﻛﺘﺎﺏ a", "ar"],
    ["marks and digits tell nothing", "ab ٠١٢٣،؟", "en"],
  ])("of %s", (_name, text, expected) => expect(detectLanguage(text)).toBe(expected));
});

describe("days", () => {
  const instant = new Date("2026-11-24T05:00:00Z");
  it.each([
    ["ar", "gregorian", "الثلاثاء 24 نوفمبر 2026"],
    ["ar", "hijri", "الثلاثاء 14 جمادى الآخرة 1448 هـ"],
    ["ar", "both", "الثلاثاء 24 نوفمبر 2026 الموافق 14 جمادى الآخرة 1448 هـ"],
    ["ar-EG", "gregorian", "الثلاثاء 24 نوفمبر 2026"],
    ["en", "gregorian", "Tuesday 24 November 2026"],
    ["en", "both", "Tuesday 24 November 2026 · 14 Jumada II 1448 AH"],
  ] as const)("in %s, %s", (locale, calendar, expected) => {
    expect(formatDay(instant, { locale, zone: "Africa/Cairo", calendar })).toBe(expected);
  });

  it("are taken in the reader's zone", () => {
    const late = new Date("2026-11-24T22:30:00Z");
    expect(formatDay(late, { locale: "ar", zone: "Asia/Riyadh", calendar: "gregorian" })).toBe(
      "الأربعاء 25 نوفمبر 2026",
    );
    expect(formatDay(late, { locale: "ar", zone: "UTC", calendar: "gregorian" })).toBe(
      "الثلاثاء 24 نوفمبر 2026",
    );
  });

  it("hold no direction mark", () => {
    for (let month = 0; month < 12; month += 1) {
      const day = formatDay(new Date(Date.UTC(2026, month, 9)), {
        locale: "ar",
        zone: "UTC",
        calendar: "both",
      });
      expect(day).not.toMatch(/[\u200E\u200F\u061C٠-٩]/);
    }
  });
});

describe("short days", () => {
  const now = new Date("2026-11-24T08:00:00Z");
  it.each([
    ["2026-11-15T08:00:00Z", "ar", "gregorian", "15 نوفمبر"],
    ["2025-11-15T08:00:00Z", "ar", "gregorian", "15 نوفمبر 2025"],
    ["2026-11-15T08:00:00Z", "ar", "both", "15 نوفمبر"],
    ["2026-11-15T08:00:00Z", "ar", "hijri", "5 جمادى الآخرة"],
    ["2026-11-15T08:00:00Z", "en", "gregorian", "15 November"],
  ] as const)("%s in %s, %s", (instant, locale, calendar, expected) => {
    const options = { locale, calendar, zone: "Africa/Cairo" };
    expect(formatShortDay(new Date(instant), options, now)).toBe(expected);
  });
});

describe("times", () => {
  it.each([
    ["07:00", "ar", "7:00 ص"],
    ["18:30", "ar", "6:30 م"],
    ["18:30", "en", "6:30 PM"],
  ])("%s in %s, short", (time, locale, expected) => expect(formatShortTime(time, locale)).toBe(expected));

  it.each([
    ["07:00", "ar", "7:00 صباحاً"],
    ["18:30", "ar", "6:30 مساءً"],
    ["00:05", "ar", "12:05 ليلاً"],
    ["12:00", "ar-SA", "12:00 ظهراً"],
    ["07:00", "en", "7:00 AM"],
    ["23:59", "en", "11:59 PM"],
    ["٠٧:٠٠", "ar", "7:00 صباحاً"],
  ])("%s in %s", (time, locale, expected) => expect(formatTime(time, locale)).toBe(expected));
});
