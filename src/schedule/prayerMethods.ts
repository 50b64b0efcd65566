// How each country reckons the times of prayer: angles of the sun, minutes, and what is added to be on the safe side.
import { CalculationMethod, CalculationParameters } from "adhan";

/** Minutes that a body adds to what it computes; negative ones come earlier. */
type Minutes = Partial<CalculationParameters["methodAdjustments"]>;

function angles(fajr: number, isha: number, minutes: Minutes = {}): CalculationParameters {
  const parameters = new CalculationParameters("Other", fajr, isha);
  parameters.methodAdjustments = { ...parameters.methodAdjustments, ...minutes };
  return parameters;
}

/**
 * adhan's own methods under its names, and those it lacks, which follow the lists that calculators share (Aladhan's
 * methods 18, 19, 21 and 23; the Java library of MuslimCompanion for Oman, Libya and the minutes of Algeria and
 * Tunisia; the ministry's tables of Casablanca for Morocco, to a minute). All are what the body computes: a mosque may
 * differ by a few minutes. Asr is that of the Shafi, Maliki and Hanbali schools everywhere.
 */
export const methods = {
  Egyptian: () => CalculationMethod.Egyptian(),
  /** Isha 90 minutes after Maghrib; in Ramadan 120, see `prayerTimes.ts`. */
  UmmAlQura: () => CalculationMethod.UmmAlQura(),
  /** Umm al-Qura's angle and minutes without the half hour of Ramadan, which is a Saudi order: Bahrain, Yemen. */
  Arabia: () => CalculationMethod.UmmAlQura(),
  Dubai: () => CalculationMethod.Dubai(),
  Kuwait: () => CalculationMethod.Kuwait(),
  Qatar: () => CalculationMethod.Qatar(),
  /** Ministry of Endowments and Religious Affairs, Oman. */
  Oman: () => angles(18, 18, { dhuhr: 5, asr: 5, maghrib: 5, isha: 1 }),
  /** Ministry of Awqaf, Islamic Affairs and Holy Places, Jordan, which also keeps the mosques of Jerusalem. */
  Jordan: () => angles(18, 18, { maghrib: 5 }),
  /** General Authority of Awqaf and Islamic Affairs, Libya. */
  Libya: () => angles(18.5, 18.5, { dhuhr: 4, maghrib: 4 }),
  /** Ministry of Religious Affairs, Tunisia. */
  Tunisia: () => angles(18, 18, { fajr: -1, dhuhr: 7, maghrib: 1, isha: 1 }),
  /** Ministry of Religious Affairs and Wakfs, Algeria. */
  Algeria: () => angles(18, 17, { maghrib: 3 }),
  /** Ministry of Habous and Islamic Affairs, Morocco. */
  Morocco: () => angles(19, 17, { sunrise: -3, dhuhr: 5, maghrib: 5 }),
  Turkey: () => CalculationMethod.Turkey(),
  Tehran: () => CalculationMethod.Tehran(),
  Karachi: () => CalculationMethod.Karachi(),
  Singapore: () => CalculationMethod.Singapore(),
  /** North America, the British Isles and the far north: seasonal, with a seventh of the night from 55° on. */
  MoonsightingCommittee: () => CalculationMethod.MoonsightingCommittee(),
  /** Where no other is the custom. */
  MuslimWorldLeague: () => CalculationMethod.MuslimWorldLeague(),
} as const satisfies Record<string, () => CalculationParameters>;

export type MethodName = keyof typeof methods;
