// Reads reply keyboards, their removal and forced replies, with the words of Client.cpp for what is wrong.
import { badRequest } from "./apiError.ts";
import type { ReplyKey, ReplyMarkup, RequestChat } from "./chat.ts";
import { isObject } from "./method.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Undefined where the markup is none of these. */
export function readReplyMarkup(markup: Fields): ReplyMarkup | undefined {
  const { keyboard: rows, input_field_placeholder: placeholder } = markup;
  if (rows !== undefined && rows !== null && !Array.isArray(rows)) {
    throw badRequest('field "keyboard" must be of type Array');
  }
  if (typeof placeholder === "string" && placeholder.length > 64) throw badRequest("PLACEHOLDER_INVALID");
  const keyboard = ((rows ?? []) as unknown[]).map((row) => {
    if (!Array.isArray(row)) throw badRequest('field "keyboard" must be an Array of Arrays');
    return row.map(readReplyKey);
  });
  if (keyboard.flat().length > 300) throw badRequest("reply markup is too long");
  if (keyboard.length > 0) return { keyboard };
  if (isSet(markup, "remove_keyboard")) return { remove_keyboard: true };
  if (isSet(markup, "force_reply")) return { force_reply: true };
  return undefined;
}

function isSet(markup: Fields, name: string): boolean {
  const value = markup[name];
  if (value !== undefined && typeof value !== "boolean") {
    throw badRequest(`field "${name}" must be of type Boolean`);
  }
  return value === true;
}

const fail = (what: string) => badRequest(`can't parse keyboard button: ${what}`);

function readReplyKey(key: unknown): ReplyKey {
  if (typeof key === "string") return checkText({ text: key });
  if (!isObject(key)) throw fail("KeyboardButton must be a String or an Object");
  const { text, request_chat: chat } = key;
  if (text === undefined) throw fail('Can\'t find field "text"');
  if (typeof text !== "string") throw fail('Field "text" must be of type String');
  for (const name of ["request_location", "request_contact"]) {
    if (key[name] !== undefined && typeof key[name] !== "boolean") {
      throw fail(`Field "${name}" must be of type Boolean`);
    }
  }
  if (key["request_contact"] === true) return checkText({ text, request_contact: true });
  if (key["request_location"] === true) return checkText({ text, request_location: true });
  if (chat === undefined) return checkText({ text });
  return checkText({ text, request_chat: readRequest(chat) });
}

function checkText(key: ReplyKey): ReplyKey {
  if (key.text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  return key;
}

function readRequest(given: unknown): RequestChat {
  if (!isObject(given)) throw fail('Field "request_chat" must be of type Object');
  const { request_id: id, chat_is_channel: isChannel } = given;
  if (id === undefined) throw fail('Can\'t find field "request_id"');
  if (typeof id !== "number" || !Number.isInteger(id)) {
    throw fail('Field "request_id" must be of type Number');
  }
  for (const name of ["user_administrator_rights", "bot_administrator_rights"]) {
    if (given[name] !== undefined && !isObject(given[name])) {
      throw fail("ChatAdministratorRights must be an Object");
    }
  }
  const { user_administrator_rights: user, bot_administrator_rights: bot } = given;
  // Telegram's server: the bot may get no right that the user does not have.
  const missing = isObject(bot)
    ? Object.keys(bot).filter((right) => bot[right] === true && !(isObject(user) && user[right] === true))
    : [];
  if (missing.length > 0) throw badRequest("BUTTON_TYPE_INVALID");
  return { ...given, request_id: id, chat_is_channel: isChannel === true };
}
