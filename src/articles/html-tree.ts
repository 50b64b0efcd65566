// Counts over the tree of a page's elements: what they hold, and which of them holds nearly all of it.
import type { PageBlock, PageElement } from "./html-page.ts";

/** Characters of the blocks in each element and in all that it holds; a parent always has the lower index. */
export function sizesOf(elements: readonly PageElement[], blocks: Iterable<PageBlock>): Float64Array {
  const sizes = new Float64Array(elements.length);
  for (const { element, text } of blocks)
    if (element >= 0) sizes[element] = (sizes[element] ?? 0) + text.length;
  for (let at = elements.length - 1; at > 0; at -= 1) {
    const parent = elements[at]?.parent ?? -1;
    if (parent >= 0) sizes[parent] = (sizes[parent] ?? 0) + (sizes[at] ?? 0);
  }
  return sizes;
}

/**
 * The innermost element that holds at least `share` of what the element around it holds, and so on from the top; -1 where
 * the page has no element around the blocks.
 */
export function innermost(
  elements: readonly PageElement[],
  blocks: readonly PageBlock[],
  share: number,
): number {
  const sizes = sizesOf(elements, blocks);
  const largest = new Int32Array(elements.length + 1).fill(-1);
  for (const [at, { parent }] of elements.entries()) {
    const best = largest[parent + 1] ?? -1;
    if ((sizes[at] ?? 0) > (best < 0 ? 0 : (sizes[best] ?? 0))) largest[parent + 1] = at;
  }
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let [here, size] = [-1, total];
  for (;;) {
    const child = largest[here + 1] ?? -1;
    const held = child < 0 ? 0 : (sizes[child] ?? 0);
    // Against the whole, so that a chain of small losses cannot end in a part.
    if (child < 0 || held < size * share || held < total * share) return here;
    [here, size] = [child, held];
  }
}

/** True for an element inside another, or the same; every element is inside -1. */
export function isInside(elements: readonly PageElement[], element: number, outer: number): boolean {
  let at = element;
  while (at > outer) at = elements[at]?.parent ?? -1;
  return at === outer;
}

/** The nearest element around, itself included, with one of the tags; -1 when there is none. */
export function nearest(
  elements: readonly PageElement[],
  element: number,
  tags: ReadonlySet<string>,
): number {
  let at = element;
  while (at >= 0 && !tags.has(elements[at]?.tag ?? "")) at = elements[at]?.parent ?? -1;
  return at;
}
