// Makes short phrases comparable: what people type for one thing in several spellings gets one form.
import { normalize } from "./normalize.ts";

/**
 * Normalised, without the marks around words and without «ال» (the) in front of each: «الطاقة» and «طاقه» (energy) are
 * one. For comparison only. Empty for a text without letters and digits.
 */
export function bareWords(words: string): string {
  return normalize(words)
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^ال(?=\p{L}{2})/u, ""))
    .join(" ");
}
