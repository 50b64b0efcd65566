// What people do in their private chats: write, press buttons, block the bot.
import type { Chat, PrivateChat } from "../chat.ts";
import { detect } from "../detect.ts";
import { tellBot } from "../privacy.ts";
import { apiChat, apiMessage, apiUser, botUser } from "../render.ts";
import { userOf } from "../users.ts";
import type { World } from "../world.ts";

/** The chat of a person; a language given with `?lang=` becomes theirs. */
export function privateChatOf(world: World, user: number, lang: string | undefined): PrivateChat {
  const { id } = userOf(user);
  const chat = world.privateChat(id);
  if (chat === undefined) throw new Error(`no chat ${id}`);
  if (lang !== undefined && /^[a-z]{2}(-[A-Z]{2})?$/.test(lang)) chat.languageCode = lang;
  return chat;
}

/** A person writes to the bot. */
export function say(world: World, chat: PrivateChat, text: string): void {
  if (text.trim() === "") return;
  const said = detect({ text: text.trim(), entities: [] });
  tellBot(world, chat, world.add(chat, { from: "user", senderId: chat.id, ...said }));
}

/** A person (by id) presses a button; gives the query's id. */
export function press(world: World, chat: Chat, person: number, messageId: number, data: string): string {
  const message = chat.messages.find((each) => each.messageId === messageId);
  const id = world.queries.open(chat.id, person);
  const inline = message?.inlineId;
  const where =
    inline !== undefined
      ? { inline_message_id: inline }
      : message === undefined
        ? {}
        : { message: apiMessage(world, chat, message) };
  world.updates.add({
    callback_query: {
      id,
      from: apiUser(world, person),
      chat_instance: String(chat.id),
      data,
      ...where,
    },
  });
  return id;
}

/** A person blocks the bot, or lets it write again. */
export function block(world: World, chat: PrivateChat, isBlocked: boolean): void {
  if (chat.isBlocked === isBlocked) return;
  chat.isBlocked = isBlocked;
  const [before, after] = isBlocked ? ["member", "kicked"] : ["kicked", "member"];
  const member = (status: string | undefined): object => {
    const user = botUser(world);
    return status === "kicked" ? { user, status, until_date: 0 } : { user, status };
  };
  world.updates.add({
    my_chat_member: {
      chat: apiChat(chat),
      from: apiUser(world, chat.id),
      date: world.seconds(),
      old_chat_member: member(before),
      new_chat_member: member(after),
    },
  });
}
