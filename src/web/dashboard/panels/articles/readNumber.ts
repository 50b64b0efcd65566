// Reads the number of an article or of a reader as an operator writes it.
import { toLatinDigits } from "../../../../text/digits.ts";

/** «42», «٤٢», «a42» or «/a42»; undefined for other words. */
export function readNumber(words: string): number | undefined {
  const digits = /^(?:#|\/?a)?(\d{1,12})$/i.exec(toLatinDigits(words.trim()))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
