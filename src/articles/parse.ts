// Bytes and a name in, a parsed article or its faults out.
import { decodeBytes } from "./decode.ts";
import type { ParseResult } from "./format.ts";
import { formatFor, knownEndings } from "./formats.ts";

/** Reads one document in the format that its name tells. Never throws. */
export function parseDocument(bytes: Uint8Array, file: string): ParseResult {
  const format = formatFor(file);
  if (format !== undefined) return format.parse(decodeBytes(bytes), file);
  const message = "the ending of its name is not known";
  return {
    ok: false,
    faults: [{ file, line: 1, message, mend: `rename it to one of: ${knownEndings.join(" ")}` }],
  };
}
