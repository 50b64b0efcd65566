// May the bot do this in that chat? Telegram's checks in Telegram's order and words (tdlib/telegram-bot-api, Client.cpp).
import { ApiError, badRequest, forbidden } from "./apiError.ts";
import type { Chat, GroupChat } from "./chat.ts";
import { type Params, readNumber } from "./method.ts";
import { isPresent, may } from "./rights.ts";
import type { World } from "./world.ts";

/** What a call wants of a chat: Client.cpp names them so. */
export type Access = "read" | "readMembers" | "edit" | "write";

/** The chat that a parameter names by id or by "@name", as far as the bot may reach it. */
export function reach(world: World, params: Params, access: Access, name = "chat_id"): Chat {
  const chat = named(world, params, name);
  if (chat.kind !== "private") checkGroup(world, chat, access);
  else if (access === "edit" || access === "write") checkPrivate(chat);
  return chat;
}

function named(world: World, params: Params, name: string): Chat {
  const given = params[name];
  if (given === undefined || given === null || given === "") throw badRequest(`${name} is empty`);
  const chat =
    typeof given === "string" && given.startsWith("@")
      ? world.chatNamed(given.slice(1))
      : world.chat(readNumber(params, name, Number.NaN));
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}

function checkPrivate(chat: Chat & { readonly isBlocked?: boolean }): void {
  checkMigrated(chat);
  if (chat.isBlocked === true) throw forbidden("bot was blocked by the user");
}

function checkMigrated(chat: Chat): void {
  if (chat.migratedTo === undefined) return;
  const description = "Bad Request: group chat was upgraded to a supergroup chat";
  throw new ApiError(400, description, { migrate_to_chat_id: chat.migratedTo });
}

function checkGroup(world: World, chat: GroupChat, access: Access): void {
  const member = chat.members.get(world.bot.id);
  if (chat.kind === "group") {
    if (access === "read") return;
    if (chat.migratedTo !== undefined) {
      if (access !== "edit") checkMigrated(chat);
      return;
    }
  }
  // A private group or channel is closed to who is not in it; a public one may be read by everyone.
  const isOpen = chat.username !== undefined && (access === "read" || access === "readMembers");
  if (member?.status === "kicked") throw forbidden(`bot was kicked from the ${chat.kind} chat`);
  if (!isPresent(member) && !isOpen) throw forbidden(`bot is not a member of the ${chat.kind} chat`);
}

/** What is sent, by the right it takes and by Telegram's name for it. */
export type Content = "text messages" | "photos" | "documents";

const rightOf: Readonly<Record<Content, string>> = {
  "text messages": "can_send_messages",
  photos: "can_send_photos",
  documents: "can_send_documents",
};

/** Throws where the bot has no right to post this (tdlib/td, can_send_message and can_send_message_content). */
export function checkPosting(world: World, chat: Chat, content: Content): void {
  if (chat.kind === "private") return;
  if (chat.kind === "channel") {
    if (!may(chat, world.bot.id, "can_post_messages")) {
      throw badRequest("need administrator rights in the channel chat");
    }
    return;
  }
  if (!may(chat, world.bot.id, rightOf[content])) {
    throw badRequest(`not enough rights to send ${content} to the chat`);
  }
}
