// Atom 1.0, and 0.3 where it differs only in names.
import { type AtomFeed, parseAtomFeed } from "feedsmith";
import { enclosedImages, feedburnerAddress, mediaImages, paceMinutes } from "./extras.ts";
import type { RawFeed } from "./raw.ts";

type Links = readonly AtomFeed.Link<string>[] | undefined;

export function readAtom(document: string): RawFeed {
  const feed = parseAtomFeed(document);
  return {
    title: feed.title?.value,
    link: pageOf(feed.links),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    ttlMinutes: paceMinutes(undefined, feed.sy),
    base: feed.xml?.base,
    entries: (feed.entries ?? []).map((entry) => ({
      guid: entry.id,
      addresses: [
        feedburnerAddress(document),
        pageOf(entry.links),
        entry.id !== undefined && /^https?:\/\//i.test(entry.id) ? entry.id : undefined,
      ],
      title: entry.title?.value,
      content: isMarkup(entry.content?.type) ? entry.content?.value : undefined,
      excerpt: entry.summary?.value,
      published: [entry.published, ...(entry.dc?.dates ?? [])],
      updated: [entry.updated],
      authors: [
        ...(entry.authors ?? []).map(({ name, email }) => name ?? email),
        ...(entry.dc?.creators ?? []),
      ],
      categories: (entry.categories ?? []).map(({ label, term }) => label ?? term),
      images: [
        ...mediaImages(entry.media),
        ...enclosedImages(
          entry.links
            ?.filter(({ rel }) => rel === "enclosure")
            .map(({ href, type }) => ({ ...(href && { url: href }), ...(type && { type }) })),
        ),
      ],
      language: entry.xml?.lang ?? entry.content?.xml?.lang,
      base: entry.xml?.base,
    })),
  };
}

/** The page of a feed or entry: "self", "edit", "replies" and the like are something else. */
function pageOf(links: Links): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  const page = pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0];
  return page?.href;
}

/** Content may also be a picture or a file in base64. */
function isMarkup(type: string | undefined): boolean {
  return type === undefined || /^(?:text|html|xhtml)|xml$/i.test(type);
}
