// Turns Arabic-Indic and Persian digits to Latin ones, and finished display strings to Arabic-Indic ones.
import { type CountryCode, countries } from "./countries.ts";

/** "auto" is what the reader's country writes. */
export type DigitsChoice = "auto" | "latin" | "arabic";

const arabicIndic = "٠١٢٣٤٥٦٧٨٩";
const persian = "۰۱۲۳۴۵۶۷۸۹";

/** "٤٢" and "۴۲" as "42"; everything else as it is. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const at = arabicIndic.indexOf(digit);
    return String(at >= 0 ? at : persian.indexOf(digit));
  });
}

/** "42" as "٤٢". For finished display strings: commands and addresses must stay Latin. */
export function toArabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => arabicIndic[Number(digit)] ?? digit);
}

/** The digits of a choice; "auto" where no country is known is Latin, which every Arab country reads. */
export function digitsOf(choice: DigitsChoice, country?: CountryCode): "latin" | "arabic" {
  if (choice !== "auto") return choice;
  return country === undefined ? "latin" : countries[country].digits;
}
