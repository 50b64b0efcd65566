// The cities a reader may choose to name a zone: Arab capitals first, then some of the diaspora.

interface City {
  readonly id: string;
  readonly zone: string;
}

/** Order of the buttons, two a row: by population of the country, then the diaspora. */
export const cities: readonly City[] = [
  { id: "cairo", zone: "Africa/Cairo" },
  { id: "riyadh", zone: "Asia/Riyadh" },
  { id: "algiers", zone: "Africa/Algiers" },
  { id: "khartoum", zone: "Africa/Khartoum" },
  { id: "baghdad", zone: "Asia/Baghdad" },
  { id: "rabat", zone: "Africa/Casablanca" },
  { id: "sanaa", zone: "Asia/Aden" },
  { id: "damascus", zone: "Asia/Damascus" },
  { id: "tunis", zone: "Africa/Tunis" },
  { id: "amman", zone: "Asia/Amman" },
  { id: "dubai", zone: "Asia/Dubai" },
  { id: "tripoli", zone: "Africa/Tripoli" },
  { id: "beirut", zone: "Asia/Beirut" },
  { id: "jerusalem", zone: "Asia/Jerusalem" },
  { id: "gaza", zone: "Asia/Gaza" },
  { id: "muscat", zone: "Asia/Muscat" },
  { id: "kuwait", zone: "Asia/Kuwait" },
  { id: "nouakchott", zone: "Africa/Nouakchott" },
  { id: "doha", zone: "Asia/Qatar" },
  { id: "manama", zone: "Asia/Bahrain" },
  { id: "mogadishu", zone: "Africa/Mogadishu" },
  { id: "djibouti", zone: "Africa/Djibouti" },
  { id: "istanbul", zone: "Europe/Istanbul" },
  { id: "berlin", zone: "Europe/Berlin" },
  { id: "london", zone: "Europe/London" },
  { id: "new-york", zone: "America/New_York" },
];

const byZone = new Map(cities.map(({ id, zone }) => [zone, id]));

/** The city's id for an IANA zone, undefined for a zone without a button. */
export function cityOf(zone: string): string | undefined {
  return byZone.get(zone);
}

/** The IANA zone of a city's id. */
export function zoneOf(id: string): string | undefined {
  return cities.find((city) => city.id === id)?.zone;
}
