// Chooses the blocks of a page that are its article.
import { countWords } from "../text/words.ts";
import type { Block } from "./format.ts";
import { markBoxes } from "./html-boxes.ts";
import { type Judged, trimEdges } from "./html-edges.ts";
import { weakMarks } from "./html-marks.ts";
import type { HtmlPage, PageBlock } from "./html-page.ts";
import { innermost, isInside, sizesOf } from "./html-tree.ts";
import { toKey } from "./lines.ts";
import { toldBy } from "./told-by.ts";
import { hasTerminal } from "./unwrap.ts";

export interface Evidence {
  /** The article's text as the page's linked data has it. */
  readonly linked?: string | undefined;
  /** The article's text as Readability found it. */
  readonly readable?: string | undefined;
  readonly title?: string | undefined;
}

/** Marks of what no reader would take for a part of the text; the record of removals leaves them out. */
const silent: ReadonlySet<string> = new Set([
  "menu",
  "aside",
  "footer",
  "header",
  "figure",
  "form",
  "hidden",
]);

/** Shares of characters. */
const share = {
  /** Of the running text, that the block of an article holds. */
  own: 0.7,
  /** The same, of text that evidence confirms. */
  confirmed: 0.9,
  /** Unmarked text below this share shows that the marks deceive. */
  unmarked: 0.25,
  /** A mark around more than this of the text that counts deceives. */
  marked: 0.33,
  /** Evidence for less than this of our own choice is no evidence. */
  enough: 0.6,
  /** Linked data that tells less of what else is found tells only a part. */
  told: 0.6,
} as const;

/** A page with more long paragraphs than these is not written in short ones. */
const fewLong = 3;

/** Pure. Blocks with a `mark` are no text, and only there to be put on record. */
export function chooseBody(given: HtmlPage, evidence: Evidence): Block[] {
  const { page, others } = markBoxes(given);
  const linkedKey = toKey(evidence.linked ?? "");
  const isLinked = toldBy(linkedKey);
  const readableKey = toKey(evidence.readable ?? "");
  const isReadable = toldBy(readableKey);

  const running = runningText(page.blocks.filter((block) => !others.has(block)));
  const linked = linkedKey === "" ? [] : [...running].filter(isLinked);
  const readable = readableKey === "" ? [] : [...running].filter(isReadable);
  const isWhole = toKey(linked.map(({ text }) => text).join("")).length >= linkedKey.length / 2;
  // Some pages put only the beginning of the article into their data.
  const isTold =
    linked.length > 0 &&
    isWhole &&
    lengthOf(linked) >= share.told * (lengthOf(readable) || lengthOf([...running]));
  const isElsewhere = linkedKey.length > 400 && lengthOf(linked) < linkedKey.length / 4;
  if (isElsewhere && lengthOf([...running]) < linkedKey.length) return toParagraphs(evidence.linked ?? "");

  const judged = judge(page, running, isTold ? linked : readable, isTold);
  const unmarked = judged.filter(({ isRunning, mark }) => isRunning && mark === undefined);
  const own = innermost(page.elements, unmarked, share.own);
  const inOwn = unmarked.filter(({ element }) => isInside(page.elements, element, own));
  const confirmed = unmarked.filter(isTold ? isLinked : isReadable);
  const isEnough = isTold || lengthOf(confirmed) >= lengthOf(inOwn) * share.enough;
  const container = isEnough ? innermost(page.elements, confirmed, share.confirmed) : own;

  const inside = judged.map(({ element }) => isInside(page.elements, element, container));
  const start = inside.indexOf(true);
  const title = findTitle(judged, evidence.title);
  const chosen = judged.filter((block, at) => {
    if (inside[at] === true)
      return title < 0 || at > title || title > start + judged.length || isStray(block, isReadable);
    // A lead often stands in a box of its own between the headline and the text.
    return block.isRunning && block.mark === undefined && title >= 0 && at > title && at < start;
  });
  const whole = isTold && lengthOf(confirmed) >= lengthOf(inOwn) * 0.8;
  return trimEdges(page.elements, cutNextArticle(page, chosen), whole ? isLinked : undefined)
    .filter(
      ({ kind, mark }) => mark === undefined || !(silent.has(mark) || (mark === "links" && kind === "list")),
    )
    .map(({ kind, text, mark }) => ({ kind, text, ...(mark !== undefined && { mark }) }));
}

/** Running text above the headline that Readability took for the article. */
function isStray(block: Judged, isReadable: (block: PageBlock) => boolean): boolean {
  return block.isRunning && block.mark === undefined && isReadable(block);
}

/** Sentences of few words count where the page has hardly a longer one: «والسبب صيانة مضخة.» (the cause is …). */
function runningText(blocks: readonly PageBlock[]): ReadonlySet<PageBlock> {
  const long = blocks.filter(isRunningText);
  if (long.length > fewLong) return new Set(long);
  const all = blocks.filter((block) => isRunningText(block) || isShortSentence(block));
  return new Set(lengthOf(all) >= lengthOf(long) * 2 ? all : long);
}

function isShortSentence({ kind, text, linkShare }: PageBlock): boolean {
  return kind !== "heading" && linkShare === 0 && countWords(text) >= 3 && /[.؟!]["»”)]*$/.test(text);
}

function isRunningText({ kind, text, linkShare }: PageBlock): boolean {
  if (kind === "heading" || linkShare > 0.5) return false;
  const words = countWords(text);
  return words >= 20 || (words >= 8 && hasTerminal(text));
}

function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Each block with its mark, but for marks that stand around too much of what counts. */
function judge(
  page: HtmlPage,
  running: ReadonlySet<PageBlock>,
  evidence: readonly PageBlock[],
  isTold: boolean,
): Judged[] {
  const cancelled = new Set<number>();
  for (let round = 0; round < 8; round += 1) {
    const marks = inheritMarks(page, cancelled);
    const isOpen = ({ element }: PageBlock): boolean => (marks[element] ?? undefined) === undefined;
    const all = [...running];
    const told =
      evidence.length > 0 && (isTold || lengthOf(all.filter(isOpen)) < lengthOf(all) / 2) ? evidence : all;
    const least = told === all ? share.unmarked : 0.5;
    if (lengthOf(told.filter(isOpen)) >= lengthOf(told) * least || told.length === 0) break;
    const sizes = sizesOf(page.elements, told);
    const deceivers = page.elements.flatMap(({ mark }, at) =>
      mark !== undefined && !cancelled.has(at) && (sizes[at] ?? 0) > lengthOf(told) * share.marked
        ? [at]
        : [],
    );
    if (deceivers.length === 0) break;
    for (const at of deceivers) cancelled.add(at);
  }
  const marks = inheritMarks(page, cancelled);
  return page.blocks.map((block) => {
    const isRunning = running.has(block);
    const mark = marks[block.element];
    const isText = mark === undefined || (isRunning && weakMarks.has(mark));
    return { ...block, isRunning, ...(!isText && { mark }) };
  });
}

/** A table or a quotation in a figure is no picture. */
const notPictured = new Set(["table", "blockquote"]);

function inheritMarks(page: HtmlPage, cancelled: ReadonlySet<number>): (string | undefined)[] {
  const marks: (string | undefined)[] = [];
  for (const [at, { tag, parent, mark }] of page.elements.entries()) {
    const outer = marks[parent];
    const own = cancelled.has(at) ? undefined : mark;
    marks.push(outer === "figure" && notPictured.has(tag) ? own : (outer ?? own));
  }
  return marks;
}

/** The index of the headline: of the first heading that says what the title says; -1 when none does. */
function findTitle(blocks: readonly Judged[], title: string | undefined): number {
  const key = toKey(title ?? "");
  if (key === "") return -1;
  return blocks.findIndex((block) => {
    const own = toKey(block.text);
    return (
      block.kind === "heading" &&
      own.length > 8 &&
      block.mark !== "related" &&
      (own === key || key.includes(own) || own.includes(key))
    );
  });
}

/** A page that goes on with the next article has its first-level headline in a box of its own. */
function cutNextArticle(page: HtmlPage, blocks: readonly Judged[]): readonly Judged[] {
  const first = blocks.findIndex(({ isRunning, mark }) => isRunning && mark === undefined);
  const begin = blocks[first];
  if (begin === undefined) return blocks;
  const next = blocks.findIndex(({ isTitle, element }, at) => {
    const box = page.elements[element]?.parent ?? -1;
    return at > first && isTitle && !isInside(page.elements, begin.element, box);
  });
  return next < 0 ? blocks : blocks.slice(0, next);
}

/** Linked data writes paragraphs as lines, or as HTML. */
function toParagraphs(body: string): Block[] {
  return body
    .replace(/<\/?(?:p|br|div|h[1-6]|li)\b[^>]{0,200}>/gi, "\n")
    .replace(/<[^>]{0,500}>/g, "")
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((text) => ({ kind: "paragraph", text }));
}
