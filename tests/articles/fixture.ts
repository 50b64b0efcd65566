// Reads the fixtures of the article tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Parsed, ParseResult } from "../../src/articles/format.ts";

export function readFixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, "..", "fixtures", "articles", name));
}

/** The parsed article of a result that must be one. */
export function parsedOf(result: ParseResult): Parsed {
  if (!result.ok) throw new Error(`faults: ${JSON.stringify(result.faults)}`);
  return result.parsed;
}
