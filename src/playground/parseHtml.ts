// Reads Telegram's HTML as its server does, with its own words for what is wrong (facts: tdlib/td, MessageEntity.cpp).
import { badRequest } from "./apiError.ts";
import type { Entity, FormattedText } from "./entity.ts";

const types: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  a: "text_link",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  blockquote: "blockquote",
  "tg-emoji": "custom_emoji",
};

interface Open {
  readonly tag: string;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Throws ApiError 400 "can't parse entities: …" with the offset in bytes of UTF-8. */
export function parseHtml(html: string): FormattedText {
  const fail = (what: string): never => {
    throw badRequest(`can't parse entities: ${what}`);
  };
  const bytesBefore = (at: number): number => Buffer.byteLength(html.slice(0, at));
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = "";
  let at = 0;
  while (at < html.length) {
    const char = html.charAt(at);
    if (char === "&") {
      const [decoded, length] = decode(html, at);
      text += decoded;
      at += length;
      continue;
    }
    if (char !== "<") {
      text += char;
      at += 1;
      continue;
    }
    const begin = at;
    if (html.charAt(at + 1) === "/") {
      const last = open.at(-1);
      if (last === undefined) return fail(`Unexpected end tag at byte offset ${bytesBefore(begin)}`);
      const close = /^<\/([^\s>]*)\s*>/.exec(html.slice(at, at + 200));
      if (close === null) return fail(`Unclosed end tag at byte offset ${bytesBefore(begin)}`);
      const name = (close[1] ?? "").toLowerCase();
      if (name !== "" && name !== last.tag) {
        fail(
          `Unmatched end tag at byte offset ${bytesBefore(begin)}, expected "</${last.tag}>", found "</${name}>"`,
        );
      }
      open.pop();
      const entity = toEntity(last, text);
      if (entity !== undefined) entities.push(entity);
      at += close[0].length;
      continue;
    }
    const name = /^[^\s>]*/.exec(html.slice(at + 1, at + 100))?.[0] ?? "";
    if (at + 1 + name.length >= html.length) fail(`Unclosed start tag at byte offset ${bytesBefore(begin)}`);
    const tag = name.toLowerCase();
    if (types[tag] === undefined) fail(`Unsupported start tag "${tag}" at byte offset ${bytesBefore(begin)}`);
    const read = readAttributes(html, at + 1 + name.length);
    if (read === undefined) {
      return fail(`Unclosed start tag "${tag}" at byte offset ${bytesBefore(begin)}`);
    }
    if (tag === "span" && read.attributes.get("class") !== "tg-spoiler") {
      fail(`Tag "span" must have class "tg-spoiler" at byte offset ${bytesBefore(begin)}`);
    }
    open.push({ tag, start: text.length, attributes: read.attributes });
    at = read.end;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trim(text, entities);
}

function toEntity({ tag, start, attributes }: Open, text: string): Entity | undefined {
  const length = text.length - start;
  if (length === 0) return undefined;
  const type = types[tag] ?? tag;
  if (tag === "blockquote") {
    return { type: attributes.has("expandable") ? "expandable_blockquote" : type, offset: start, length };
  }
  if (tag === "a") {
    const url = attributes.get("href") ?? text.slice(start);
    return /^(https?|tg|mailto|tel):/i.test(url) || /^[\w-]+(\.[\w-]+)+/.test(url)
      ? { type, offset: start, length, url }
      : undefined;
  }
  if (tag === "code" && /^language-/.test(attributes.get("class") ?? "")) {
    return {
      type,
      offset: start,
      length,
      language: (attributes.get("class") ?? "").slice("language-".length),
    };
  }
  return { type, offset: start, length };
}

/** Attributes up to the ">" that ends the tag; undefined where there is none. */
function readAttributes(
  html: string,
  from: number,
): { attributes: ReadonlyMap<string, string>; end: number } | undefined {
  const attributes = new Map<string, string>();
  const shape = /\s*(?:>|([^\s=>]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?)/y;
  let at = from;
  for (;;) {
    shape.lastIndex = at;
    const match = shape.exec(html);
    if (match === null) return undefined;
    at = shape.lastIndex;
    const name = match[1];
    if (name === undefined) return { attributes, end: at };
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    attributes.set(
      name.toLowerCase(),
      value.replace(/&(?:#?\w+);/g, (reference) => decode(reference, 0)[0]),
    );
  }
}

const references: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The character that a reference stands for and the reference's length; a lone "&" is itself. */
function decode(html: string, at: number): readonly [string, number] {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot));/i.exec(html.slice(at, at + 12));
  if (match === null) return ["&", 1];
  const [whole, decimal, hex, name] = match;
  if (name !== undefined) return [references[name.toLowerCase()] ?? "&", whole.length];
  const code = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? [String.fromCodePoint(code), whole.length] : ["&", 1];
}

/** White space at both ends goes, as Telegram's server takes it away; entities move and shrink with it. */
function trim(text: string, entities: readonly Entity[]): FormattedText {
  const kept = text.trim();
  const lead = text.length - text.trimStart().length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - lead, 0);
    const end = Math.min(entity.offset - lead + entity.length, kept.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: kept, entities: moved.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}
