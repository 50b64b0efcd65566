// Marks what stands around and between the paragraphs of an article in boxes of its own: links, captions, names, stamps.
import { countWords } from "../text/words.ts";
import type { PageBlock, PageElement } from "./html-page.ts";
import { isInside, nearest } from "./html-tree.ts";
import { hasTerminal } from "./unwrap.ts";

/** A block that the page's tree and the evidence speak about. */
export interface Judged extends PageBlock {
  /** What the markup says it is, inherited; undefined for what may be text. */
  readonly mark?: string;
  /** True for running text: only an article, a comment or a teaser has it. */
  readonly isRunning: boolean;
}

const rowTags = new Set(["tr"]);
const listTags = new Set(["ul", "ol", "dl", "table"]);

/** A cell with more words is a paragraph. */
const cellWords = 8;

/**
 * Blocks of an article with marks on those that are mostly links, that are short and stand in another box than the
 * paragraphs, or that head nothing. `isTold` knows the text where the page's own data has all of it.
 */
export function trimEdges(
  elements: readonly PageElement[],
  blocks: readonly Judged[],
  isTold: ((block: PageBlock) => boolean) | undefined,
): Judged[] {
  const rows = joinRows(elements, blocks);
  const isBody = ({ isRunning, mark }: Judged): boolean => isRunning && mark === undefined;
  const first = rows.findIndex(isBody);
  const last = rows.findLastIndex(isBody);
  const boxes = new Set(
    rows.filter(isBody).flatMap(({ element }) => [element, elements[element]?.parent ?? -1]),
  );
  const marked = rows.map((block, at): Judged => {
    if (block.mark !== undefined || isBody(block)) return block;
    const most = block.kind === "list" ? 0.5 : 0.8;
    if (block.linkShare > most) return { ...block, mark: "links" };
    if (first < 0) return block;
    const isAmong = isAmongParagraphs(elements, block, boxes);
    if (block.kind === "heading") return at > last && !isAmong ? { ...block, mark: "edge" } : block;
    const isShort = block.kind === "list" || !hasTerminal(block.text);
    if (isAmong || !isShort)
      return isTold !== undefined && isShort && block.kind !== "list" && !isTold(block)
        ? { ...block, mark: "untold" }
        : block;
    if (at < first || at > last) return { ...block, mark: "edge" };
    if (block.linkShare > 0.5) return { ...block, mark: "links" };
    const hasPicture =
      elements[block.element]?.hasPicture === true ||
      elements[elements[block.element]?.parent ?? -1]?.hasPicture === true;
    return hasPicture ? { ...block, mark: "caption" } : block;
  });
  return marked.map((block, at) =>
    block.kind === "heading" && block.mark === undefined && headsNothing(marked, at)
      ? { ...block, mark: "links" }
      : block,
  );
}

/** True for a block in the box that the paragraphs stand in, or for a list or table there. */
function isAmongParagraphs(
  elements: readonly PageElement[],
  { element }: Judged,
  boxes: ReadonlySet<number>,
): boolean {
  const parent = elements[element]?.parent ?? -1;
  if (boxes.has(parent) || boxes.has(element)) return true;
  const list = nearest(elements, element, listTags);
  return list >= 0 && boxes.has(elements[list]?.parent ?? -1);
}

/** True for a heading behind which, up to the next one, only marked blocks or nothing stands. */
function headsNothing(blocks: readonly Judged[], at: number): boolean {
  const next = blocks.slice(at + 1).findIndex(({ kind, mark }) => kind === "heading" && mark === undefined);
  const under = blocks.slice(at + 1, next < 0 ? undefined : at + 1 + next);
  if (under.some(({ mark }) => mark === undefined)) return false;
  return next < 0 || under.length > 0;
}

/** The cells of a row of a table as one line: words of figures belong to their names. */
function joinRows(elements: readonly PageElement[], blocks: readonly Judged[]): Judged[] {
  const joined: Judged[] = [];
  let row = -1;
  for (const block of blocks) {
    const here = nearest(elements, block.element, rowTags);
    const before = joined.at(-1);
    const isCell = (one: Judged): boolean =>
      one.kind !== "heading" && one.linkShare < 0.5 && countWords(one.text) <= cellWords;
    if (
      here >= 0 &&
      here === row &&
      before !== undefined &&
      isInside(elements, before.element, here) &&
      isCell(block) &&
      before.mark === block.mark &&
      (before.kind === "list" || isCell(before)) &&
      countWords(before.text) <= cellWords * 6
    )
      joined[joined.length - 1] = { ...before, kind: "list", text: `${before.text} ${block.text}` };
    else joined.push(block);
    row = here;
  }
  return joined;
}
