// Makes texts ready for a card's typeface: what it cannot draw is left out, or keeps the whole headline off the card.
import type { Face } from "./card.ts";

/** Marks that shape what is around them and need no glyph: joiners, and marks of direction. */
const shaping = new Set(["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"]);

/** The text without what the face cannot draw (emoji, controls); what is left of a space on both sides is one. */
export function readable(text: string, face: Face): string {
  const kept = [...text.normalize("NFC")].map((one) => {
    if (/^\s$/u.test(one)) return one === "\u00a0" || one === "\u202f" ? one : " ";
    if (shaping.has(one) || /^[\u2066-\u2069]$/.test(one)) return one;
    return face.has(one.codePointAt(0) ?? 0) && !/^\p{Cc}$/u.test(one) ? one : "";
  });
  return kept.join("").replace(/ +/g, " ").trim();
}

/** «iPhone 15» stays on one line. */
export function held(title: string): string {
  return title.replace(/(?<=\p{Script=Latin}) (?=\p{Nd})/gu, "\u00a0");
}

/** A title with a letter that the face lacks would say something else: it is not drawn at all. */
export function isDrawable(title: string, face: Face): boolean {
  const letters = title.normalize("NFC").match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => face.has(letter.codePointAt(0) ?? 0));
}
