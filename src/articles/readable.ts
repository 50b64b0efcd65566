// Finds the block of a page that holds the article, by Mozilla's Readability on linkedom.
import { createRequire } from "node:module";

type Linkedom = typeof import("linkedom");
type Readable = typeof import("@mozilla/readability");

/** Loaded at the first page: both take a third of a second, and most commands see none. */
const load = createRequire(import.meta.url);

/** Readability's time grows with the square of the depth (600 levels: 5 s), and linkedom's with the elements. */
const most = { depth: 120, elements: 12_000, tags: 30_000, characters: 2_000_000 } as const;

/** The text of the block, undefined where there is none or the page is too large or too deep to look for it. Never throws. */
export function readableText(
  html: string,
  { depth, elements }: { readonly depth: number; readonly elements: number },
): string | undefined {
  if (depth > most.depth || elements > most.elements || html.length > most.characters) return undefined;
  // Signs that only look like tags are nodes of text, and cost as much.
  if (html.split("<").length > most.tags) return undefined;
  const { parseHTML } = load("linkedom") as Linkedom;
  const { Readability } = load("@mozilla/readability") as Readable;
  try {
    const { document } = parseHTML(/<body/i.test(html) ? html : `<html><body>${html}</body></html>`);
    // Arabic headlines in short paragraphs make short articles; below this many characters all is tried again.
    const found = new Readability(document, { charThreshold: 250, serializer: () => "" }).parse();
    return found?.textContent ?? undefined;
  } catch {
    return undefined; // both trust the page to have a body, and overflow on what has none
  }
}
