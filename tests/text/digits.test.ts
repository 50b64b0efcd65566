// Digits, there and back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOf, toArabicDigits, toLatinDigits } from "../../src/text/digits.ts";

describe("digits", () => {
  it.each([
    ["Arabic-Indic", "٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["Persian", "۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["mixed with words", "عام ٢٠٢٦، 7 أيام", "عام 2026، 7 أيام"], // the year 2026, 7 days
    ["none", "", ""],
  ])("reads %s digits", (_rule, text, expected) => expect(toLatinDigits(text)).toBe(expected));

  it("gives Latin digits back that were written in Arabic ones", () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(toArabicDigits(String(number))).not.toMatch(/[0-9]/);
        expect(toLatinDigits(toArabicDigits(String(number)))).toBe(String(number));
      }),
    );
  });

  it.each([
    ["the choice before the country", "latin", "EG", "latin"],
    ["the choice where the country writes Latin ones", "arabic", "MA", "arabic"],
    ["the country's when left to it", "auto", "SA", "arabic"],
    ["the country's Latin ones", "auto", "DZ", "latin"],
    ["Latin ones without a country", "auto", undefined, "latin"],
  ] as const)("takes %s", (_rule, choice, country, expected) =>
    expect(digitsOf(choice, country)).toBe(expected),
  );
});
