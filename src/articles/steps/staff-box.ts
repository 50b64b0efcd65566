// Drops the box of a newspaper's staff above or below a report: «رئيس التحرير» (editor in chief) and under it a name.
import { countWords } from "../../text/words.ts";
import { isBody } from "../lines.ts";
import type { Line, Page, Step } from "../step.ts";
import { hasTerminal } from "../unwrap.ts";

const rule = "staff-box";

/** An office of the house by itself; a name on the same line is the furniture rule's. */
const office =
  /^(?:نائب |مساعد )?(?:رئيس|رئيسة|رئيسا|مدير|مديرة|سكرتير|المدير|المشرف|الناشر|المؤسس)(?: (?:مجلس الإدارة|مجلسي الإدارة|مجلس الادارة|التحرير|ورئيس التحرير|التنفيذي|العام|المسؤول|حزب \p{L}+)){0,3}$/u;

/** Words of a person's name. */
const mostName = 5;

/** A headline is longer than a name, and no sentence of many words. */
const headline = { least: 4, most: 30 } as const;

/** Only lines before the first paragraph or behind the last; where a scrape began with the box, the next line is its title. */
export const dropStaff: Step = (page) => {
  if (!page.isRaw) return page;
  const isFirst = office.test(page.title);
  const lines: readonly Line[] = isFirst
    ? [{ text: page.title, kind: "paragraph", isAlone: true }, ...page.lines]
    : page.lines;
  const first = lines.findIndex((line) => isBody(line) && hasTerminal(line.text));
  const last = lines.findLastIndex(isBody);
  const isOffice = (at: number): boolean =>
    (at < first || at > last) && office.test(lines[at]?.text ?? "") && isName(lines[at + 1]);
  const isStaff = lines.map((_line, at) => isOffice(at) || (at > 0 && isOffice(at - 1)));
  if (!isStaff.includes(true)) return page;
  return toPage(page, lines, isStaff, isFirst);
};

function toPage(page: Page, lines: readonly Line[], isStaff: readonly boolean[], isFirst: boolean): Page {
  const left = lines.filter((_line, at) => isStaff[at] !== true);
  const gone = lines.filter((_line, at) => isStaff[at] === true).map(({ text }) => ({ text, rule }));
  const removed = [...page.removed, ...gone];
  if (!isFirst) return { ...page, lines: left, removed };
  const [next, ...rest] = left;
  const words = countWords(next?.text ?? "");
  const isHeadline =
    next !== undefined && words >= headline.least && words <= headline.most && !/[^.]\.$/.test(next.text);
  return isHeadline
    ? { ...page, title: next.text, lines: rest, removed }
    : { ...page, title: "", lines: left, removed };
}

function isName(line: Line | undefined): boolean {
  return line !== undefined && !/[.!؟:،]$/.test(line.text) && countWords(line.text) <= mostName;
}
