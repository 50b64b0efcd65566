// Makes texts comparable; what it returns is never shown to a reader.
import { blank, compose, expands, foldings, mendHalves, removed, uncommon } from "./foldings.ts";
import { ligatures } from "./letterForms.ts";

/**
 * For comparison only: presentation forms, tashkeel, tatweel, alef, ya, hamza, ta marbuta, Persian and Urdu letters,
 * digits, quotes, dashes, zero-width and bidi marks are unified or gone, case is folded, white space is one blank,
 * none at either end. «كتـــابُ أحمد» (Ahmad's book) gives «كتاب احمد». A second time changes nothing. An empty text
 * gives an empty one. `normalizeWithMap` tells where in the text each part of the result stood.
 */
export function normalize(text: string): string {
  const folded = fold(text);
  return hasUncommon ? fold(compose(mendHalves(folded))) : folded;
}

/** What the last `fold` met. */
let hasUncommon = false;

/** So many arguments a call surely takes, and so long an array stays quick. */
const chunk = 8192;

/** Each unit as the table has it; an uncommon one stays. */
function fold(text: string): string {
  hasUncommon = false;
  let folded = "";
  let last = blank;
  for (let from = 0; from < text.length; from += chunk) {
    const units: number[] = [];
    const to = Math.min(from + chunk, text.length);
    for (let at = from; at < to; at += 1) {
      const source = text.charCodeAt(at);
      let unit = foldings[source] ?? removed;
      if (unit <= blank) {
        if (unit === removed || (unit === blank && last === blank)) continue;
        if (unit === expands) return fold(expand(text));
        if (unit === uncommon) {
          hasUncommon = true;
          unit = source;
        }
      }
      units.push(unit);
      last = unit;
    }
    folded += String.fromCharCode(...units);
  }
  return last === blank ? folded.slice(0, -1) : folded;
}

const signs = new RegExp(`[${[...ligatures.keys()].join("")}]`, "g");

function expand(text: string): string {
  return text.replace(signs, (sign) => ligatures.get(sign) ?? sign);
}
