// What a person typed, with their own bold, links and quotes, as HTML that may be sent on.
import { escapeHtml } from "../text/html.ts";

/** A stretch of a message in UTF-16 units, as Telegram marks it. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
}

const simple: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  spoiler: "tg-spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

/** Opening and closing tag; undefined for what the client marks again by itself (mentions, bare links) or we may not send. */
function tagsOf({ type, url }: Entity): readonly [string, string] | undefined {
  if (type === "text_link" && url !== undefined) return [`<a href="${escapeHtml(url)}">`, "</a>"];
  if (type === "expandable_blockquote") return ["<blockquote expandable>", "</blockquote>"];
  const tag = simple[type];
  return tag === undefined ? undefined : [`<${tag}>`, `</${tag}>`];
}

interface Open {
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/** Entities that cross are closed and opened again, so that the tags are always balanced. */
export function toHtml(text: string, entities: readonly Entity[]): string {
  const starts = entities
    .flatMap((entity) => {
      const tags = tagsOf(entity);
      const end = Math.min(text.length, entity.offset + entity.length);
      if (tags === undefined || entity.offset < 0 || end <= entity.offset) return [];
      return [{ start: entity.offset, end, open: tags[0], close: tags[1] }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([0, text.length, ...starts.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  let stack: Open[] = [];
  let html = "";
  for (const [index, at] of edges.entries()) {
    const again: Open[] = [];
    while (stack.some(({ end }) => end <= at)) {
      const top = stack.pop();
      if (top === undefined) break;
      html += top.close;
      if (top.end > at) again.unshift(top);
    }
    const opened = [...again, ...starts.filter(({ start }) => start === at)];
    html += opened.map(({ open }) => open).join("");
    stack = [...stack, ...opened];
    html += escapeHtml(text.slice(at, edges[index + 1] ?? at));
  }
  return html;
}
