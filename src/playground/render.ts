// Shapes the world's people, chats and messages as the Bot API does.
import type { Chat, Media, Member, Message } from "./chat.ts";
import { anonymousId } from "./users.ts";
import type { World } from "./world.ts";

export function botUser({ bot }: World): object {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username };
}

/** Anyone who may have sent something: a person, our bot, or the name of anonymous administrators. */
export function apiUser(world: World, id: number): object {
  if (id === world.bot.id) return botUser(world);
  if (id === anonymousId) {
    return { id, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
  }
  const name = world.privateChat(id)?.user.name ?? "";
  return {
    id,
    is_bot: false,
    first_name: name,
    language_code: world.privateChat(id)?.languageCode ?? "ar",
  };
}

export function apiChat(chat: Chat): object {
  if (chat.kind === "private") return { id: chat.id, first_name: chat.user.name, type: "private" };
  const { id, title, username, kind, isForum } = chat;
  return {
    id,
    title,
    ...(username === undefined ? {} : { username }),
    type: kind,
    ...(isForum ? { is_forum: true } : {}),
  };
}

/** A ChatMember; who never came is `left`. */
export function apiMember(world: World, id: number, { status, rights }: Member): object {
  const user = apiUser(world, id);
  switch (status) {
    case "creator":
      return { user, status, is_anonymous: rights["is_anonymous"] === true };
    case "administrator":
      return { user, status, can_be_edited: false, ...rights };
    case "restricted":
      return { user, status, until_date: 0, ...rights };
    case "kicked":
      return { user, status, until_date: 0 };
    default:
      return { user, status };
  }
}

export function apiMessage(world: World, chat: Chat, message: Message): object {
  const { messageId, date, editDate, thread, replyTo, keyboard } = message;
  const opening = thread !== undefined && messageId !== thread ? thread : undefined;
  const answered = chat.messages.find((each) => each.messageId === (replyTo ?? opening));
  return {
    message_id: messageId,
    ...sender(world, chat, message),
    chat: apiChat(chat),
    date,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    // A message in a topic answers the one that opened it, as Telegram shows it.
    ...(answered === undefined ? {} : { reply_to_message: withoutAnswer(world, chat, answered) }),
    ...(editDate === undefined ? {} : { edit_date: editDate }),
    ...(message.forwardOrigin === undefined ? {} : { forward_origin: message.forwardOrigin }),
    ...(message.isViaBot === true ? { via_bot: botUser(world) } : {}),
    ...(message.isProtected === true ? { has_protected_content: true } : {}),
    ...content(message),
    ...(message.linkPreview === undefined ? {} : { link_preview_options: message.linkPreview }),
    ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}

function withoutAnswer(world: World, chat: Chat, message: Message): object {
  const { reply_to_message: _, ...rest } = apiMessage(world, chat, { ...message, replyTo: -1 }) as {
    reply_to_message?: object;
  };
  return rest;
}

function sender(world: World, chat: Chat, { senderId, senderChat }: Message): object {
  if (chat.kind === "channel") return { sender_chat: apiChat(chat) };
  const from = apiUser(world, senderChat === undefined ? senderId : anonymousId);
  return senderChat === undefined ? { from } : { from, sender_chat: apiChat(chat) };
}

function content({ text, entities, media, location, service }: Message): object {
  if (service !== undefined) return service;
  if (location !== undefined) return { location };
  if (media === undefined) return { text, ...(entities.length === 0 ? {} : { entities }) };
  return {
    ...apiMedia(media),
    ...(text === "" ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: entities }),
  };
}

function apiMedia({ type, fileId, fileName, mimeType, size }: Media): object {
  const file = { file_id: fileId, file_unique_id: `u-${fileId}`, file_size: size };
  if (type === "photo") return { photo: [{ ...file, width: 800, height: 450 }] };
  return {
    document: {
      ...file,
      ...(fileName === undefined ? {} : { file_name: fileName }),
      ...(mimeType === undefined ? {} : { mime_type: mimeType }),
    },
  };
}
