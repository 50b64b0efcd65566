// Short keys of an article's lines, to count which lines come back in many articles of one source.
import type { Parsed } from "./format.ts";
import { toKey, toLines } from "./lines.ts";

/** Two lines with the same words have the same key: 53 bits of a hash (cyrb53) over them, in base 36. */
export function lineKey(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const key = toKey(text);
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Of one document, half of them from its end: furniture stands around a text, and articles have 5 to 100 lines. */
const mostLines = 400;

/**
 * The distinct keys of a document's lines as they stand before learnt furniture is dropped; lines without a letter or digit have
 * none, and those in the middle of a very long document are passed over.
 */
export function lineKeys(parsed: Parsed): readonly string[] {
  const all = toLines(parsed.blocks).map(({ text }) => text);
  const half = mostLines / 2;
  const texts = all.length <= mostLines ? all : [...all.slice(0, half), ...all.slice(-half)];
  return [...new Set(texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map(lineKey))];
}
