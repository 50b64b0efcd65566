// Knows the names of the months in every Arab country: a number before one is a day, not a figure.
import { monthNames } from "../../text/countries.ts";
import { normalize } from "../../text/normalize.ts";

/** Of a name in two words the first is enough: «تشرين الأول». */
const months: ReadonlySet<string> = new Set(
  Object.values(monthNames)
    .flat()
    .map((name) => normalize(name.split(" ")[0] ?? "")),
);

/** For a normalised word. */
export function isMonth(word: string): boolean {
  return months.has(word);
}
