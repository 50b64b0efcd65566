// Asks of block after block whether a long text holds it.
import { toKey } from "./lines.ts";

/**
 * Whether a text, given by its key, holds that of a block: what `includes` says of the keys. Blocks follow each other there as
 * they do on the page: each is looked for behind the one before it first, for a page of 8,000 paragraphs took seconds when
 * each was looked for from the start.
 */
export function toldBy(key: string): (block: { readonly text: string }) => boolean {
  let behind = 0;
  return ({ text }) => {
    const part = toKey(text);
    const at = key.startsWith(part, behind) ? behind : key.indexOf(part);
    if (at >= 0) behind = at + part.length;
    return at >= 0;
  };
}
