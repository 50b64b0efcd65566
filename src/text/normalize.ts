// Makes texts comparable; what it returns is never shown to a reader.

/** Alef forms, ya and kaf of Persian and Urdu, ta marbuta: one letter each. */
const letters: Readonly<Record<string, string>> = {
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ٲ: "ا", ٳ: "ا",
  ى: "ي", ی: "ي", ې: "ي", ے: "ي", ئ: "ي", ؤ: "و", ة: "ه", ۀ: "ه", ہ: "ه", ھ: "ه", ۃ: "ه",
  ک: "ك", گ: "ك", ڪ: "ك", پ: "ب", چ: "ج", ژ: "ز", ڤ: "ف",
};

const digits = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

/**
 * For comparison only: presentation forms, tashkeel, tatweel, alef, ya, ta marbuta, digits, quotes, zero-width and
 * bidi marks are unified or gone, case is folded, white space is one blank.
 */
export function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g, "")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C]/g, "")
    .replace(/[أإآٱٲٳىیېےئؤةۀہھۃکگڪپچژڤ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digits.indexOf(digit) % 10))
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
