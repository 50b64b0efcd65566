// Guesses where a newcomer lives from the language that the app reports: a first value, shown and easily changed.
import { countries } from "../../text/countries.ts";

/** Languages other than Arabic that point to one zone, for readers of Arabic abroad. English and French point nowhere. */
const byLanguage: Readonly<Record<string, string>> = {
  tr: "Europe/Istanbul",
  de: "Europe/Berlin",
  nl: "Europe/Amsterdam",
  sv: "Europe/Stockholm",
  da: "Europe/Copenhagen",
  nb: "Europe/Oslo",
  no: "Europe/Oslo",
  it: "Europe/Rome",
  fa: "Asia/Tehran",
  ckb: "Asia/Baghdad",
  so: "Africa/Mogadishu",
};

/** "ar-SA" gives "Asia/Riyadh"; undefined where the code tells no country, as a bare "ar". */
export function guessZone(languageCode: string | undefined): string | undefined {
  const [language = "", ...rest] = (languageCode ?? "").split(/[-_]/);
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase();
  const country = Object.entries(countries).find(([code]) => code === region)?.[1];
  return country?.zones[0] ?? byLanguage[language.toLowerCase()];
}
