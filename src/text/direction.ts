// The direction of a text, and the marks that keep inserted text on its own side.

export const RLM = "\u200F";
export const LRM = "\u200E";

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** By the first strong letter (UAX #9, rules P2 and P3); left-to-right when there is none. */
export function directionOf(text: string): "rtl" | "ltr" {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}

/** The text between FSI and PDI: it takes its own direction and changes that of nothing around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
