// sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage, sendChatAction.
import { ApiError, badRequest } from "../apiError.ts";
import { detect } from "../detect.ts";
import type { FormattedText } from "../entity.ts";
import { chatOf, type Method, type Params, readJson, readNumber, readText } from "../method.ts";
import { parseHtml } from "../parseHtml.ts";
import { apiMessage } from "../render.ts";
import type { Chat, Key, Keyboard, Message, World } from "../world.ts";

/** UTF-16 units after entity parsing. */
const mostUnits = 4096;

function readFormatted(params: Params): FormattedText {
  const raw = readText(params, "text");
  const mode = readText(params, "parse_mode").toLowerCase();
  if (mode !== "" && mode !== "html") throw badRequest("unsupported parse_mode");
  const formatted = mode === "html" ? parseHtml(raw) : { text: raw.trim(), entities: [] };
  // Isolates and joiners alone are no text either.
  if (formatted.text.replace(/[\u200B-\u200F\u2060-\u2069\uFEFF]/g, "") === "") {
    throw badRequest("message text is empty");
  }
  return detect(formatted);
}

function readKeyboard(params: Params): Keyboard | undefined {
  const markup = readJson(params, "reply_markup");
  if (typeof markup !== "object" || markup === null || !("inline_keyboard" in markup)) return undefined;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = (rows as Record<string, unknown>[][])
    .map((row) => row.map(readKey))
    .filter(({ length }) => length > 0);
  if (keyboard.flat().length > 100) throw badRequest("reply markup is too long");
  return keyboard;
}

function readKey({ text, callback_data: data, url }: Record<string, unknown>): Key {
  if (typeof text !== "string" || text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (typeof url === "string") {
    const isWeb = /^(https?:\/\/[^\s/.]+\.?[^\s]*|tg:\/\/\S+)$/i.test(url);
    if (!isWeb) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    return { text, url };
  }
  if (typeof data !== "string")
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  return { text, callback_data: data };
}

/** The chat a message may be sent to. */
function reachable(world: World, params: Params): Chat {
  const chat = chatOf(world, params);
  if (chat.migratedTo !== undefined) {
    const description = "Bad Request: group chat was upgraded to a supergroup chat";
    throw new ApiError(400, description, { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat.isBlocked) throw new ApiError(403, "Forbidden: bot was blocked by the user");
  return chat;
}

export const sendMessage: Method = (world, params) => {
  const chat = reachable(world, params);
  const formatted = readFormatted(params);
  if (formatted.text.length > mostUnits) throw badRequest("message is too long");
  return apiMessage(world, chat, world.add(chat, "bot", formatted, readKeyboard(params)));
};

function ownMessage(chat: Chat, params: Params, missing: string): Message {
  const id = readNumber(params, "message_id", 0);
  const message = chat.messages.find(({ messageId }) => messageId === id);
  if (message === undefined) throw badRequest(missing);
  return message;
}

export const editMessageText: Method = (world, params) => {
  const chat = reachable(world, params);
  const message = ownMessage(chat, params, "message to edit not found");
  if (message.from !== "bot") throw badRequest("message can't be edited");
  const formatted = readFormatted(params);
  if (formatted.text.length > mostUnits) throw badRequest("MESSAGE_TOO_LONG");
  return edit(world, chat, message, { ...formatted, keyboard: readKeyboard(params) });
};

export const editMessageReplyMarkup: Method = (world, params) => {
  const chat = reachable(world, params);
  const message = ownMessage(chat, params, "message to edit not found");
  if (message.from !== "bot") throw badRequest("message can't be edited");
  return edit(world, chat, message, {
    text: message.text,
    entities: message.entities,
    keyboard: readKeyboard(params),
  });
};

function edit(
  world: World,
  chat: Chat,
  message: Message,
  { text, entities, keyboard = [] }: FormattedText & { readonly keyboard?: Keyboard | undefined },
): object {
  const shape = (one: Pick<Message, "text" | "entities" | "keyboard">): string =>
    JSON.stringify([one.text, one.entities, one.keyboard ?? []]);
  if (shape(message) === shape({ text, entities, keyboard })) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const { messageId, from, date } = message;
  const editDate = Math.floor(world.now() / 1000);
  const edited: Message = {
    messageId,
    from,
    date,
    editDate,
    text,
    entities,
    ...(keyboard.length === 0 ? {} : { keyboard }),
  };
  world.replace(chat, edited);
  return apiMessage(world, chat, edited);
}

export const deleteMessage: Method = (world, params) => {
  const chat = reachable(world, params);
  const { messageId } = ownMessage(chat, params, "message to delete not found");
  chat.messages = chat.messages.filter((each) => each.messageId !== messageId);
  world.tell(chat.user.id, { type: "delete", messageId });
  return true;
};

export const sendChatAction: Method = (world, params) => {
  const chat = reachable(world, params);
  if (readText(params, "action") === "") throw badRequest("wrong parameter action in request");
  world.tell(chat.user.id, { type: "typing" });
  return true;
};
