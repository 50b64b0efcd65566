// From a city's name, or a point on the earth, to a time zone.
import { describe, expect, it } from "vitest";
import { cities } from "../../src/digest/cities.ts";
import { findPlaces, placeOf } from "../../src/digest/findPlace.ts";
import { places } from "../../src/digest/places.ts";
import { zoneAt } from "../../src/digest/zoneAt.ts";

const zonesOf = (words: string): string[] => findPlaces(words).map(({ zone }) => zone);

describe("a place by its name", () => {
  it.each([
    ["القاهرة", "Africa/Cairo"],
    ["قاهره", "Africa/Cairo"], // without «ال», with ha
    ["جده", "Asia/Riyadh"],
    ["الاسكندريه", "Africa/Cairo"],
    ["أبو ظبي", "Asia/Dubai"],
    ["ابوظبي", "Asia/Dubai"],
    ["المغرب", "Africa/Casablanca"], // Morocco
    ["نيويورك", "America/New_York"],
    ["Cairo", "Africa/Cairo"],
    ["  new york ", "America/New_York"],
    ["asia/riyadh", "Asia/Riyadh"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["adelaide", "Australia/Adelaide"],
    ["Port Moresby", "Pacific/Port_Moresby"],
  ])("%s", (words, zone) => expect(zonesOf(words)).toEqual([zone]));

  it("is asked for where several share it", () => {
    expect(zonesOf("عمان")).toEqual(["Asia/Muscat", "Asia/Amman"]); // Oman, Amman
    expect(zonesOf("طرابلس")).toEqual(["Africa/Tripoli", "Asia/Beirut"]);
  });

  it("is offered by its beginning, from three letters on", () => {
    expect(zonesOf("الإسكند")).toEqual(["Africa/Cairo"]);
    expect(zonesOf("ال")).toEqual([]);
    expect(zonesOf("با").length).toBe(0);
  });

  it.each(["", "   ", "اطلنطس", "x".repeat(200), "😀", "../../etc", "Etc/Nowhere"])(
    "%j names none",
    (words) => expect(zonesOf(words)).toEqual([]),
  );
});

describe("the table of places", () => {
  it("holds zones that exist, with both names", () => {
    for (const { zone, arabic, english } of places) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
      expect(arabic).toMatch(/^[\p{Script=Arabic}\p{M}\s]+$/u);
      expect(english).toMatch(/^[A-Za-z\s-]+$/);
    }
  });

  it("names the zone of every city that has a button", () => {
    for (const { zone } of cities) expect(placeOf(zone)?.zone).toBe(zone);
    expect(placeOf("Asia/Calcutta")?.english).toBe("New Delhi");
  });
});

describe("a shared location", () => {
  it.each([
    [30.04, 31.24, "Africa/Cairo"],
    [24.71, 46.68, "Asia/Riyadh"],
    [33.57, -7.59, "Africa/Casablanca"],
    [36.2, 37.16, "Asia/Damascus"],
    [15.37, 44.19, "Asia/Aden"],
    [31.95, 35.93, "Asia/Amman"],
    [41.01, 28.98, "Europe/Istanbul"],
  ])("%d, %d is in %s", (latitude, longitude, zone) => expect(zoneAt(latitude, longitude)).toBe(zone));

  it.each([
    [0, -30],
    [91, 0],
    [0, 181],
    [Number.NaN, 0],
  ])("%d, %d is in no zone of a land", (latitude, longitude) =>
    expect(zoneAt(latitude, longitude)).toBeUndefined(),
  );
});
