// Markdown with YAML front matter: the fields of the article above, its body below.
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type FieldsResult, readFields } from "../fields.ts";
import type { DocumentFault, Format, ParseResult } from "../format.ts";
import { toBlocks } from "../markdown-blocks.ts";

const titleMend = "add title: … to the front matter between two lines ---";

/** The title is the front matter's, or the first heading when the front matter has none. */
function parse(text: string, file: string): ParseResult {
  const front = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  const hasFront = front !== null && front.index === 0;
  if (!hasFront && /^---[ \t]*\n/.test(text)) {
    const message = "the front matter is never closed";
    return { ok: false, faults: [{ file, line: 1, message, mend: "write --- alone on a line after it" }] };
  }
  const read = hasFront ? readFront(front[1] ?? "", file) : ({ ok: true, fields: {} } as const);
  if (!read.ok) return read;
  const blocks = toBlocks(hasFront ? text.slice(front[0].length) : text);
  if (read.fields.title !== undefined) return { ok: true, parsed: { ...read.fields, blocks, isRaw: false } };
  const first = blocks[0];
  if (first?.kind !== "heading") {
    return { ok: false, faults: [{ file, line: 1, message: "the article has no title", mend: titleMend }] };
  }
  return { ok: true, parsed: { ...read.fields, title: first.text, blocks: blocks.slice(1), isRaw: false } };
}

function readFront(yaml: string, file: string): FieldsResult {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  // The front matter begins on the second line of the file.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      (error): DocumentFault => ({
        file,
        line: lineAt(error.pos[0]),
        message: `the front matter is not valid YAML: ${error.message}`,
        mend: 'put a text that holds ":" or "#" between quotes',
      }),
    );
    return { ok: false, faults };
  }
  const map = document.contents;
  if (map === null) return { ok: true, fields: {} };
  if (!isMap(map)) {
    const message = "the front matter is not a list of fields";
    return {
      ok: false,
      faults: [{ file, line: 2, message, mend: "write one field a line, for example: title: …" }],
    };
  }
  const lineOf = (key: string): number => {
    const found = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return isScalar(found?.key) && found.key.range ? lineAt(found.key.range[0]) : 2;
  };
  return readFields(document.toJS() as Record<string, unknown>, lineOf, file);
}

export const markdown: Format = { endings: [".md", ".markdown"], parse };
