// STUB until the clean branch is merged.
import type { Parsed } from "./format.ts";
import { toKey, toLines } from "./lines.ts";

export function lineKeys(parsed: Parsed): readonly string[] {
  return [...new Set(toLines(parsed.blocks).map((line) => toKey(line.text)))];
}
