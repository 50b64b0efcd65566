// RSS 2.0 and its forerunners 0.91 to 0.94.
import { parseRssFeed } from "feedsmith";
import { enclosedImages, feedburnerAddress, mediaImages, paceMinutes } from "./extras.ts";
import type { RawFeed } from "./raw.ts";

export function readRss(document: string): RawFeed {
  const feed = parseRssFeed(document);
  return {
    title: feed.title ?? feed.dc?.titles?.[0],
    link: feed.link,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    ttlMinutes: paceMinutes(feed.ttl, feed.sy),
    base: feed.xml?.base,
    entries: (feed.items ?? []).map((item) => ({
      guid: item.guid?.value ?? item.atom?.id,
      addresses: [
        feedburnerAddress(document),
        item.link,
        item.atom?.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href,
        // RSS 2.0: a guid is an address unless it says that it is none.
        item.guid?.isPermaLink !== false && isWebAddress(item.guid?.value) ? item.guid?.value : undefined,
      ],
      title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
      content: item.content?.encoded ?? item.atom?.content?.value,
      excerpt: item.description ?? item.dc?.descriptions?.[0] ?? item.atom?.summary?.value,
      published: [item.pubDate, ...(item.dc?.dates ?? []), item.atom?.published],
      updated: [item.atom?.updated],
      authors: [
        ...(item.dc?.creators ?? []),
        ...(item.authors ?? []).map(({ name, email }) => name ?? email),
        ...(item.atom?.authors ?? []).map(({ name }) => name),
      ],
      categories: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
      images: [...mediaImages(item.media), ...enclosedImages(item.enclosures), item.itunes?.image],
      language: item.dc?.languages?.[0] ?? item.xml?.lang,
      base: item.xml?.base,
    })),
  };
}

function isWebAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//i.test(text);
}
