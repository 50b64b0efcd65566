// Finds the block of a page that holds the article, by Mozilla's Readability on linkedom.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

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
  try {
    const { document } = parseHTML(/<body/i.test(html) ? html : `<html><body>${html}</body></html>`);
    // Arabic headlines in short paragraphs make short articles; below this many characters all is tried again.
    const found = new Readability(document, { charThreshold: 250, serializer: () => "" }).parse();
    return found?.textContent ?? undefined;
  } catch {
    return undefined; // both trust the page to have a body, and overflow on what has none
  }
}
