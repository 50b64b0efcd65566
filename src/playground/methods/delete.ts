// deleteMessage, deleteMessages, pinChatMessage, unpinChatMessage, unpinAllChatMessages.
import { reach } from "../access.ts";
import { badRequest } from "../apiError.ts";
import type { Chat, Message } from "../chat.ts";
import { type Method, type Params, readJson, readNumber } from "../method.ts";
import { isAdministrator, may } from "../rights.ts";
import type { World } from "../world.ts";

/** Seconds; https://core.telegram.org/bots/api#deletemessage */
const deletableFor = 48 * 3600;

export const deleteMessage: Method = (world, params) => {
  checkChatIsNamed(params);
  const id = readNumber(params, "message_id", 0);
  if (id <= 0) throw badRequest("message identifier is not specified");
  const chat = reach(world, params, "write");
  const message = chat.messages.find(({ messageId }) => messageId === id);
  if (message === undefined) throw badRequest("message to delete not found");
  checkDeletable(world, chat, message);
  world.remove(chat, [id]);
  return true;
};

/** Ids that are not there are passed over. */
export const deleteMessages: Method = (world, params) => {
  checkChatIsNamed(params);
  const given = readJson(params, "message_ids");
  if (given === undefined) throw badRequest("message identifiers are not specified");
  if (!Array.isArray(given)) throw badRequest("expected an Array of message identifiers");
  if (given.length > 100) throw badRequest("too many message identifiers specified");
  const ids = new Set(given.map(Number));
  const chat = reach(world, params, "write");
  const found = chat.messages.filter(({ messageId }) => ids.has(messageId));
  for (const message of found) checkDeletable(world, chat, message);
  world.remove(
    chat,
    found.map(({ messageId }) => messageId),
  );
  return true;
};

function checkChatIsNamed(params: Params): void {
  if (params["chat_id"] === undefined || params["chat_id"] === "") {
    throw badRequest("chat identifier is not specified");
  }
}

function checkDeletable(world: World, chat: Chat, { from, date }: Message): void {
  const isOld = world.seconds() - date > deletableFor;
  if (chat.kind === "private") {
    if (isOld) throw badRequest("message can't be deleted for everyone");
    return;
  }
  const bot = world.bot.id;
  if (may(chat, bot, "can_delete_messages")) return;
  const isOwn = from === "bot" && (chat.kind !== "channel" || may(chat, bot, "can_post_messages"));
  if (!isOwn) throw badRequest("message can't be deleted");
  if (isOld) throw badRequest("message can't be deleted for everyone");
}

export const pinChatMessage: Method = (world, params) => {
  const id = readNumber(params, "message_id", 0);
  const chat = reach(world, params, "write");
  if (!chat.messages.some(({ messageId }) => messageId === id)) {
    throw badRequest("message to pin not found");
  }
  checkPinning(world, chat);
  chat.pinned = [...chat.pinned.filter((each) => each !== id), id];
  return true;
};

export const unpinChatMessage: Method = (world, params) => {
  const id = readNumber(params, "message_id", 0);
  const chat = reach(world, params, "write");
  if (id !== 0 && !chat.messages.some(({ messageId }) => messageId === id)) {
    throw badRequest("message to unpin not found");
  }
  checkPinning(world, chat);
  const gone = id === 0 ? chat.pinned.at(-1) : id;
  chat.pinned = chat.pinned.filter((each) => each !== gone);
  return true;
};

export const unpinAllChatMessages: Method = (world, params) => {
  const chat = reach(world, params, "write");
  checkPinning(world, chat);
  chat.pinned = [];
  return true;
};

function checkPinning(world: World, chat: Chat): void {
  if (chat.kind === "private") return;
  const right = chat.kind === "channel" ? "can_edit_messages" : "can_pin_messages";
  // In a basic group the permission that members have is not enough for a bot (tdlib/td).
  const isShort = chat.kind === "group" && !isAdministrator(chat.members.get(world.bot.id));
  if (isShort || !may(chat, world.bot.id, right)) {
    throw badRequest("not enough rights to manage pinned messages in the chat");
  }
}
