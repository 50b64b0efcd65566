// HTML pages: the title, the date and the blocks of the article, out of the page around it.
import { countWords } from "../../text/words.ts";
import { dateInLine } from "../date-line.ts";
import { toInstant } from "../dates.ts";
import type { Format, Parsed } from "../format.ts";
import { chooseBody } from "../html-body.ts";
import { type HtmlPage, readPage } from "../html-page.ts";
import { chooseTitle, outletNames } from "../html-title.ts";
import { toImage } from "../image.ts";
import { tidy, toKey } from "../lines.ts";
import { type LinkedArticle, readLinkedData } from "../linked-data.ts";
import { readableText } from "../readable.ts";

/**
 * The article of a page. `about` is what is known from elsewhere, from a feed entry: its title helps to find the headline,
 * its address stands where the page names none. Never throws; a page without an article gives no blocks.
 */
export function readArticlePage(
  html: string,
  about: { readonly url?: string; readonly title?: string } = {},
): Parsed {
  const page = readPage(html);
  const linked = readLinkedData(page.linkedData);
  const title = chooseTitle(page, linked, about.title);
  const readable = readableText(html, { depth: page.depth, elements: page.elements.length });
  const published = publishedOf(page, linked) ?? dateUnderTitle(page, title);
  const source = outletNames(page, linked).find((name) => !name.startsWith("@"));
  const url = page.canonical ?? page.meta.get("og:url") ?? about.url;
  const image = imageOf(page.meta, about.url ?? url);
  return {
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && /^https?:\/\//i.test(url) && { url }),
    ...(image !== undefined && { image }),
    blocks: chooseBody(page, { linked: linked.body, readable, title }),
    isRaw: true,
  };
}

/** The picture that the page shows of itself elsewhere. */
function imageOf(meta: HtmlPage["meta"], base: string | undefined): string | undefined {
  const names = ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"];
  return names.map((name) => toImage(meta.get(name), base)).find((image) => image !== undefined);
}

/** The most trustworthy first. */
const dateNames = [
  "article:published_time",
  "og:published_time",
  "datepublished",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "dc.date",
  "dc.date.issued",
  "dcterms.created",
  "parsely-pub-date",
  "sailthru.date",
];

function publishedOf(page: HtmlPage, linked: LinkedArticle): string | undefined {
  const [first, ...others] = dateNames.map((name) => page.meta.get(name));
  return [first, linked.published, ...others, ...page.times]
    .map((date) => (date === undefined ? undefined : (toInstant(date) ?? dateInLine(date))))
    .find((instant) => instant !== undefined);
}

/** Blocks between a headline and its text; more of them are another part of the page. */
const mostUnder = 12;

/** The date that stands between the headline and the text: that of today stands above both. */
function dateUnderTitle(page: HtmlPage, title: string | undefined): string | undefined {
  const key = toKey(title ?? "");
  if (key === "") return undefined;
  const isHere = ({ text }: { readonly text: string }): boolean => text.length < 600 && toKey(text) === key;
  const heading = page.blocks.findIndex((block) => block.isTitle && isHere(block));
  const at = heading >= 0 ? heading : page.blocks.findIndex(isHere);
  if (at < 0) return undefined;
  for (const { text } of page.blocks.slice(at + 1, at + 1 + mostUnder)) {
    if (countWords(text) >= 20) return undefined;
    const date = dateInLine(tidy(text));
    if (date !== undefined) return date;
  }
  return undefined;
}

export const html: Format = {
  endings: [".html", ".htm"],
  parse: (text) => ({ ok: true, parsed: readArticlePage(text) }),
};
