// Splits the dateline off the first paragraph: «القاهرة - وكالة ضفاف: …» ("Cairo - Difaf Agency: …").
import { isAgency } from "../agency.ts";
import { isBody, toKey } from "../lines.ts";
import type { Page, Step } from "../step.ts";

const parts =
  /^([^:،.؟!"«»()]{2,40}?)\s*(?:\(([^()]{2,40})\)\s*[-–—:]|\s[-–—]\s*([^:،.؟!"«»()]{2,40}?)\s*(?::|\s[-–—]\s))\s*/u;

/**
 * Only a place and an agency together, in either order, make a dateline: a place alone before a dash may as well be the
 * first words of a sentence, and what is doubtful stays.
 */
export const splitDateline: Step = (page) => {
  const first = page.lines.findIndex(isBody);
  const line = page.lines[first];
  const match = line === undefined ? null : parts.exec(line.text);
  if (line === undefined || match === null) return page;
  const names = [match[1] ?? "", match[2] ?? match[3] ?? ""].map((name) => name.trim());
  if (
    !names.some((name) => isAgency(name) || isSource(page, name)) ||
    names.some((name) => name.split(" ").length > 5)
  )
    return page;
  const text = line.text.slice(match[0].length).trim();
  const dateline = match[0].replace(/[\s:–—-]+$/, "");
  return text === "" ? page : { ...page, dateline, lines: page.lines.with(first, { ...line, text }) };
};

function isSource(page: Page, name: string): boolean {
  return page.source !== undefined && toKey(page.source) === toKey(name);
}
