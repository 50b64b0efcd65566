// editMessageText, editMessageCaption, editMessageReplyMarkup: in a chat, or of an inline message.
import { reach } from "../access.ts";
import { badRequest } from "../apiError.ts";
import type { Chat, Keyboard, Message } from "../chat.ts";
import type { FormattedText } from "../entity.ts";
import { checkCaption, mostUnits, readCaption, readFormatted } from "../formatted.ts";
import { readLinkPreview } from "../linkPreview.ts";
import { readInlineKeyboard } from "../markup.ts";
import { type Method, type Params, readNumber, readText } from "../method.ts";
import { apiMessage } from "../render.ts";
import { may } from "../rights.ts";
import type { World } from "../world.ts";

export const editMessageText: Method = (world, params) => {
  const formatted = readFormatted(params);
  const linkPreview = readLinkPreview(params);
  const keyboard = readInlineKeyboard(params);
  const found = findEdited(world, params);
  if (found.message.media !== undefined || found.message.location !== undefined) {
    throw badRequest("there is no text in the message to edit");
  }
  if (formatted.text.length > mostUnits) throw badRequest("MESSAGE_TOO_LONG");
  return edit(
    world,
    found,
    { ...formatted, ...(linkPreview === undefined ? {} : { linkPreview }) },
    keyboard,
  );
};

export const editMessageCaption: Method = (world, params) => {
  const caption = readCaption(params);
  const keyboard = readInlineKeyboard(params);
  const found = findEdited(world, params);
  if (found.message.media === undefined) throw badRequest("there is no caption in the message to edit");
  checkCaption(caption, "MEDIA_CAPTION_TOO_LONG");
  return edit(world, found, caption, keyboard);
};

export const editMessageReplyMarkup: Method = (world, params) => {
  const keyboard = readInlineKeyboard(params);
  const found = findEdited(world, params);
  const { text, entities, linkPreview } = found.message;
  const same = { text, entities, ...(linkPreview === undefined ? {} : { linkPreview }) };
  return edit(world, found, same, keyboard);
};

interface Found {
  readonly chat: Chat;
  readonly message: Message;
}

function findEdited(world: World, params: Params): Found {
  const id = readNumber(params, "message_id", 0);
  const isInline = (params["chat_id"] === undefined || params["chat_id"] === "") && id === 0;
  if (isInline) return findInline(world, readText(params, "inline_message_id"));
  const chat = reach(world, params, "edit");
  const message = chat.messages.find(({ messageId }) => messageId === id);
  if (message === undefined) throw badRequest("message to edit not found");
  if (!canEdit(world, chat, message)) throw badRequest("message can't be edited");
  return { chat, message };
}

function findInline(world: World, inlineId: string): Found {
  if (inlineId === "") throw badRequest("message identifier is not specified");
  for (const chat of world.chats()) {
    const message = chat.messages.find((each) => each.inlineId === inlineId);
    if (message !== undefined) return { chat, message };
  }
  throw badRequest("MESSAGE_ID_INVALID");
}

/** Its own messages without a limit of time; in a channel those of others with can_edit_messages. */
function canEdit(world: World, chat: Chat, { from, service, replyMarkup }: Message): boolean {
  if (service !== undefined) return false;
  // A message that brought a keyboard for the input field stays as it is.
  if (replyMarkup !== undefined && "keyboard" in replyMarkup) return false;
  if (chat.kind !== "channel") return from === "bot";
  const right = from === "bot" ? "can_post_messages" : "can_edit_messages";
  return may(chat, world.bot.id, right) || may(chat, world.bot.id, "can_edit_messages");
}

type Content = FormattedText & Pick<Message, "linkPreview">;

function edit(
  world: World,
  { chat, message }: Found,
  content: Content,
  keyboard: Keyboard | undefined,
): unknown {
  const shape = (one: Content, keys: Keyboard | undefined): string =>
    JSON.stringify([one.text, one.entities, one.linkPreview ?? {}, keys ?? []]);
  if (shape(message, message.keyboard) === shape(content, keyboard)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const { keyboard: _, linkPreview: __, ...kept } = message;
  const edited: Message = {
    ...kept,
    ...content,
    editDate: world.seconds(),
    ...(keyboard === undefined ? {} : { keyboard }),
  };
  world.replace(chat, edited);
  return message.inlineId === undefined ? apiMessage(world, chat, edited) : true;
}
