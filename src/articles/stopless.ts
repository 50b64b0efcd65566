// Knows texts whose paragraphs end without a mark, in which a missing mark tells nothing of a line.
import { isBody } from "./lines.ts";
import type { Line } from "./step.ts";
import { hasTerminal } from "./unwrap.ts";

/** True where more than half of the paragraphs end without a mark; false where there are none. */
export function isStopless(lines: readonly Line[]): boolean {
  const body = lines.filter(isBody);
  return body.filter(({ text }) => !hasTerminal(text)).length * 2 > body.length;
}
