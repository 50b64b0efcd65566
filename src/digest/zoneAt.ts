// Finds the time zone of a place on the earth, without asking anyone.
import findZone from "@photostructure/tz-lookup";

/**
 * The IANA zone; undefined at sea and for what is no place. The table is coarse (a few kilometres off at borders,
 * where the neighbour's clock mostly shows the same): what it says is shown to the reader, who can change it.
 */
export function zoneAt(latitude: number, longitude: number): string | undefined {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isPlace) return undefined;
  const zone = findZone(latitude, longitude);
  return zone.startsWith("Etc/") ? undefined : zone;
}
