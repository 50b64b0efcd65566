// One article as JSON: the fields of an article with its body as "text" or "paragraphs".
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { toBlocks } from "../blocks.ts";
import { readFields } from "../fields.ts";
import type { Block, DocumentFault, Format, ParseResult } from "../format.ts";

const example = '{"title": "…", "paragraphs": ["…", "…"]}';

function parse(json: string, file: string): ParseResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail([syntaxFault(json, file, error)]);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fail([
      { file, line: 1, message: "it is not one article", mend: `write one object a file: ${example}` },
    ]);
  }
  const { text, paragraphs, ...fields } = value as Record<string, unknown>;
  const lineOf = createLineOf(json);
  const read = readFields(fields, lineOf, file);
  const body = readBody(text, paragraphs, lineOf, file);
  const faults = [...(read.ok ? [] : read.faults), ...(body.ok ? [] : body.faults)];
  if (!read.ok || !body.ok) return fail(faults);
  if (read.fields.title === undefined) {
    return fail([{ file, line: 1, message: "the article has no title", mend: 'add "title": "…"' }]);
  }
  return { ok: true, parsed: { ...read.fields, blocks: body.blocks, isRaw: paragraphs === undefined } };
}

type Body =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

function readBody(text: unknown, paragraphs: unknown, lineOf: (key: string) => number, file: string): Body {
  if (Array.isArray(paragraphs) && paragraphs.every((one) => typeof one === "string") && text === undefined) {
    return { ok: true, blocks: paragraphs.map((one) => ({ kind: "paragraph", text: one })) };
  }
  if (typeof text === "string" && paragraphs === undefined) return { ok: true, blocks: toBlocks(text) };
  const message =
    text === undefined && paragraphs === undefined
      ? "the article has no body"
      : text !== undefined && paragraphs !== undefined
        ? 'it has both "text" and "paragraphs"'
        : '"text" must be text, "paragraphs" a list of texts';
  const line = lineOf(paragraphs === undefined ? "text" : "paragraphs");
  return { ok: false, faults: [{ file, line, message, mend: `write the body once: ${example}` }] };
}

/** JSON is YAML, so the YAML parser knows on which line a field stands; asked only where there is a fault. */
function createLineOf(json: string): (key: string) => number {
  return (key) => {
    const lines = new LineCounter();
    const map = parseDocument(json, { lineCounter: lines }).contents;
    const found = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return isScalar(found?.key) && found.key.range ? lines.linePos(found.key.range[0]).line : 1;
  };
}

function syntaxFault(json: string, file: string, error: unknown): DocumentFault {
  const message = error instanceof Error ? error.message : "";
  const line = json.slice(0, faultOffset(json)).split("\n").length;
  const what = message
    .replace(/ (?:in JSON )?at position .*$/, "")
    .replace(/,? ?".*" is not valid JSON$/s, "");
  return {
    file,
    line,
    message: `it is not valid JSON: ${what}`,
    mend: "check the commas, quotes and brackets there",
  };
}

function fail(faults: readonly DocumentFault[]): ParseResult {
  return { ok: false, faults };
}

export const json: Format = { endings: [".json"], parse };

/**
 * Where the text stops being the beginning of any JSON. V8 does not always say: it is found by halving, because a
 * beginning that only ends too early fails at its very end, and one that holds the fault fails before.
 */
function faultOffset(json: string): number {
  const whole = json.trimEnd().length;
  let [good, bad] = [0, whole];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (endsTooEarly(json.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function endsTooEarly(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position !== undefined) return Number(position) >= beginning.length;
    return message.includes("end of JSON");
  }
}
