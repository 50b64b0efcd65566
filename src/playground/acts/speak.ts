// What people say in groups and channels, edit, locate, forward and share.
import type { Chat, GroupChat, Message, Place, PrivateChat, RequestChat } from "../chat.ts";
import { detect } from "../detect.ts";
import type { FormattedText } from "../entity.ts";
import { changeMember } from "../membership.ts";
import { tellBot } from "../privacy.ts";
import { apiChat } from "../render.ts";
import { isAdministrator, isPresent, may, memberOf } from "../rights.ts";
import { userOf } from "../users.ts";
import type { World } from "../world.ts";
import { ownerOf } from "./groups.ts";

/** A person by the N of `?user=N`, or the owner in the group's own name. */
export type Speaker = number | "anonymous";

export interface Saying {
  /** The topic. */
  readonly thread?: number;
  /** The message that is answered; its topic is taken too. */
  readonly replyTo?: number;
  /** Puts the bot's name before the text. */
  readonly mention?: boolean;
  /** An administrator writes in the group's own name. */
  readonly isAnonymous?: boolean;
}

/** Somebody writes in a group, or posts in a channel; the bot hears it as its privacy mode lets it. */
export function sayIn(
  world: World,
  chat: GroupChat,
  who: Speaker,
  text: string,
  { thread, replyTo, mention = false, isAnonymous = false }: Saying = {},
): Message {
  const senderId = who === "anonymous" ? ownerOf(chat) : userOf(who).id;
  checkSpeaker(chat, senderId);
  if (isAnonymous && !isAdministrator(chat.members.get(senderId))) {
    throw new Error(`person ${senderId} is no administrator of ${chat.title}`);
  }
  const answered = chat.messages.find(({ messageId }) => messageId === replyTo);
  const topic = thread ?? answered?.thread;
  if (topic !== undefined && !chat.topics.has(topic)) throw new Error(`${chat.title} has no topic ${topic}`);
  const isShown = who === "anonymous" || isAnonymous || chat.kind === "channel";
  const message = world.add(chat, {
    from: "user",
    senderId,
    ...(isShown ? { senderChat: chat.id } : {}),
    ...read(mention ? `@${world.bot.username} ${text}` : text),
    ...(topic === undefined ? {} : { thread: topic }),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  tellBot(world, chat, message);
  return message;
}

function checkSpeaker(chat: GroupChat, id: number): void {
  const right = chat.kind === "channel" ? "can_post_messages" : "can_send_messages";
  if (!may(chat, id, right)) throw new Error(`person ${id} cannot write in ${chat.title}`);
}

const mention = /(?<![\p{L}\p{N}_@/])@[a-zA-Z][a-zA-Z0-9_]{3,31}(?![a-zA-Z0-9_])/gu;

function read(text: string): FormattedText {
  const said = detect({ text: text.trim(), entities: [] });
  const mentions = Array.from(said.text.matchAll(mention), (match) => ({
    type: "mention",
    offset: match.index,
    length: match[0].length,
  }));
  return { text: said.text, entities: [...said.entities, ...mentions].sort((a, b) => a.offset - b.offset) };
}

/** A person changes what they said: `edited_message`, in channels `edited_channel_post`. */
export function editText(world: World, chat: Chat, messageId: number, text: string): Message {
  const message = chat.messages.find((each) => each.messageId === messageId);
  if (message === undefined || message.from !== "user") throw new Error(`nobody's message ${messageId}`);
  const edited = { ...message, ...read(text), editDate: world.seconds() };
  world.replace(chat, edited);
  tellBot(world, chat, edited);
  return edited;
}

/** A person sends where they are, by the clip or by a `request_location` key. */
export function locate(world: World, chat: Chat, person: number, location: Place): Message {
  const draft = { from: "user", senderId: person, text: "", entities: [], location } as const;
  const message = world.add(chat, draft);
  tellBot(world, chat, message);
  return message;
}

/** A person forwards a post of a channel to the bot. */
export function forward(world: World, chat: PrivateChat, channel: GroupChat, messageId: number): Message {
  const post = channel.messages.find((each) => each.messageId === messageId);
  if (post === undefined) throw new Error(`${channel.title} has no message ${messageId}`);
  const { text, entities, media, date } = post;
  const message = world.add(chat, {
    from: "user",
    senderId: chat.id,
    text,
    entities,
    ...(media === undefined ? {} : { media }),
    forwardOrigin: { type: "channel", date, chat: apiChat(channel), message_id: messageId },
  });
  tellBot(world, chat, message);
  return message;
}

/** A person picks a chat by a `request_chat` key of the newest reply keyboard: `chat_shared`. */
export function shareChat(world: World, chat: PrivateChat, button: string, shared: GroupChat): Message {
  const shown = chat.messages.findLast(({ replyMarkup }) => replyMarkup !== undefined)?.replyMarkup;
  const keys = shown !== undefined && "keyboard" in shown ? shown.keyboard.flat() : [];
  const request = keys.find(({ text }) => text === button)?.request_chat;
  if (request === undefined) throw new Error(`there is no key "${button}" that asks for a chat`);
  checkShared(world, chat, request, shared);
  grant(world, chat, request, shared);
  const { title, username } = shared;
  const service = {
    chat_shared: {
      request_id: request.request_id,
      chat_id: shared.id,
      ...(request.request_title === true ? { title } : {}),
      ...(request.request_username === true && username !== undefined ? { username } : {}),
    },
  };
  const draft = { from: "user", senderId: chat.id, text: "", entities: [], service } as const;
  const message = world.add(chat, draft);
  tellBot(world, chat, message);
  return message;
}

/** Telegram's apps list only chats that fit the request; throws for others. */
export function checkShared(world: World, chat: PrivateChat, request: RequestChat, shared: GroupChat): void {
  const refuse = (why: string): never => {
    throw new Error(`${shared.title} is not offered: ${why}`);
  };
  if (request.chat_is_channel !== (shared.kind === "channel")) refuse("of the other kind");
  if (request.chat_is_forum !== undefined && request.chat_is_forum !== shared.isForum) refuse("forum or not");
  const isPublic = shared.username !== undefined;
  if (request.chat_has_username !== undefined && request.chat_has_username !== isPublic)
    refuse("public or not");
  if (request.chat_is_created === true && ownerOf(shared) !== chat.id) refuse("the person does not own it");
  if (request.bot_is_member === true && !isPresent(shared.members.get(world.bot.id))) {
    refuse("the bot is not in it");
  }
  for (const [right, isAsked] of Object.entries(request.user_administrator_rights ?? {})) {
    if (isAsked && !may(shared, chat.id, right)) refuse(`the person lacks ${right}`);
  }
}

/** The rights that the request names for the bot are given to it with the choice. */
function grant(world: World, chat: PrivateChat, request: RequestChat, shared: GroupChat): void {
  const asked = Object.entries(request.bot_administrator_rights ?? {}).filter(([, isAsked]) => isAsked);
  if (asked.every(([right]) => may(shared, world.bot.id, right))) return;
  const none = Object.keys(memberOf(shared.kind, "administrator").rights).map((right) => [right, false]);
  const had = Object.entries(shared.members.get(world.bot.id)?.rights ?? {});
  const rights = Object.fromEntries([...none, ...had, ["can_manage_chat", true], ...asked]);
  changeMember(world, shared, world.bot.id, memberOf(shared.kind, "administrator", rights), chat.id);
}
