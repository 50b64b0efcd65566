// The countries' ways against Intl, and every place where we know better.
import { describe, expect, it } from "vitest";
import {
  type Country,
  type CountryCode,
  countries,
  countryOf,
  monthNames,
} from "../../src/text/countries.ts";

const rows: [CountryCode, Country][] = Object.entries(countries) as [CountryCode, Country][];

/** Node 20 has it as a property, later ones as a method. */
function weekOf(code: string): { firstDay: number; weekend: number[] } {
  const locale = new Intl.Locale(`ar-${code}`) as unknown as Record<string, unknown>;
  const read = locale["getWeekInfo"];
  return (typeof read === "function" ? read.call(locale) : locale["weekInfo"]) as ReturnType<typeof weekOf>;
}

const isoDays = ["", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

describe("countries", () => {
  it("has the 22 of the Arab League", () => {
    expect(Object.keys(countries).sort().join(" ")).toBe(
      "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE",
    );
  });

  it.each(rows)("%s names the months as Intl does", (code, { months }) => {
    const format = new Intl.DateTimeFormat(`ar-${code}-u-ca-gregory`, { month: "long", timeZone: "UTC" });
    const names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 15)));
    expect(monthNames[months]).toEqual(names);
  });

  it.each(rows)("%s writes digits as Intl does", (code, { digits }) => {
    expect(new Intl.NumberFormat(`ar-${code}`).format(7)).toBe(digits === "arabic" ? "٧" : "7");
  });

  it.each(rows.filter(([code]) => !["PS", "SO", "DJ"].includes(code)))(
    "%s rests and begins its week as Intl has it",
    (code, { weekend, weekStart }) => {
      const { weekend: days, firstDay } = weekOf(code);
      expect(weekend).toEqual(days.map((day) => isoDays[day]));
      expect(weekStart).toBe(isoDays[firstDay]);
    },
  );

  it.each([
    ["PS", ["fri", "sat"], "sat"],
    ["SO", ["fri"], "sat"],
    ["DJ", ["fri"], "sat"],
  ] as const)("%s rests on its own days, and a note says why", (code, weekend, weekStart) => {
    expect(countries[code]).toMatchObject({ weekend, weekStart, note: expect.stringContaining("CLDR") });
    expect(weekOf(code).weekend).toEqual([6, 7]);
  });

  it.each(rows)("%s has zones that Node knows, no country's twice", (code, { zones }) => {
    for (const zone of zones) expect(countryOf(zone)).toBe(code);
    expect(
      zones.map((timeZone) => new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone),
    ).toEqual(zones);
  });
});

describe("countryOf", () => {
  it.each([
    ["knows a zone", "Africa/Cairo", "EG"],
    ["knows an old name of a zone", "Egypt", "EG"],
    ["knows a zone in any case", "asia/riyadh", "SA"],
    ["knows either half of Palestine", "Asia/Hebron", "PS"],
    ["is silent about other countries", "Europe/Berlin", undefined],
    ["is silent about UTC", "UTC", undefined],
    ["is silent about what is no zone", "Nowhere/At all", undefined],
    ["is silent about nothing", "", undefined],
  ])("%s", (_rule, zone, expected) => expect(countryOf(zone)).toBe(expected));
});
