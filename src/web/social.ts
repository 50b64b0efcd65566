// What a page says of itself to machines: OpenGraph for previews in chats, its one address, whether to list it.
import { clip } from "../digest/digest.ts";
import { escapeHtml } from "../text/html.ts";

export interface SocialCard {
  readonly title: string;
  readonly description: string;
  readonly type: "article" | "website";
  readonly locale: string;
  /** "/a/42". */
  readonly path: string;
  /** PUBLIC_URL, without a slash at its end; undefined where nobody outside can open the page. */
  readonly base: string | undefined;
  readonly siteName: string;
  /** ISO 8601 instant. */
  readonly published?: string;
  /**
   * Address of the outlet's own picture. It is named, never shown: who reads the page asks nobody but us; a chat's server
   * that draws a preview asks the outlet, as it does for the outlet's own page.
   */
  readonly image?: string | undefined;
  /** Search engines are asked to leave it out. */
  readonly isUnlisted?: boolean;
}

/** Longer ones are cut by whoever shows them. */
const mostDescription = 300;

/** As OpenGraph writes them; Arabic of no country in particular. */
const locales: Readonly<Record<string, string>> = { ar: "ar_AR", en: "en_GB" };

/** HTML for a page's head. */
export function renderSocial(card: SocialCard): string {
  const { title, type, locale, path, base, siteName, published, image, isUnlisted = false } = card;
  const description = clip(card.description.replace(/\s+/g, " ").trim(), mostDescription);
  const property = (name: string, content: string | undefined): string[] =>
    content === undefined || content === ""
      ? []
      : [`<meta property="${name}" content="${escapeHtml(content)}">`];
  const isShowable = image?.startsWith("https://") ?? false;
  return [
    // Neither may be relative, and the host of a request is whatever who asks says it is.
    ...(base === undefined ? [] : [`<link rel="canonical" href="${escapeHtml(base + path)}">`]),
    ...(description === "" ? [] : [`<meta name="description" content="${escapeHtml(description)}">`]),
    ...(isUnlisted ? ['<meta name="robots" content="noindex">'] : []),
    ...property("og:title", title),
    ...property("og:description", description),
    ...property("og:type", type),
    ...property("og:locale", locales[locale]),
    ...property("og:site_name", siteName),
    ...property("og:url", base === undefined ? undefined : base + path),
    ...property("article:published_time", published),
    ...property("og:image", isShowable ? image : undefined),
  ].join("\n");
}
