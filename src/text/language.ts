// Tells Arabic from English by the letters a text is written in.

/** Languages with a profile of their own; another is read as the nearer of them. */
export const languages: readonly string[] = ["ar", "en"];

/** So many units of a text tell its language. */
const sample = 4000;

/** "ar" or "en"; Arabic when they are equal or there is no letter. */
export function detectLanguage(text: string): string {
  let [arabic, latin] = [0, 0];
  for (let at = 0; at < Math.min(text.length, sample); at += 1) {
    const unit = text.charCodeAt(at);
    if (isLatin(unit)) latin += 1;
    else if (isArabic(unit)) arabic += 1;
  }
  return latin > arabic ? "en" : "ar";
}

/** Letters of Basic Latin and of its extensions. */
function isLatin(unit: number): boolean {
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a && unit < 0x80) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  );
}

/** Letters of the Arabic blocks and presentation forms; digits, marks and punctuation tell nothing. */
function isArabic(unit: number): boolean {
  return (
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0x66e && unit <= 0x6d3) ||
    (unit >= 0x750 && unit <= 0x77f) ||
    (unit >= 0x8a0 && unit <= 0x8c7) ||
    (unit >= 0xfb50 && unit <= 0xfbff) ||
    (unit >= 0xfc00 && unit <= 0xfdff) ||
    (unit >= 0xfe80 && unit <= 0xfefc)
  );
}
