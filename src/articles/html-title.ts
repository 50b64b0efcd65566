// Tells the headline of a page from what its title elements add to it: the outlet's name, the section.
import type { HtmlPage } from "./html-page.ts";
import { tidy, toKey } from "./lines.ts";
import type { LinkedArticle } from "./linked-data.ts";
import { splitTitle } from "./title-ends.ts";

/**
 * The first heading where another of the page's titles holds it or is held by it, else og:title, the linked headline, or
 * <title>; without the outlet's name and section at its ends where the page itself names them. A page may have no title.
 */
export function chooseTitle(page: HtmlPage, linked: LinkedArticle, about?: string): string | undefined {
  const shared = page.meta.get("og:title") ?? page.meta.get("twitter:title");
  const others = [shared, linked.headline, about, page.title].filter((one) => one !== undefined);
  const keys = others.map(toKey);
  const outlets = new Set(outletNames(page, linked).map(toKey));
  const heads = page.blocks
    .filter(({ kind }) => kind === "heading")
    .map(({ text, isTitle }) => ({ text: tidy(text), isTitle, key: toKey(text) }))
    .filter(({ key }) => !outlets.has(key));
  const isSaid = (key: string): boolean =>
    keys.some((other) => other.includes(key) || (other.length > 8 && key.startsWith(other)));
  // A lower heading must say most of a title: a section's name stands in many of them.
  const isMost = (key: string): boolean =>
    keys.some((other) => other.includes(key) && key.length * 2 > other.length);
  const heading = (
    heads.find(({ isTitle, key }) => isTitle && key.length > 8 && isSaid(key)) ??
    heads.find(({ isTitle, key }) => !isTitle && key.length > 12 && isMost(key))
  )?.text;
  const chosen = heading ?? others[0] ?? heads.find(({ isTitle }) => isTitle)?.text;
  if (chosen === undefined) return undefined;
  const names = new Set(
    [...outletNames(page, linked), linked.section, page.meta.get("article:section")].map((name) =>
      toKey(name ?? ""),
    ),
  );
  return withoutNames(tidy(chosen), names, keys);
}

/** What the page calls its outlet. */
export function outletNames(page: HtmlPage, linked: LinkedArticle): readonly string[] {
  const named = [
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "twitter:site",
  ].map((key) => page.meta.get(key));
  return [...named, ...linked.publishers].filter((name) => name !== undefined);
}

/** Ends go while one is a name, or while another title of the page is what remains. */
function withoutNames(title: string, names: ReadonlySet<string>, keys: readonly string[]): string {
  let left = title;
  for (let round = 0; round < 3; round += 1) {
    const found = splitTitle(left).find(([rest, end]) => {
      const key = toKey(end);
      return key !== "" && (names.has(key) || keys.includes(toKey(rest)));
    });
    if (found === undefined) return left;
    left = found[0];
  }
  return left;
}
