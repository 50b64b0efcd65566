// Splits Markdown into blocks and takes its marks away, leaving the author's words as they are.
import type { Block } from "./format.ts";

const heading = /^ {0,3}#{1,6}(?:\s+|$)(.*?)\s*#*\s*$/;
const underline = /^ {0,3}(?:=+|-+)\s*$/;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)]|[٠-٩]{1,3}[.)])\s+(.*)$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** Headings, paragraphs and list items in order. Soft-wrapped lines are joined by a space; HTML comments and rules go. */
export function toBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block["kind"]; lines: string[] } | undefined;
  const close = (): void => {
    const text = open === undefined ? "" : toWords(open.lines.join(" "));
    if (open !== undefined && text !== "") blocks.push({ kind: open.kind, text });
    open = undefined;
  };
  for (const raw of withoutComments(markdown).split("\n")) {
    const line = raw.replace(/^ {0,3}(?:> ?)+/, "");
    const title = heading.exec(line)?.[1];
    const entry = item.exec(line)?.[1];
    if (line.trim() === "" || fence.test(line)) close();
    else if (title !== undefined) {
      close();
      open = { kind: "heading", lines: [title] };
      close();
    } else if (open?.kind === "paragraph" && underline.test(line)) {
      open.kind = "heading";
      close();
    } else if (rule.test(line)) close();
    else if (entry !== undefined) {
      close();
      open = { kind: "list", lines: [entry] };
    } else {
      open ??= { kind: "paragraph", lines: [] };
      open.lines.push(line.trim());
    }
  }
  close();
  return blocks;
}

function withoutComments(markdown: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const open = markdown.indexOf("<!--", at);
    const close = open < 0 ? -1 : markdown.indexOf("-->", open);
    if (close < 0) return kept + markdown.slice(at);
    kept += markdown.slice(at, open);
    at = close + 3;
  }
}

/** Escaped marks wait as private characters while the others are taken away. */
const escaped = 0xe000;

/** Emphasis, links, images and code marks go; the words stay. A lone star or underscore is the author's. */
function toWords(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, (_, mark: string) =>
      String.fromCharCode(escaped + mark.charCodeAt(0)),
    )
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/<(https?:\/\/[^>\s]+)>/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/[\uE000-\uE07F]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - escaped))
    .trim();
}
