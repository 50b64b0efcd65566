// Reads one result of answerInlineQuery: what it shows in the list, and the message it becomes.
import { badRequest } from "./apiError.ts";
import { checkCaption, mostUnits, readCaption, readFormatted } from "./formatted.ts";
import { readLinkPreview } from "./linkPreview.ts";
import { readKeyboard } from "./markup.ts";
import { isObject, type Params, readText } from "./method.ts";
import type { Draft, World } from "./world.ts";

export interface InlineResult {
  readonly id: string;
  readonly content: Pick<Draft, "text" | "entities" | "keyboard" | "linkPreview" | "media">;
}

const played = new Set(["article", "photo"]);

const fail = (what: string) => badRequest(`can't parse inline query result: ${what}`);

/** Articles and photos are played; other kinds are taken by nobody here, and refused. */
export function readInlineResult(world: World, given: unknown): InlineResult {
  if (!isObject(given)) throw fail("Inline query result must be an object");
  const type = required(given, "type").toLowerCase();
  const id = required(given, "id");
  if (!played.has(type)) throw fail(`type "${type}" is unsupported for the inline query result`);
  const keyboard = isObject(given["reply_markup"]) ? readKeyboard(given["reply_markup"]) : undefined;
  const content = readContent(world, given, type);
  if (type === "article" && required(given, "title").trim() === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  const thumbnail = readText(given, "thumbnail_url");
  if (thumbnail !== "" && !/^https?:\/\/\S+$/i.test(thumbnail)) throw badRequest("WEBDOCUMENT_URL_INVALID");
  if (id === "" || Buffer.byteLength(id) > 64) throw badRequest("RESULT_ID_INVALID");
  return { id, content: { ...content, ...(keyboard === undefined ? {} : { keyboard }) } };
}

function required(given: Params, field: string): string {
  const value = given[field];
  if (value === undefined) throw fail(`Can't find field "${field}"`);
  if (typeof value !== "string") throw fail(`Field "${field}" must be of type String`);
  return value;
}

function readContent(world: World, given: Params, type: string): InlineResult["content"] {
  const content = given["input_message_content"];
  if (isObject(content)) return readMessage(content);
  if (type === "article") throw fail('Can\'t find field "message_text"');
  const url = required(given, "photo_url");
  if (readText(given, "thumbnail_url") === "") throw badRequest("PHOTO_THUMB_URL_EMPTY");
  const broken = world.brokenUrls.get(url);
  if (broken !== undefined || !/^https?:\/\/\S+$/i.test(url)) throw badRequest("WEBDOCUMENT_URL_INVALID");
  const caption = readCaption(given);
  checkCaption(caption, "MEDIA_CAPTION_TOO_LONG");
  return { ...caption, media: { type: "photo", fileId: world.nextFileId(), url, size: 0 } };
}

function readMessage(content: Params): InlineResult["content"] {
  if (content["message_text"] === undefined) throw fail("Input message content is not specified");
  const formatted = readFormatted(content, "message_text");
  if (formatted.text.length > mostUnits) throw badRequest("MESSAGE_TOO_LONG");
  const linkPreview = readLinkPreview(content);
  return { ...formatted, ...(linkPreview === undefined ? {} : { linkPreview }) };
}
