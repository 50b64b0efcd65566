// Reads `reply_markup`: inline keyboards, with Telegram's own words for what is wrong with them.
import { badRequest } from "./apiError.ts";
import type { Params } from "./method.ts";
import type { Key, Keyboard } from "./world.ts";

/** The inline keyboard; undefined where there is none. Other kinds of markup are taken, and not shown. */
export function readKeyboard(params: Params): Keyboard | undefined {
  const markup = readMarkup(params);
  if (markup === undefined || !("inline_keyboard" in markup)) return undefined;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = (rows as unknown[][]).map((row) => row.map(readKey)).filter(({ length }) => length > 0);
  if (keyboard.flat().length > 100) throw badRequest("reply markup is too long");
  return keyboard;
}

/** An edited message can have no other markup than an inline keyboard. */
export function readInlineKeyboard(params: Params): Keyboard | undefined {
  const markup = readMarkup(params);
  const isOther = markup !== undefined && !("inline_keyboard" in markup) && Object.keys(markup).length > 0;
  if (isOther) throw badRequest("inline keyboard expected");
  return readKeyboard(params);
}

function readMarkup(params: Params): object | undefined {
  const given = params["reply_markup"];
  if (given === undefined || given === null || given === "") return undefined;
  const markup = typeof given === "string" ? parse(given) : given;
  if (markup === null) return undefined;
  if (typeof markup !== "object" || Array.isArray(markup))
    throw badRequest("object expected as reply markup");
  return markup;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse reply keyboard markup JSON object");
  }
}

function readKey(key: unknown): Key {
  const fail = (what: string) => badRequest(`can't parse inline keyboard button: ${what}`);
  if (typeof key !== "object" || key === null) throw fail("InlineKeyboardButton must be an Object");
  const { text, callback_data: data, url } = key as Readonly<Record<string, unknown>>;
  if (text === undefined) throw fail('Can\'t find field "text"');
  if (typeof text !== "string") throw fail('Field "text" must be of type String');
  if (text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (typeof url === "string" && url !== "") return { text, url: checkAddress(url) };
  if (typeof data !== "string" || data === "")
    throw fail("Text buttons are unallowed in the inline keyboard");
  if (Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
  return { text, callback_data: data };
}

function checkAddress(url: string): string {
  const fail = (why: string) => badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !/^(https?|tg|ton):/i.test(url)) {
    throw fail("Unsupported URL protocol");
  }
  if (!/^(https?:\/\/[^\s/.]+\.?[^\s]*|tg:\/\/\S+|ton:\/\/\S+)$/i.test(url)) throw fail("Wrong HTTP URL");
  return url;
}
