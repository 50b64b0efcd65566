// RSS 1.0 and 0.90: RDF, with Dublin Core for the rest.
import { parseRdfFeed } from "feedsmith";
import { feedburnerAddress, mediaImages, paceMinutes } from "./extras.ts";
import type { RawFeed } from "./raw.ts";

export function readRdf(document: string): RawFeed {
  const feed = parseRdfFeed(document);
  return {
    title: feed.title,
    link: feed.link,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    ttlMinutes: paceMinutes(undefined, feed.sy),
    base: feed.xml?.base,
    entries: (feed.items ?? []).map((item) => ({
      guid: item.rdf?.about,
      addresses: [feedburnerAddress(document), item.link, item.rdf?.about],
      title: item.title ?? item.dc?.titles?.[0],
      content: item.content?.encoded,
      excerpt: item.description ?? item.dc?.descriptions?.[0],
      published: item.dc?.dates ?? [],
      updated: [],
      authors: item.dc?.creators ?? [],
      categories: item.dc?.subjects ?? [],
      images: mediaImages(item.media),
      language: item.dc?.languages?.[0] ?? item.xml?.lang,
      base: item.xml?.base,
    })),
  };
}
