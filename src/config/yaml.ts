// Reads one YAML file against its schema; every fault knows its line.
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
} from "yaml";
import type { z } from "zod";
import type { ConfigFault } from "./config.ts";
import { type Path, toFaults } from "./schema-faults.ts";

export interface YamlFile<T> {
  /** Undefined when anything in the file is wrong. */
  readonly value: T | undefined;
  readonly faults: readonly ConfigFault[];
  /** The 1-based line of what lies at the path, or of the nearest thing around it. */
  lineOf(path: Path): number;
  /** The text at the path, also in a file with faults elsewhere: one wrong line must not hide another. */
  textAt(path: Path): string | undefined;
}

/** `file` is the name that people see. An empty file counts as an empty map. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const lineOf = (path: Path): number => lineAt(offsetOf(document, path));
  const textAt = (path: Path): string | undefined => {
    const value = document.errors.length === 0 ? document.getIn(path) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos: [offset], message }) => ({
      file,
      line: lineAt(openingOf(text, offset, message)),
      ...(code === "DUPLICATE_KEY"
        ? { message: `"${keyAt(text, offset)}" stands here a second time`, mend: "keep one of the two" }
        : { message: `not valid YAML: ${message}`, mend: mendOf(code) }),
    }));
    return { value: undefined, faults, lineOf, textAt };
  }
  const result = schema.safeParse(toValue(document));
  if (result.success) return { value: result.data, faults: [], lineOf, textAt };
  const faults = result.error.issues.flatMap((issue) => toFaults(issue, schema, file, lineOf));
  return { value: undefined, faults, lineOf, textAt };
}

function toValue(document: Document.Parsed): unknown {
  return document.toJS({ maxAliasCount: 100 }) ?? {};
}

// Walks by hand: a path may end in a key that is missing, or point at a key (an unknown one) and not its value.
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(document.contents);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!isPair(pair)) break;
      offset = startOf(pair.key) || offset;
      node = pair.value;
    } else {
      node = isNode(node) && "items" in node ? (node.items as unknown[])[Number(step)] : undefined;
      if (!isNode(node)) break;
      offset = startOf(node);
    }
  }
  return offset;
}

const startOf = (node: unknown): number => (isNode(node) ? ((node as ParsedNode).range?.[0] ?? 0) : 0);

const keyAt = (text: string, offset: number): string =>
  /^(["']?)([^:\n]*?)\1\s*:/.exec(text.slice(offset))?.[2] ?? "a key";

// A quote that is never closed is only noticed at the end of the file: the last quote is the one that opened.
const openingOf = (text: string, offset: number, message: string): number =>
  /^Missing closing .quote/.test(message) ? Math.max(0, text.search(/["'][^"']*$/)) : offset;

function mendOf(code: string): string {
  if (code === "TAB_AS_INDENT") return "indent with spaces, not with tabs";
  if (code === "BAD_INDENT") return "give lines of one list or map the same number of spaces";
  return "look at this line and the one before it: a quote, a bracket, a colon or the indentation";
}
