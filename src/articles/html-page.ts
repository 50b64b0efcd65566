// Reads an HTML page once, from top to bottom, into its meta fields and its blocks of visible text.
import { Parser } from "htmlparser2";
import type { Block } from "./format.ts";

export interface PageBlock extends Block {
  /** True for a first-level heading. */
  readonly isTitle: boolean;
  /** Share of the block's characters that stand inside links. */
  readonly linkShare: number;
  /** The article and main elements around it, outermost first, by order of opening. */
  readonly regions: readonly number[];
}

export interface HtmlPage {
  readonly title?: string;
  /** Meta properties and names, lower case, the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical?: string;
  /** Dates of publication that the page gives, the most trustworthy first. */
  readonly dates: readonly string[];
  readonly blocks: readonly PageBlock[];
}

const droppedTags = new Set(
  "nav aside footer script style noscript template figure figcaption form button select iframe svg object video audio".split(
    " ",
  ),
);
const inlineTags = new Set(
  "a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const regionTags = new Set(["article", "main"]);

/** A page nested deeper than this is read no further: the parser's time grows with the square of the depth. */
const maxDepth = 2000;
const chunk = 65_536;

interface Element {
  readonly tag: string;
  readonly isDropped: boolean;
  /** The number of the region that the element opens, 0 when it opens none. */
  readonly region: number;
}

/** Never throws. Entities are decoded; what is hidden, a menu or a form, is no block. */
export function readPage(html: string): HtmlPage {
  const meta = new Map<string, string>();
  const times: string[] = [];
  const blocks: PageBlock[] = [];
  const open: Element[] = [];
  const depth = { dropped: 0, linked: 0, regions: 0 };
  let text = "";
  let linked = 0;
  let title = "";
  let canonical: string | undefined;
  let script = "";

  const flush = (): void => {
    const whole = text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    const linkShare = linked / Math.max(1, text.length);
    text = "";
    linked = 0;
    if (whole === "") return;
    const tags = open.map((element) => element.tag);
    const heading = tags.findLast((tag) => /^h[1-6]$/.test(tag));
    const isTitle = heading === "h1";
    // A page header holds the headline, and around it nothing of the article.
    if (tags.includes("header") && !isTitle) return;
    const kind = heading !== undefined ? "heading" : tags.includes("li") ? "list" : "paragraph";
    const regions = open.map((element) => element.region).filter((region) => region > 0);
    blocks.push({ kind, text: whole, isTitle, linkShare, regions });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      const property = (attributes["property"] ?? attributes["name"] ?? "").toLowerCase();
      const content = attributes["content"]?.trim();
      if (tag === "meta" && content && !meta.has(property)) meta.set(property, content);
      if (tag === "link" && attributes["rel"] === "canonical") canonical ??= attributes["href"];
      if (tag === "time" && attributes["datetime"]) times.push(attributes["datetime"]);
      if (tag === "br") text += "\n";
      else if (!inlineTags.has(tag)) flush();
      const isRegion = regionTags.has(tag) || attributes["itemprop"] === "articleBody";
      const isDropped = droppedTags.has(tag) || isHidden(attributes);
      open.push({ tag, isDropped, region: isRegion ? ++depth.regions : 0 });
      if (isDropped) depth.dropped++;
      if (tag === "a") depth.linked++;
    },
    ontext(part) {
      const tag = open.at(-1)?.tag;
      if (tag === "script") script += part;
      if (depth.dropped > 0) return;
      if (tag === "title") {
        title += part;
        return;
      }
      // Line breaks in the source of a page are spaces; only <br> breaks a line.
      const words = part.replace(/\s+/g, " ");
      text += words;
      if (depth.linked > 0) linked += words.length;
    },
    onclosetag(tag) {
      if (!inlineTags.has(tag) && tag !== "br") flush();
      if (open.pop()?.isDropped) depth.dropped--;
      if (tag === "a") depth.linked--;
    },
  });
  for (let at = 0; at < html.length && open.length < maxDepth; at += chunk)
    parser.write(html.slice(at, at + chunk));
  parser.end();
  flush();

  const inScript = /"datePublished"\s*:\s*"([^"]+)"/.exec(script)?.[1];
  const dates = [meta.get("article:published_time"), inScript, meta.get("date"), ...times];
  return {
    ...(title.trim() && { title: title.trim() }),
    ...(canonical !== undefined && { canonical }),
    meta,
    dates: dates.filter((date) => date !== undefined),
    blocks,
  };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    "hidden" in attributes || attributes["aria-hidden"] === "true" || attributes["role"] === "navigation"
  );
}
