// How each Arab country writes days: its names of the months, digits, weekend, first day of the week, time zones.

const list = (names: string): readonly string[] => names.split("، ");

/** Arabic names of the twelve Gregorian months, January first. */
export const monthNames = {
  /** The Nile valley, the Gulf, Libya, Yemen; what pan-Arab newspapers write. */
  common: list("يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر"),
  /** The Syriac names of the Levant and Iraq: kanun, shubat, adhar … */
  syriac: list(
    "كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول",
  ),
  /** After the French, in Tunisia and Algeria alike: janvier, février, avril, juin … */
  french: list("جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر"),
  /** Morocco's own: may, yulyuz, ghusht, shutanbir, nuwanbir, dujanbir. */
  moroccan: list("يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر"),
  /** Mauritania's own: ibril, aghusht, shutambir, dujambir. */
  mauritanian: list("يناير، فبراير، مارس، إبريل، مايو، يونيو، يوليو، أغشت، شتمبر، أكتوبر، نوفمبر، دجمبر"),
} as const;

export type MonthNames = keyof typeof monthNames;
export type Weekday = "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";

export interface Country {
  readonly months: MonthNames;
  readonly digits: "latin" | "arabic";
  /** Days of rest, in order. */
  readonly weekend: readonly Weekday[];
  readonly weekStart: Weekday;
  /** IANA zones. */
  readonly zones: readonly string[];
  /** Where this is not what CLDR 48 has, or where CLDR is in doubt, and why. */
  readonly note?: string;
}

const fridayAndSaturday = ["fri", "sat"] as const;
const saturdayAndSunday = ["sat", "sun"] as const;
const gulf = { months: "common", digits: "arabic", weekend: fridayAndSaturday } as const;
const levant = { months: "syriac", digits: "arabic", weekend: fridayAndSaturday, weekStart: "sat" } as const;

/**
 * By ISO 3166 code. Everything is as CLDR 48 has it, and as Intl says in a test, unless a note tells otherwise. Digits
 * are those of schools and banknotes: many newsrooms of the east print Latin ones, so a reader's own choice goes first.
 */
export const countries = {
  EG: { ...gulf, weekStart: "sat", zones: ["Africa/Cairo"] },
  SA: { ...gulf, weekStart: "sun", zones: ["Asia/Riyadh"] },
  AE: {
    months: "common",
    digits: "latin",
    weekend: saturdayAndSunday,
    weekStart: "mon",
    zones: ["Asia/Dubai"],
    note: "Since 2022 Friday is half a working day; Sharjah rests from Friday to Sunday.",
  },
  KW: { ...gulf, weekStart: "sat", zones: ["Asia/Kuwait"] },
  QA: { ...gulf, weekStart: "sat", zones: ["Asia/Qatar"] },
  BH: { ...gulf, weekStart: "sat", zones: ["Asia/Bahrain"] },
  OM: { ...gulf, weekStart: "sat", zones: ["Asia/Muscat"] },
  YE: { ...gulf, weekStart: "sun", zones: ["Asia/Aden"] },
  IQ: { ...levant, zones: ["Asia/Baghdad"] },
  SY: { ...levant, zones: ["Asia/Damascus"] },
  LB: { ...levant, weekend: saturdayAndSunday, weekStart: "mon", zones: ["Asia/Beirut"] },
  JO: { ...levant, zones: ["Asia/Amman"] },
  PS: {
    ...levant,
    zones: ["Asia/Gaza", "Asia/Hebron", "Asia/Jerusalem"],
    note: "CLDR has no entry for the week and falls back to Saturday and Sunday. Offices and schools rest on Friday and Saturday, many firms on Friday only. IANA files Asia/Jerusalem under another country; an Arabic reader who chooses Jerusalem writes days as here.",
  },
  LY: {
    months: "common",
    digits: "latin",
    weekend: fridayAndSaturday,
    weekStart: "sat",
    zones: ["Africa/Tripoli"],
  },
  TN: {
    months: "french",
    digits: "latin",
    weekend: saturdayAndSunday,
    weekStart: "mon",
    zones: ["Africa/Tunis"],
  },
  DZ: {
    months: "french",
    digits: "latin",
    weekend: fridayAndSaturday,
    weekStart: "sat",
    zones: ["Africa/Algiers"],
  },
  MA: {
    months: "moroccan",
    digits: "latin",
    weekend: saturdayAndSunday,
    weekStart: "mon",
    zones: ["Africa/Casablanca"],
  },
  MR: {
    months: "mauritanian",
    digits: "arabic",
    weekend: saturdayAndSunday,
    weekStart: "mon",
    zones: ["Africa/Nouakchott"],
    note: "Newsrooms write the common names of the months and Latin digits about as often.",
  },
  SD: { ...gulf, weekStart: "sat", zones: ["Africa/Khartoum"] },
  SO: {
    months: "common",
    digits: "arabic",
    weekend: ["fri"],
    weekStart: "sat",
    zones: ["Africa/Mogadishu"],
    note: "CLDR has no entry for the week and falls back to Saturday and Sunday. Friday is the one day all sources agree on; some add Thursday.",
  },
  DJ: {
    months: "common",
    digits: "arabic",
    weekend: ["fri"],
    weekStart: "sat",
    zones: ["Africa/Djibouti"],
    note: "CLDR has no entry for the weekend and falls back to Saturday and Sunday. The working week is Saturday to Thursday.",
  },
  KM: {
    months: "common",
    digits: "arabic",
    weekend: saturdayAndSunday,
    weekStart: "mon",
    zones: ["Indian/Comoro"],
    note: "CLDR has no entry for the week, and its fallback is kept for want of a better source.",
  },
} as const satisfies Record<string, Country>;

export type CountryCode = keyof typeof countries;

const byZone = new Map<string, CountryCode>(
  (Object.keys(countries) as CountryCode[]).flatMap((code) =>
    countries[code].zones.map((zone): [string, CountryCode] => [zone, code]),
  ),
);

/** "EG" for "Africa/Cairo" and for its old name "Egypt"; undefined for a zone of no Arab country, or no zone at all. */
export function countryOf(zone: string): CountryCode | undefined {
  return byZone.get(zone) ?? byZone.get(canonical(zone));
}

/** The name Intl prefers for a zone; the text itself where Intl knows no such zone. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
