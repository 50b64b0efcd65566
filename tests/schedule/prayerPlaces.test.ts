// The cities whose prayers are known: those that a reader can name, each where it stands.
import { describe, expect, it } from "vitest";
import { places } from "../../src/digest/places.ts";
import { zoneAt } from "../../src/digest/zoneAt.ts";
import { offsetMs } from "../../src/schedule/localTime.ts";
import { methods } from "../../src/schedule/prayerMethods.ts";
import { cityToKeep, nearestCity, placesIn, prayerPlace } from "../../src/schedule/prayerPlaces.ts";
import { countries } from "../../src/text/countries.ts";

const zones = [...new Set(places.map(({ zone }) => zone))];

/** Offsets of both halves of some years: zones that agree in all of them show one clock. */
const clockOf = (zone: string): string =>
  [2024, 2025, 2026, 2027]
    .flatMap((year) => [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)])
    .map((at) => offsetMs(zone, at))
    .join();

describe("the cities whose prayers are known", () => {
  it("stand for every zone whose city can be named, by the same name", () => {
    expect(zones.filter((zone) => prayerPlace(zone)?.name !== nameOf(zone))).toEqual([]);
  });

  it("are named as in the list of cities, and are all of them but the countries", () => {
    const known = new Set(places.map(({ zone, english }) => `${zone} ${english}`));
    const all = zones.flatMap((zone) => placesIn(zone).map(({ name }) => `${zone} ${name}`));
    expect(all.filter((name) => !known.has(name))).toEqual([]);
    const others = [...known].filter((name) => !all.includes(name));
    // Sixty-odd countries by their own names, a few of them by two.
    expect(others.length).toBeLessThan(85);
    expect(others).not.toContain("Asia/Riyadh Jeddah");
  });

  it("stand where the clock is that of their zone", () => {
    const wrong = zones.flatMap((zone) =>
      placesIn(zone)
        .filter(({ latitude, longitude }) => clockOf(zoneAt(latitude, longitude) ?? "UTC") !== clockOf(zone))
        .map(({ name }) => `${zone} ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("are there for every Arab country, by a method that there is", () => {
    const arab = Object.values(countries).flatMap((country): readonly string[] => country.zones);
    expect(arab.filter((zone) => placesIn(zone).length === 0)).toEqual([]);
    const named = zones.flatMap((zone) => placesIn(zone).map(({ method }) => method));
    expect(named.filter((name) => !Object.hasOwn(methods, name))).toEqual([]);
    expect(Object.keys(methods).filter((name) => !named.some((each) => each === name))).toEqual([]);
  });

  it("are found under a zone's older name too", () => {
    expect([prayerPlace("Egypt")?.name, prayerPlace("Asia/Calcutta")?.name]).toEqual(["Cairo", "New Delhi"]);
  });

  it("are none where no city is known, or no zone", () => {
    expect(["UTC", "America/Phoenix", "Mars/Base"].map((zone) => prayerPlace(zone))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the city that is kept of a reader", () => {
  it.each([
    ["a city beside the one that stands for the zone", "Asia/Riyadh", "Jeddah", "Jeddah"],
    ["the one that stands for it", "Asia/Riyadh", "Riyadh", ""],
    ["a country", "Asia/Riyadh", "Saudi Arabia", ""],
    ["a city of another zone", "Africa/Cairo", "Jeddah", ""],
    ["a zone without cities", "UTC", "Jeddah", ""],
  ])("of %s", (_what, zone, name, kept) => expect(cityToKeep(zone, name)).toBe(kept));

  it("is the nearest to a shared location", () => {
    expect(nearestCity("Asia/Riyadh", 21.6, 39.2)).toBe("Jeddah");
    expect(nearestCity("Asia/Riyadh", 24.7, 46.7)).toBe("");
    expect(nearestCity("America/Phoenix", 33.4, -112)).toBe("");
  });

  it("means nothing in another zone: the city that stands for it counts", () => {
    expect(prayerPlace("Africa/Cairo", "Jeddah")?.name).toBe("Cairo");
  });
});

function nameOf(zone: string): string | undefined {
  return places.find((place) => place.zone === zone)?.english;
}
