// Reads an HTML page once, from top to bottom, into its meta fields and its blocks of text, each with where it stands.
import { Parser } from "htmlparser2";
import type { Block } from "./format.ts";
import { inlineTags, isUnread, markOf } from "./html-marks.ts";

export interface PageElement {
  readonly tag: string;
  /** Index of the element around it; -1 for the outermost. */
  readonly parent: number;
  /** Tag and classes: boxes of one kind look the same. */
  readonly look: string;
  /** What the markup says it is, where that is no part of an article: "share", "comments"; its own, not inherited. */
  readonly mark?: string;
  /** True where a picture stands in it, or in a child of it. */
  hasPicture: boolean;
}

export interface PageBlock extends Block {
  /** True for a first-level heading. */
  readonly isTitle: boolean;
  /** Share of the block's characters that stand inside links. */
  readonly linkShare: number;
  /** The address of the first link in it. */
  readonly href?: string;
  /** Index of the innermost element that is no part of a line, such as <p>. */
  readonly element: number;
}

export interface HtmlPage {
  readonly title?: string;
  /** Meta properties and names, lower case, the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical?: string;
  /** Dates of <time> and of the microdata, in order. */
  readonly times: readonly string[];
  /** Texts of the scripts with linked data. */
  readonly linkedData: readonly string[];
  readonly blocks: readonly PageBlock[];
  readonly elements: readonly PageElement[];
  readonly depth: number;
}

/** A page nested deeper than this is read no further: the parser's time grows with the square of the depth. */
const maxDepth = 2000;
const chunk = 65_536;
/** So many characters of a class list tell boxes apart. */
const longestLook = 80;

/** Never throws. Entities are decoded; scripts and controls are no text, all else is a block, hidden or not: see its marks. */
export function readPage(html: string): HtmlPage {
  const meta = new Map<string, string>();
  const times: string[] = [];
  const linkedData: string[] = [];
  const blocks: PageBlock[] = [];
  const elements: PageElement[] = [];
  const open: { readonly index: number; readonly isUnread: boolean; readonly isLinkedData: boolean }[] = [];
  const levels = { unread: 0, deepest: 0 };
  let isLinked = false;
  let text = "";
  let linked = 0;
  let href: string | undefined;
  let title = "";
  let canonical: string | undefined;

  const isInline = (tag: string, level: number): boolean =>
    inlineTags.has(tag) || isOwnWord(tag, tagAt(level));
  const tagAt = (level: number): string => elements[open[level]?.index ?? -1]?.tag ?? "";
  const flush = (): void => {
    const linkShare = linked / Math.max(1, text.length);
    const parts = text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .split(/\n{2,}/)
      .map((part) => part.trim());
    const address = href;
    text = "";
    linked = 0;
    href = isLinked ? href : undefined;
    if (parts.every((part) => part === "")) return;
    let level = open.length - 1;
    while (level > 0 && isInline(tagAt(level), level - 1)) level -= 1;
    const element = open[level]?.index ?? -1;
    let kind: Block["kind"] = "paragraph";
    let isTitle = false;
    for (let at = open.length - 1; at >= 0 && kind === "paragraph"; at -= 1) {
      const tag = tagAt(at);
      if (/^h[1-6]$/.test(tag)) {
        kind = "heading";
        isTitle = tag === "h1";
      } else if (tag === "li") kind = "list";
    }
    const link = linkShare > 0 && address !== undefined ? { href: address } : {};
    for (const part of parts)
      if (part !== "") blocks.push({ kind, text: part, isTitle, linkShare, ...link, element });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      const property = (attributes["property"] ?? attributes["name"] ?? "").toLowerCase();
      const content = attributes["content"]?.trim();
      if (tag === "meta" && content && !meta.has(property)) meta.set(property, content);
      if (tag === "link" && attributes["rel"] === "canonical") canonical ??= attributes["href"];
      if (tag === "time" && attributes["datetime"]) times.push(attributes["datetime"]);
      if (attributes["itemprop"] === "datePublished") times.unshift(content ?? attributes["datetime"] ?? "");
      if (tag === "br") text += "\n";
      else if (!isInline(tag, open.length - 1)) flush();
      const isUnreadHere = isUnread(tag);
      const mark = markOf(tag, attributes);
      const parent = open.at(-1)?.index ?? -1;
      const index = elements.length;
      const look = `${tag}.${(attributes["class"] ?? "").slice(0, longestLook)}`;
      elements.push({ tag, parent, look, ...(mark !== undefined && { mark }), hasPicture: false });
      if (tag === "img" || tag === "amp-img") notePicture(elements, parent);
      const isLinkedData = tag === "script" && /ld\+json/i.test(attributes["type"] ?? "");
      if (isLinkedData) linkedData.push("");
      open.push({ index, isUnread: isUnreadHere, isLinkedData });
      levels.deepest = Math.max(levels.deepest, open.length);
      if (isUnreadHere) levels.unread++;
      // An anchor without an address is a place, often never closed; a link ends where the next begins, as in browsers.
      if (tag === "a") {
        isLinked = attributes["href"] !== undefined;
        href = (linked === 0 ? undefined : href) ?? attributes["href"];
      }
    },
    ontext(part) {
      const here = open.at(-1);
      if (here?.isLinkedData) linkedData.push((linkedData.pop() ?? "") + part);
      if (levels.unread > 0) return;
      if (tagAt(open.length - 1) === "title") {
        title += part;
        return;
      }
      // Line breaks in the source of a page are spaces; only <br> breaks a line.
      const words = part.replace(/\s+/g, " ");
      text += words;
      if (isLinked) linked += words.length;
    },
    onclosetag(tag) {
      if (tag !== "br" && !isInline(tag, open.length - 2)) flush();
      if (open.pop()?.isUnread) levels.unread--;
      if (tag === "a") isLinked = false;
    },
  });
  for (let at = 0; at < html.length && open.length < maxDepth; at += chunk)
    parser.write(html.slice(at, at + chunk));
  parser.end();
  flush();

  return {
    ...(title.trim() && { title: title.replace(/\s+/g, " ").trim() }),
    ...(canonical !== undefined && { canonical }),
    meta,
    times,
    linkedData,
    blocks,
    elements,
    depth: levels.deepest,
  };
}

/** An element of the site's own inside a paragraph is a word of it: `<p>… <company-name>…</company-name> …</p>`. */
function isOwnWord(tag: string, outer: string): boolean {
  return tag.includes("-") && /^(?:p|li|h[1-6]|a|b|i|em|strong|span)$/.test(outer);
}

/** A picture belongs to the box around it and to the box around that one. */
function notePicture(elements: readonly PageElement[], parent: number): void {
  const box = elements[parent];
  if (box === undefined) return;
  box.hasPicture = true;
  const outer = elements[box.parent];
  if (outer !== undefined) outer.hasPicture = true;
}
