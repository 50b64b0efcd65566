// HTML pages: the title, the date and the blocks of the element that holds the article.
import { toInstant } from "../dates.ts";
import type { Block, Format, ParseResult } from "../format.ts";
import { type PageBlock, readPage } from "../html-page.ts";

/** The title is the first heading's where the page's own title only adds to it (a site name), else og:title, else <title>. */
function parse(html: string): ParseResult {
  const page = readPage(html);
  const shared = page.meta.get("og:title") ?? page.title;
  const heading = page.blocks.find((block) => block.isTitle)?.text;
  const title =
    shared !== undefined && heading !== undefined && !shared.includes(heading) ? shared : (heading ?? shared);
  const published = page.dates.map(toInstant).find((instant) => instant !== undefined);
  const source = page.meta.get("og:site_name");
  const url = page.canonical ?? page.meta.get("og:url");
  return {
    ok: true,
    parsed: {
      ...(title !== undefined && { title }),
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && /^https?:\/\//i.test(url) && { url }),
      blocks: chooseBlocks(page.blocks),
      isRaw: true,
    },
  };
}

/**
 * The blocks of the element that holds the article: of those that hold at least half of the page's running text the
 * innermost. Blocks that are mostly links (menus, related stories) are no part of it.
 */
function chooseBlocks(blocks: readonly PageBlock[]): Block[] {
  const running = blocks.filter((block) => block.linkShare <= (block.kind === "list" ? 0.5 : 0.8));
  const sizes = new Map<number, number>();
  let total = 0;
  for (const block of running) {
    if (block.kind === "heading") continue;
    total += block.text.length;
    for (const region of block.regions) sizes.set(region, (sizes.get(region) ?? 0) + block.text.length);
  }
  // Regions are numbered as they open, so an inner one has the higher number.
  const chosen = [...sizes].filter(([, size]) => size * 2 >= total).map(([region]) => region);
  const inner = chosen.length === 0 ? undefined : Math.max(...chosen);
  return running
    .filter((block) => inner === undefined || block.regions.includes(inner))
    .map(({ kind, text }) => ({ kind, text }));
}

export const html: Format = { endings: [".html", ".htm"], parse };

// STUB until the clean branch is merged.
export function readArticlePage(page: string, _about: object = {}): import("../format.ts").Parsed {
  const result = parse(page);
  if (!result.ok) throw new Error("unreachable");
  return result.parsed;
}
