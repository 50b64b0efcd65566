// Finds what Telegram makes tappable by itself: commands and addresses.
import type { Entity, FormattedText } from "./entity.ts";

const command = /(?<![\p{L}\p{N}_/.])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu;
const address = /\bhttps?:\/\/[^\s<>"«»\u2066-\u2069]+[^\s<>"«»\u2066-\u2069.,،؛!?)]/gu;

/** The text with its commands and addresses as entities, where nothing else makes them code or a link already. */
export function detect({ text, entities }: FormattedText): FormattedText {
  const blocked = entities.filter(({ type }) => ["code", "pre", "text_link"].includes(type));
  const free = ({ offset, length }: Entity): boolean =>
    blocked.every((other) => offset + length <= other.offset || offset >= other.offset + other.length);
  const found = [
    ...Array.from(text.matchAll(command), (match) => toEntity("bot_command", match)),
    ...Array.from(text.matchAll(address), (match) => toEntity("url", match)),
  ].filter(free);
  return {
    text,
    entities: [...entities, ...found].toSorted((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

function toEntity(type: string, match: RegExpExecArray | RegExpMatchArray): Entity {
  return { type, offset: match.index ?? 0, length: match[0].length };
}
