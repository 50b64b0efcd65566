// Reads the text or caption of a call: its parse mode or its entities, and Telegram's limits.
import { badRequest } from "./apiError.ts";
import { detect } from "./detect.ts";
import type { Entity, FormattedText } from "./entity.ts";
import { isObject, type Params, readJson, readText } from "./method.ts";
import { parseHtml } from "./parseHtml.ts";

/** UTF-16 units after entity parsing. https://core.telegram.org/bots/api#sendmessage */
export const mostUnits = 4096;

/** The same for captions. https://core.telegram.org/bots/api#sendphoto */
const mostCaptionUnits = 1024;

/** The text of a message; throws where nothing visible is left of it. */
export function readFormatted(params: Params, name = "text"): FormattedText {
  const formatted = read(params, name, "entities");
  // Isolates and joiners alone are no text either.
  if (formatted.text.replace(/[\u200B-\u200F\u2060-\u2069\uFEFF]/g, "") === "") {
    throw badRequest("message text is empty");
  }
  return detect(formatted);
}

/** The caption, which may be empty; its length is checked by checkCaption, when the chat is known. */
export function readCaption(params: Params): FormattedText {
  return detect(read(params, "caption", "caption_entities"));
}

/** New messages are measured by td, edits and inline results by the server, which says it otherwise. */
export function checkCaption({ text }: FormattedText, words = "message caption is too long"): void {
  if (text.length > mostCaptionUnits) throw badRequest(words);
}

function read(params: Params, name: string, entitiesName: string): FormattedText {
  const raw = readText(params, name);
  const mode = readText(params, "parse_mode").toLowerCase();
  if (mode === "html") return parseHtml(raw);
  if (mode !== "" && mode !== "none") throw badRequest("unsupported parse_mode");
  const text = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  return { text, entities: readEntities(readJson(params, entitiesName), lead, text.length) };
}

function readEntities(given: unknown, lead: number, length: number): readonly Entity[] {
  if (!Array.isArray(given)) return [];
  return (given as unknown[]).flatMap((each) => {
    if (!isObject(each)) throw badRequest("can't parse MessageEntity: expected an Object");
    const { type, offset, length: own } = each;
    if (typeof type !== "string" || typeof offset !== "number" || typeof own !== "number") {
      throw badRequest("can't parse MessageEntity: Can't find field \"type\"");
    }
    const start = Math.max(offset - lead, 0);
    const end = Math.min(offset - lead + own, length);
    const url = each["url"];
    const entity = { type, offset: start, length: end - start };
    return end > start ? [typeof url === "string" ? { ...entity, url } : entity] : [];
  });
}
