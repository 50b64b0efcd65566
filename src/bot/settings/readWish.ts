// Reads a time of delivery as people write it: a time of day, or so long before or after a prayer.
import type { TimeWish } from "../../subscribers/wish.ts";
import { readPrayer } from "./readPrayer.ts";
import { readTime } from "./readTime.ts";

/** Undefined for what is neither, and for a prayer without how long after it. */
export function readWish(text: string): TimeWish | undefined {
  const time = readTime(text);
  if (time !== undefined) return time;
  const read = readPrayer(text);
  return read !== undefined && "anchor" in read ? read.anchor : undefined;
}
