// sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage, sendChatAction.
import { ApiError, badRequest } from "../apiError.ts";
import { detect } from "../detect.ts";
import type { FormattedText } from "../entity.ts";
import { readInlineKeyboard, readKeyboard } from "../markup.ts";
import { chatOf, type Method, type Params, readNumber, readText } from "../method.ts";
import { parseHtml } from "../parseHtml.ts";
import { apiMessage } from "../render.ts";
import type { Chat, Keyboard, Message, World } from "../world.ts";

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
  // What is said is read before whom it is for, as Telegram does.
  const formatted = readFormatted(params);
  const keyboard = readKeyboard(params);
  const chat = reachable(world, params);
  if (formatted.text.length > mostUnits) throw badRequest("message is too long");
  return apiMessage(world, chat, world.add(chat, "bot", formatted, keyboard));
};

function ownMessage(chat: Chat, params: Params, missing: string): Message {
  const id = readNumber(params, "message_id", 0);
  if (id === 0) throw badRequest("message identifier is not specified");
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
  return edit(world, chat, message, { ...formatted, keyboard: readInlineKeyboard(params) });
};

export const editMessageReplyMarkup: Method = (world, params) => {
  const chat = reachable(world, params);
  const message = ownMessage(chat, params, "message to edit not found");
  if (message.from !== "bot") throw badRequest("message can't be edited");
  return edit(world, chat, message, {
    text: message.text,
    entities: message.entities,
    keyboard: readInlineKeyboard(params),
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

const actions = new Set(
  [
    "typing upload_photo record_video upload_video record_voice upload_voice record_audio upload_audio",
    "upload_document choose_sticker find_location record_video_note upload_video_note cancel",
  ].flatMap((names) => names.split(" ")),
);

export const sendChatAction: Method = (world, params) => {
  const chat = reachable(world, params);
  const action = readText(params, "action").toLowerCase();
  if (!actions.has(action)) throw badRequest("wrong parameter action in request");
  if (action !== "typing") return true;
  world.tell(chat.user.id, { type: "typing" });
  return true;
};
