// The ends of a title, at which outlets and sections are written: «عنوان - اسم الموقع» ("headline - site").

import { toKey } from "./lines.ts";
import { ambiguousNames, outletEnding, outletNames } from "./outlets.ts";

/** A longer title is none, and every cut of it would be copied. */
const longest = 600;

/** Each way to take one end off at a separator: the title that remains, and the end; the end is the shorter one. */
export function splitTitle(title: string): readonly (readonly [title: string, end: string])[] {
  if (title.length > longest) return [];
  const found: [string, string][] = [];
  for (const match of title.matchAll(/\s+[-–—|:«»•·]+\s+|\s*[|»«]\s*/g)) {
    const before = title.slice(0, match.index).trim();
    const after = title.slice(match.index + match[0].length).trim();
    found.push([before, after], [after, before]);
  }
  return found.filter(
    ([rest, end]) => end.length > 1 && rest.length > end.length && hasEvenQuotes(rest) && hasEvenQuotes(end),
  );
}

/** A cut inside a quotation is none. */
function hasEvenQuotes(text: string): boolean {
  return text.split("«").length === text.split("»").length && text.split('"').length % 2 === 1;
}

/** True for an end that is an outlet's name by its own words, whatever the page says, and can be nothing else. */
export function isOutletName(end: string): boolean {
  return mayBeOutlet(end) && !ambiguousNames.has(toKey(end));
}

/** True also for «عمان» and «المدينة» (Oman, Medina; the city), which name outlets behind a bar, places behind a dash. */
export function mayBeOutlet(end: string): boolean {
  return end.split(" ").length <= 5 && (outletNames.has(toKey(end)) || outletEnding.test(end));
}
