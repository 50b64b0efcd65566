// JSON Feed 1.0 and 1.1.
import { parseJsonFeed } from "feedsmith";
import { escapeHtml } from "../../text/html.ts";
import { enclosedImages } from "./extras.ts";
import type { RawFeed } from "./raw.ts";

/** Takes the parsed JSON. */
export function readJson(value: object): RawFeed {
  const feed = parseJsonFeed(value);
  return {
    title: feed.title,
    link: feed.home_page_url,
    language: feed.language,
    ttlMinutes: undefined,
    base: undefined,
    entries: (feed.items ?? []).map((item) => ({
      guid: item.id,
      addresses: [
        item.url,
        item.external_url,
        item.id !== undefined && /^https?:\/\//i.test(item.id) ? item.id : undefined,
      ],
      title: item.title,
      content: item.content_html ?? toHtml(item.content_text),
      excerpt: toHtml(item.summary),
      published: [item.date_published],
      updated: [item.date_modified],
      authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
      categories: item.tags ?? [],
      images: [
        item.image,
        item.banner_image,
        ...enclosedImages(
          item.attachments?.map(({ url, mime_type }) => ({
            ...(url && { url }),
            ...(mime_type && { type: mime_type }),
          })),
        ),
      ],
      language: item.language,
      base: undefined,
    })),
  };
}

/** These two fields are plain text. */
function toHtml(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeHtml(text);
}
