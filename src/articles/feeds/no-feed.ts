// Says what a document is that is no feed, and where the feed may be.
import type { DocumentFault } from "../format.ts";
import { toAddress } from "./address.ts";
import { type Attribute, scan } from "./scan.ts";

/** Elements that only pages have: their first one tells. */
const pageTags = new Set("html head body title meta div p table script a h1 span br".split(" "));

/** Types under which a page names its feeds. */
const feedType = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)/i;

/** `root` is the first element of the text, undefined where it has none. */
export function explainNoFeed(
  text: string,
  root: string | undefined,
  url: string,
): Omit<DocumentFault, "file" | "line"> {
  if (text.trim() === "")
    return {
      message: "it is empty",
      mend: "open the address in a browser: a feed begins with <rss or <feed",
    };
  if (root !== undefined && (pageTags.has(root) || /<!doctype\s+html/i.test(text.slice(0, 1000))))
    return { message: "it is an HTML page, not a feed", mend: mendOfPage(text, url) };
  if (root !== undefined)
    return {
      message: `it is XML but not a feed: it begins with <${root}>`,
      mend: "give the address of an RSS, Atom or JSON feed",
    };
  return { message: "it is not a feed", mend: "give the address of an RSS, Atom or JSON feed" };
}

function mendOfPage(text: string, url: string): string {
  const found = feedsOf(text).map((href) => toAddress(href, [url]));
  const known = [...new Set(found.filter((address) => address !== undefined))].slice(0, 3);
  return known.length === 0
    ? "look on the page for a link to its feed (RSS), and give that address"
    : `use the address of the feed that the page names: ${known.join(" or ")}`;
}

/** Links to feeds stand in a page's head; pages are long, so only its beginning is searched. */
const searched = 262_144;

function feedsOf(html: string): string[] {
  const found: string[] = [];
  const attribute = (attributes: readonly Attribute[], name: string): string =>
    attributes.find((one) => one.name.toLowerCase() === name)?.value.replace(/&amp;/g, "&") ?? "";
  scan(html.slice(0, searched), {
    open({ name, attributes }) {
      const isFeed =
        name === "link" &&
        /\balternate\b/i.test(attribute(attributes, "rel")) &&
        feedType.test(attribute(attributes, "type"));
      if (isFeed) found.push(attribute(attributes, "href"));
    },
    close() {},
    text() {},
  });
  return found;
}
