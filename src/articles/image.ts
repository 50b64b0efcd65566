// Reads the address of an article's picture as its publisher wrote it.
import { toAddress } from "./feeds/address.ts";

/** Characters; what is longer carries a session or the picture itself. */
const longest = 1000;

/** Absolute http(s) address, resolved against the page's; undefined for anything else. */
export function toImage(written: string | undefined, base?: string): string | undefined {
  const address = written === undefined ? undefined : toAddress(written, [base]);
  return address !== undefined && address.length <= longest ? address : undefined;
}
