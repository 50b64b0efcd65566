// Reads `reply_markup`: inline keyboards, with Telegram's own words for what is wrong with them.
import { badRequest } from "./apiError.ts";
import type { Chat, Key, Keyboard, ReplyMarkup } from "./chat.ts";
import { isObject, type Params } from "./method.ts";
import { readReplyMarkup } from "./replyMarkup.ts";

export interface Markup {
  readonly keyboard?: Keyboard;
  readonly replyMarkup?: ReplyMarkup;
}

/** What a new message carries; channels take inline keyboards only. */
export function readMarkup(params: Params): Markup {
  const markup = readObject(params["reply_markup"]);
  if (markup === undefined) return {};
  // A row of reply keys wins over an inline keyboard, as in Client.cpp.
  const replyMarkup = readReplyMarkup(markup);
  if (replyMarkup !== undefined && "keyboard" in replyMarkup) return { replyMarkup };
  const keyboard = readKeyboard(markup);
  if (keyboard !== undefined) return { keyboard };
  return replyMarkup === undefined ? {} : { replyMarkup };
}

/** Throws for keys that this kind of chat cannot have (tdlib/td, ReplyMarkup.cpp). */
export function checkMarkup(chat: Chat, { replyMarkup }: Markup): void {
  if (replyMarkup === undefined || chat.kind === "private") return;
  if (chat.kind === "channel") throw badRequest("inline keyboard expected");
  if (!("keyboard" in replyMarkup)) return;
  for (const key of replyMarkup.keyboard.flat()) {
    const asked =
      key.request_location === true
        ? "location"
        : key.request_contact === true
          ? "phone number"
          : key.request_chat === undefined
            ? undefined
            : "chats";
    if (asked !== undefined) throw badRequest(`${asked} can be requested in private chats only`);
  }
}

/** An edited message can have no other markup than an inline keyboard. */
export function readInlineKeyboard(params: Params): Keyboard | undefined {
  const { keyboard, replyMarkup } = readMarkup(params);
  if (replyMarkup !== undefined) throw badRequest("inline keyboard expected");
  return keyboard;
}

/** The inline keyboard of a markup that is an object already, as in inline results. */
export function readKeyboard(markup: Readonly<Record<string, unknown>>): Keyboard | undefined {
  const rows = markup["inline_keyboard"];
  if (rows === undefined || rows === null) return undefined;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = (rows as unknown[][]).map((row) => row.map(readKey)).filter(({ length }) => length > 0);
  if (keyboard.flat().length > 100) throw badRequest("reply markup is too long");
  return keyboard.length === 0 ? undefined : keyboard;
}

function readObject(given: unknown): Readonly<Record<string, unknown>> | undefined {
  if (given === undefined || given === null || given === "") return undefined;
  const markup = typeof given === "string" ? parse(given) : given;
  if (markup === null) return undefined;
  if (!isObject(markup)) throw badRequest("object expected as reply markup");
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
  if (!isObject(key)) throw fail("InlineKeyboardButton must be an Object");
  const { text, callback_data: data, url } = key;
  if (text === undefined) throw fail('Can\'t find field "text"');
  if (typeof text !== "string") throw fail('Field "text" must be of type String');
  if (text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (typeof url === "string" && url !== "") return { text, url: checkAddress(url) };
  if (typeof data === "string" && data !== "") {
    if (Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
    return { text, callback_data: data };
  }
  const { switch_inline_query: elsewhere, switch_inline_query_current_chat: here } = key;
  if (typeof elsewhere === "string") return { text, switch_inline_query: elsewhere };
  if (isObject(key["switch_inline_query_chosen_chat"])) {
    return { text, switch_inline_query_chosen_chat: key["switch_inline_query_chosen_chat"] };
  }
  if (typeof here === "string") return { text, switch_inline_query_current_chat: here };
  throw fail("Text buttons are unallowed in the inline keyboard");
}

function checkAddress(url: string): string {
  const fail = (why: string) => badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !/^(https?|tg|ton):/i.test(url)) {
    throw fail("Unsupported URL protocol");
  }
  if (!/^(https?:\/\/[^\s/.]+\.?[^\s]*|tg:\/\/\S+|ton:\/\/\S+)$/i.test(url)) throw fail("Wrong HTTP URL");
  return url;
}
