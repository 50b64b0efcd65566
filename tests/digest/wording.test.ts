// Days as a reader's country names them.
import { describe, expect, it } from "vitest";
import { agoWords, dayWords } from "../../src/digest/wording.ts";
import type { Messages, Voice } from "../../src/messages/messages.ts";

const voice: Voice = { locale: "ar", digits: "latin" };
const instant = new Date("2026-11-24T10:00:00Z");

describe("the month has the name of the reader's country", () => {
  it.each([
    ["Africa/Cairo", "الثلاثاء 24 نوفمبر 2026"],
    ["Asia/Beirut", "الثلاثاء 24 تشرين الثاني 2026"],
    ["Africa/Casablanca", "الثلاثاء 24 نونبر 2026"],
    ["Europe/Berlin", "الثلاثاء 24 نوفمبر 2026"],
  ])("%s", (zone, expected) =>
    expect(dayWords(voice, instant, { zone, calendar: "gregorian" })).toBe(expected),
  );

  it("in lists too, once a story is a week old", () => {
    const place = { zone: "Asia/Beirut", calendar: "gregorian" } as const;
    const none = {} as Messages; // Nothing is said of a date.
    expect(agoWords(none, voice, instant, new Date("2026-12-24T10:00:00Z"), place)).toBe("24 تشرين الثاني");
  });

  it("but English is English everywhere", () => {
    const english: Voice = { locale: "en", digits: "latin" };
    expect(dayWords(english, instant, { zone: "Asia/Beirut", calendar: "gregorian" })).toBe(
      "Tuesday 24 November 2026",
    );
  });
});

it.each([
  [-1, "الأربعاء 18 فبراير 2026 الموافق 29 شعبان 1447 هـ"],
  [0, "الأربعاء 18 فبراير 2026 الموافق 1 رمضان 1447 هـ"],
  [1, "الأربعاء 18 فبراير 2026 الموافق 2 رمضان 1447 هـ"],
] as const)("moves the Hijri date by %i", (hijriShift, expected) => {
  const place = { zone: "Africa/Cairo", calendar: "both", hijriShift } as const;
  expect(dayWords(voice, new Date("2026-02-18T10:00:00Z"), place)).toBe(expected);
});
