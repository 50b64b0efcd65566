// Tells Arabic from English by the letters a text is written in.

/** "ar" or "en"; Arabic when they are equal or there is no letter. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 4000);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin > arabic ? "en" : "ar";
}
