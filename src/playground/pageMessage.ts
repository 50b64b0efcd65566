// A message as the page draws it for one person: who said it, what it answers, the line of a service message, its buttons.
import { checkShared } from "./acts/speak.ts";
import type { Chat, Key, Message, PrivateChat, ReplyKey } from "./chat.ts";
import { isObject } from "./method.ts";
import { groupsOf, keyOf, type Place } from "./pagePlace.ts";
import { userWithId } from "./users.ts";
import type { World } from "./world.ts";

/** UTF-16 units of an answered message that are shown above the answer. */
const quotedUnits = 90;

/** What the page knows to draw; where a message has no words, words that stand for it. */
export function toPage(world: World, place: Place, message: Message): object {
  const { messageId, from, date, editDate, entities, keyboard } = message;
  const { chat, own } = place;
  const { replyTo } = message;
  const answered =
    replyTo === undefined ? undefined : chat.messages.find((each) => each.messageId === replyTo);
  return {
    messageId,
    from,
    date,
    ...(editDate === undefined ? {} : { editDate }),
    text: message.text,
    entities,
    ...toMedia(message),
    isMine: from === "user" && chat.kind !== "channel" && message.senderId === own.id,
    ...(keyboard === undefined ? {} : { keyboard: keyboard.map((row) => row.map(toPageKey)) }),
    ...toKeys(world, own, message),
    ...(message.service === undefined ? {} : { service: toService(world, message) }),
    ...(message.isViaBot === true ? { isViaBot: true } : {}),
    ...(chat.kind === "private" ? {} : { sender: senderOf(world, chat, message) }),
    ...(chat.kind === "private" || answered === undefined
      ? {}
      : { answered: toQuote(world, chat, answered) }),
  };
}

function toMedia({ media, location }: Message): object {
  if (location !== undefined) return { location };
  if (media === undefined) return {};
  const { type, fileId, fileName: name, url } = media;
  // Pictures at addresses are not fetched.
  const src = url === undefined ? `/playground/media/${fileId}` : undefined;
  return { media: { type, name, src } };
}

/** What stands for a message in one line. */
function textOf({ text, media, location, service }: Message): string {
  if (text !== "") return text;
  if (media !== undefined) return media.fileName ?? media.type;
  if (location !== undefined) return `${location.latitude}, ${location.longitude}`;
  return Object.keys(service ?? {}).join(", ");
}

function toQuote(world: World, chat: Chat, message: Message): object {
  const text = textOf(message).replace(/\s+/gu, " ");
  return {
    messageId: message.messageId,
    name: senderOf(world, chat, message).name,
    text: text.length > quotedUnits ? `${text.slice(0, quotedUnits).trimEnd()}…` : text,
  };
}

/** The colour is the person's N; the bot, channels and who writes for a group have none. */
function senderOf(world: World, chat: Chat, message: Message): { name: string; colour?: number } {
  if (chat.kind !== "private" && (chat.kind === "channel" || message.senderChat !== undefined)) {
    return { name: chat.title };
  }
  if (message.from === "bot") return { name: world.bot.firstName };
  const user = userWithId(message.senderId);
  return user === undefined ? { name: "" } : { name: user.name, colour: user.user };
}

/** The page says these in its own language; of others it shows the name of the field. */
function toService(world: World, { service = {}, senderId }: Message): object {
  const by = userWithId(senderId)?.name ?? world.bot.firstName;
  const field = (name: string): Readonly<Record<string, unknown>> | undefined => {
    const value = service[name];
    return isObject(value) ? value : undefined;
  };
  const came = field("new_chat_member");
  if (came !== undefined) return { kind: "came", by, name: came["first_name"] };
  const gone = field("left_chat_member");
  if (gone !== undefined) return { kind: "gone", by, name: gone["first_name"] };
  const topic = field("forum_topic_created");
  if (topic !== undefined) return { kind: "topic", by, name: topic["name"] };
  const rights = field("bot_rights_changed");
  if (rights !== undefined) {
    const kind = rights["status"] === "administrator" ? "raised" : "lowered";
    return { kind, by, name: world.bot.firstName };
  }
  const shared = world.chat(Number(field("chat_shared")?.["chat_id"]));
  if (shared !== undefined && shared.kind !== "private") return { kind: "shared", by, name: shared.title };
  return { kind: "other", by, name: Object.keys(service).join(", ") };
}

function toPageKey(key: Key): object {
  const { text, callback_data: data, url, switch_inline_query_chosen_chat: chosen } = key;
  const share = key.switch_inline_query ?? (chosen === undefined ? undefined : queryOf(chosen));
  return { text, data, url, share, shareHere: key.switch_inline_query_current_chat };
}

function queryOf(chosen: object): string {
  return "query" in chosen && typeof chosen.query === "string" ? chosen.query : "";
}

/** The keys that come below the input field with this message; none where it takes them away. */
function toKeys(world: World, own: PrivateChat, { replyMarkup }: Message): object {
  if (replyMarkup === undefined || "force_reply" in replyMarkup) return {};
  if (!("keyboard" in replyMarkup)) return { keys: [] };
  return { keys: replyMarkup.keyboard.map((row) => row.map((key) => toKey(world, own, key))) };
}

function toKey(world: World, own: PrivateChat, key: ReplyKey): object {
  const { text, request_chat: request } = key;
  if (key.request_location === true) return { text, asks: "place" };
  if (key.request_contact === true) return { text, asks: "number" };
  if (request === undefined) return { text };
  const chats = groupsOf(world, own).filter((chat) => {
    try {
      checkShared(world, own, request, chat);
      return true;
    } catch {
      return false;
    }
  });
  return { text, asks: "chat", chats: chats.map(keyOf) };
}
