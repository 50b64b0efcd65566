// Splits the dateline off the first paragraph: «القاهرة - وكالة ضفاف: …» ("Cairo - Difaf Agency: …").
import { datelineLength, isDateline } from "../../text/dateline.ts";
import { countWords } from "../../text/words.ts";
import { isAgency } from "../agency.ts";
import { isBody, toKey } from "../lines.ts";
import type { Line, Page, Step } from "../step.ts";
import { isOutletName } from "../title-ends.ts";

const parts =
  /^([^:،.؟!"«»()]{2,40}?)\s*(?:\(([^()]{2,40})\)\s*[-–—:]|\s[-–—]\s*([^:،.؟!"«»()]{2,40}?)\s*(?::|\s[-–—]\s))\s*/u;

/** «شمس برس – الرباط. …» (Shams Press, Rabat): an outlet and a place, and a full stop behind them. */
const stopped = /^([^:،.؟!"«»()]{2,40}?)\s[-–—]\s*([^:،.؟!"«»()]{2,25})\.\s+(?=\S+ \S)/u;

/**
 * Only a place and an agency together, in either order, make a dateline: a place alone before a dash may as well be the
 * first words of a sentence, and what is doubtful stays.
 */
export const splitDateline: Step = (page) => {
  const first = page.lines.findIndex(isBody);
  const line = page.lines[first];
  if (line === undefined) return page;
  return (
    splitNamed(page, first, line) ??
    splitStopped(page, first, line) ??
    splitOutlet(page, first, line) ??
    splitKnown(page, first, line) ??
    takeAlone(page, first) ??
    page
  );
};

/** «القاهرة - رويترز» (Cairo - Reuters) in a line of its own above the first paragraph. */
function takeAlone(page: Page, first: number): Page | undefined {
  const at = page.isRaw ? page.lines.findIndex(({ text }, index) => index < first && isDateline(text)) : -1;
  const line = page.lines[at];
  return (
    line && { ...page, dateline: line.text.replace(/[\s:–—-]+$/, ""), lines: page.lines.toSpliced(at, 1) }
  );
}

function splitNamed(page: Page, first: number, line: Line): Page | undefined {
  const match = parts.exec(line.text);
  if (match === null) return undefined;
  const names = [match[1] ?? "", match[2] ?? match[3] ?? ""].map((name) => name.trim());
  if (
    !names.some((name) => isAgency(name) || isSource(page, name)) ||
    names.some((name) => name.split(" ").length > 5)
  )
    return undefined;
  return splitAt(page, first, line, match[0].length);
}

/** «شمس الإخباري- …» (Shams News): an outlet by its form alone, a dash behind it. */
const outletAlone = /^([^:،.؟!"«»()–—-]{3,30}(?:الإخبارية?|نيوز|برس))\s*[-–—]\s+/u;

function splitOutlet(page: Page, first: number, line: Line): Page | undefined {
  const [whole = "", outlet = ""] = (page.isRaw ? outletAlone.exec(line.text) : null) ?? [];
  return whole !== "" && countWords(outlet) <= 3 && isOutletName(outlet)
    ? splitAt(page, first, line, whole.length)
    : undefined;
}

function splitStopped(page: Page, first: number, line: Line): Page | undefined {
  const [whole = "", outlet = "", place = ""] = (page.isRaw ? stopped.exec(line.text) : null) ?? [];
  return isOutletName(outlet) && countWords(place) <= 2
    ? splitAt(page, first, line, whole.length)
    : undefined;
}

/** «الخرطوم في 2 نوفمبر (ضفاف) - …» (Khartoum, 2 November): with a day, an unknown agency in brackets. */
function splitKnown(page: Page, first: number, line: Line): Page | undefined {
  const length = page.isRaw ? datelineLength(line.text) : 0;
  return length === 0 ? undefined : splitAt(page, first, line, length);
}

function splitAt(page: Page, first: number, line: Line, length: number): Page | undefined {
  const text = line.text.slice(length).trim();
  const dateline = line.text.slice(0, length).replace(/[\s:–—-]+$/, "");
  return text === "" ? undefined : { ...page, dateline, lines: page.lines.with(first, { ...line, text }) };
}

function isSource(page: Page, name: string): boolean {
  return page.source !== undefined && toKey(page.source) === toKey(name);
}
