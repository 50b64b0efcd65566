// Finds the boxes of a page that no class names: cards of other articles in a row, and boxes under «التعليقات» ("comments").
import { isEnding } from "../summary/noise.ts";
import { countWords } from "../text/words.ts";
import type { HtmlPage, PageBlock } from "./html-page.ts";
import { isInside } from "./html-tree.ts";
import { hasTerminal } from "./unwrap.ts";

/** Cards in a row, and the share of them that must have a linked headline; words of a headline. */
const cards = { least: 3, share: 0.8, words: 3 } as const;
/** Where less running text is left outside the boxes, they are what the page is about: a front page, a list. */
const story = { words: 30, paragraphs: 2 } as const;
/** So many levels above its text a card's box may stand. */
const mostLevels = 8;
/** So many labels of a page are looked under. */
const mostLabels = 50;

const boxTags: ReadonlySet<string> = new Set(["div", "article", "section", "li"]);

export interface Boxed {
  /** The page, with the mark "related" on the boxes. */
  readonly page: HtmlPage;
  /** Blocks in the boxes: whatever evidence took them for text, they are none. */
  readonly others: ReadonlySet<PageBlock>;
}

/** No boxes are found where hardly any text would be left but in them. */
export function markBoxes(page: HtmlPage): Boxed {
  const running = page.blocks.filter(isRunning);
  const found = new Set([...cardsOf(page, running), ...labelledOf(page, running)]);
  const none: Boxed = { page, others: new Set() };
  if (found.size === 0) return none;
  const left = running.filter(({ element }) => climb(page, element).every((at) => !isTaken(page, found, at)));
  if (left.length < story.paragraphs || wordsOf(left) < story.words) return none;
  const elements = page.elements.map((element, at) =>
    found.has(at) && element.mark === undefined ? { ...element, mark: "related" } : element,
  );
  const others = page.blocks.filter(({ element }) => climb(page, element).some((at) => found.has(at)));
  return { page: { ...page, elements }, others: new Set(others) };
}

function isTaken({ elements }: HtmlPage, found: ReadonlySet<number>, at: number): boolean {
  return found.has(at) || elements[at]?.mark !== undefined;
}

/** Boxes that look the same under one parent, a headline in each that leads to another page of the site. */
function cardsOf(page: HtmlPage, running: readonly PageBlock[]): number[] {
  const groups = new Map<string, number[]>();
  for (const [at, { tag, look, parent }] of page.elements.entries()) {
    if (!boxTags.has(tag) || (tag !== "article" && look === `${tag}.`)) continue;
    const key = `${parent} ${look}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  const headed = new Set<number>();
  const titled = new Set<number>();
  const host = hostOf(page.canonical ?? page.meta.get("og:url") ?? "");
  for (const block of page.blocks) {
    if (block.isTitle) for (const at of climb(page, block.element)) titled.add(at);
    const isHeadline = block.linkShare > 0.9 && countWords(block.text) >= cards.words;
    if (isHeadline && isOwnPage(block.href ?? "", host))
      for (const at of climb(page, block.element).slice(0, mostLevels)) headed.add(at);
  }
  // Where paragraphs stand beside the boxes, the boxes may be the items of a list in the text.
  const parents = new Set(running.map(({ element }) => page.elements[element]?.parent ?? -1));
  return [...groups.values()]
    .filter((group) => {
      const parent = page.elements[group[0] ?? 0]?.parent ?? -1;
      const count = group.filter((at) => headed.has(at)).length;
      const isRow = group.length >= cards.least && count >= group.length * cards.share;
      return isRow && !parents.has(parent) && !group.some((at) => titled.has(at));
    })
    .flat();
}

/** The largest box that begins with a label, «التعليقات (8)», below text that stands outside it. */
function labelledOf(page: HtmlPage, running: readonly PageBlock[]): number[] {
  const first = new Map<number, number>();
  for (const [index, { element }] of page.blocks.entries())
    for (const at of climb(page, element)) if (!first.has(at)) first.set(at, index);
  const labels = [...page.blocks.entries()].filter(([, { text }]) => isEnding(text)).slice(0, mostLabels);
  return labels.flatMap(([index, { element }]) => {
    const before = new Set(page.blocks.slice(0, index));
    if (wordsOf(running.filter((block) => before.has(block))) < story.words) return [];
    const box = climb(page, element).findLast((at) => first.get(at) === index);
    // A heading alone is no box: what it heads stands beside it.
    const isBox =
      box !== undefined &&
      page.blocks.slice(index + 1, index + 2).some((next) => isInside(page.elements, next.element, box));
    return isBox ? [box] : [];
  });
}

/** The element and all around it, from the inside out. */
function climb({ elements }: HtmlPage, element: number): number[] {
  const around: number[] = [];
  for (let at = element; at >= 0; at = elements[at]?.parent ?? -1) around.push(at);
  return around;
}

function isRunning({ kind, text, linkShare }: PageBlock): boolean {
  const words = countWords(text);
  return kind !== "heading" && linkShare <= 0.5 && (words >= 20 || (words >= 8 && hasTerminal(text)));
}

function wordsOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + countWords(text), 0);
}

function hostOf(address: string): string {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";
}

/** An address on the site itself; a fragment is a place on the same page. */
function isOwnPage(href: string, host: string): boolean {
  if (href === "" || /^(?:#|mailto:|tel:|javascript:)/i.test(href)) return false;
  const own = hostOf(href);
  return own === "" ? !/^[a-z]+:/i.test(href) : own === host;
}
