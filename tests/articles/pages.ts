// Reads the fixtures of whole pages, and measures how much of the body the cleaner finds, by words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type Cleaned, clean } from "../../src/articles/clean.ts";
import { toKey } from "../../src/articles/lines.ts";
import { parseDocument } from "../../src/articles/parse.ts";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { configOf } from "../config/sandbox.ts";
import { parsedOf } from "./fixture.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(import.meta.dirname, "..", "fixtures", "pages");

/** The rules that ship with the project. */
export const { boilerplate: shippedRules } = configOf(
  loadConfig({ env: { CONFIG_DIR: "config" }, cwd: root, isTerminal: false }),
);

export interface PageFixture {
  readonly name: string;
  readonly style: string;
  /** "tuned" shaped the rules; "held" was written behind them. */
  readonly set: "tuned" | "held";
  readonly title: string;
  readonly published?: string;
  readonly headings?: readonly string[];
  readonly paragraphs: readonly string[];
  readonly bytes: Uint8Array;
}

export function readPages(): readonly PageFixture[] {
  const names = readdirSync(folder);
  return names
    .filter((name) => !name.endsWith(".yaml"))
    .map((name) => {
      const sidecar = join(folder, name.replace(/\.\w+$/, ".yaml"));
      const truth = parse(readFileSync(sidecar, "utf8")) as Omit<PageFixture, "name" | "bytes">;
      return { ...truth, name, bytes: readFileSync(join(folder, name)) };
    });
}

export function cleanPage({ bytes, name }: PageFixture): Cleaned {
  return clean(parsedOf(parseDocument(bytes, name)), { rules: shippedRules });
}

/** Shares of words, as multisets of their keys. */
export function measure(
  found: readonly string[],
  truth: readonly string[],
): { precision: number; recall: number } {
  const [own, real] = [wordsOf(found), wordsOf(truth)];
  const left = new Map<string, number>();
  for (const word of real) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return { precision: shared / Math.max(1, own.length), recall: shared / Math.max(1, real.length) };
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/\s+/).map(toKey)).filter((key) => key !== "");
}
