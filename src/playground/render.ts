// Shapes the world's people, chats and messages as the Bot API does.
import type { Chat, Message, World } from "./world.ts";

export function botUser({ bot }: World): object {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username };
}

export function apiUser({ user, languageCode }: Chat): object {
  return { id: user.id, is_bot: false, first_name: user.name, language_code: languageCode };
}

export function apiChat({ user }: Chat): object {
  return { id: user.id, first_name: user.name, type: "private" };
}

export function apiMessage(world: World, chat: Chat, message: Message): object {
  const { messageId, from, date, editDate, text, entities, keyboard } = message;
  return {
    message_id: messageId,
    from: from === "bot" ? botUser(world) : apiUser(chat),
    chat: apiChat(chat),
    date,
    ...(editDate === undefined ? {} : { edit_date: editDate }),
    text,
    ...(entities.length === 0 ? {} : { entities }),
    ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}
