// Finds the zone that a reader means by a city's name, a country's, or the zone's own.
import { bareWords } from "../text/bareWords.ts";
import { type Named, places } from "./places.ts";

/** What was typed longer than this names no place. */
const mostUnits = 60;

/** Offered at the most. */
const mostFound = 6;

const known = places.map((place) => ({ place, names: [bareWords(place.arabic), bareWords(place.english)] }));

let byZone: ReadonlyMap<string, Named> | undefined;

/** The city that names a zone, as «سيدني» (Sydney) for "Australia/Sydney"; undefined for a zone that has none here. */
export function placeOf(zone: string): Named | undefined {
  // The first of a zone names it; Intl may know the zone by an older name ("Asia/Calcutta").
  byZone ??= new Map(
    places.toReversed().flatMap((place): [string, Named][] => [
      [currentName(place.zone) ?? place.zone, place],
      [place.zone, place],
    ]),
  );
  return byZone.get(zone);
}

/**
 * Places of this name, the exact ones first, each zone once; in either script, insensitive to hamza, ta marbuta and
 * «ال». A name that several share gives them all, «عمان» (Amman, Oman) for one. None: nothing of this name is known.
 */
export function findPlaces(words: string): readonly Named[] {
  if (words.length > mostUnits) return [];
  const wanted = bareWords(words);
  if (wanted === "") return [];
  const exact = known.filter(({ names }) => names.includes(wanted));
  if (exact.length > 0) {
    const longer = known.filter(({ names }) => names.some((name) => name.startsWith(`${wanted} `)));
    return oncePerZone([...exact, ...longer].map(({ place }) => place));
  }
  const zone = readZone(words);
  if (zone !== undefined) return [zone];
  // Two letters begin too many names.
  if (wanted.length < 3) return [];
  const begins = known.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  const holds = known.filter(({ names }) => names.some((name) => name.includes(` ${wanted}`)));
  return oncePerZone([...begins, ...holds].map(({ place }) => place)).slice(0, mostFound);
}

function oncePerZone(found: readonly Named[]): readonly Named[] {
  return found.filter(({ zone }, index) => found.findIndex((other) => other.zone === zone) === index);
}

/** "asia/riyadh", and the last word of a zone alone: "adelaide". */
function readZone(words: string): Named | undefined {
  const wanted = words.trim().toLowerCase().replaceAll(" ", "_");
  const zones = Intl.supportedValuesOf("timeZone");
  const zone =
    zones.find((each) => each.toLowerCase() === wanted) ??
    zones.find((each) => each.toLowerCase().endsWith(`/${wanted}`)) ??
    (/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(words.trim()) ? currentName(words.trim()) : undefined);
  if (zone === undefined) return undefined;
  const name = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return placeOf(zone) ?? { zone, arabic: name, english: name };
}

/** A zone as Intl calls it, also by a name that it does not list ("Asia/Kolkata"); undefined for no zone. */
function currentName(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
