// Where a new message goes: the chat, the topic, what it answers, and whether the bot may post it there.
import { type Content, checkPosting, reach } from "./access.ts";
import { badRequest } from "./apiError.ts";
import type { Chat, Message } from "./chat.ts";
import { checkMarkup, type Markup } from "./markup.ts";
import { isObject, type Params, readFlag, readJson, readNumber } from "./method.ts";
import type { World } from "./world.ts";

export interface Sending {
  readonly chat: Chat;
  /** What all kinds of messages of the bot share. */
  readonly base: Pick<
    Message,
    "from" | "senderId" | "thread" | "replyTo" | "isSilent" | "isProtected" | "keyboard" | "replyMarkup"
  >;
}

/** Checks in the order of Client.cpp: chat, answered message, topic, then the rights and keys of td. */
export function openSending(world: World, params: Params, content: Content, markup: Markup): Sending {
  const reply = readReply(params);
  const chat = reach(world, params, "write");
  const answered = findAnswered(world, chat, reply);
  const thread = findThread(chat, readNumber(params, "message_thread_id", 0)) ?? answered?.thread;
  checkPosting(world, chat, content);
  checkMarkup(chat, markup);
  return {
    chat,
    base: {
      from: "bot",
      senderId: world.bot.id,
      ...(thread === undefined ? {} : { thread }),
      ...(answered === undefined ? {} : { replyTo: answered.messageId }),
      ...(readFlag(params, "disable_notification") ? { isSilent: true } : {}),
      ...(readFlag(params, "protect_content") ? { isProtected: true } : {}),
      ...markup,
    },
  };
}

interface Reply {
  readonly messageId: number;
  readonly chatId: unknown;
  readonly mayMiss: boolean;
}

function readReply(params: Params): Reply | undefined {
  const given = readJson(params, "reply_parameters", "reply parameters");
  if (given === undefined || given === null) {
    const messageId = readNumber(params, "reply_to_message_id", 0);
    const mayMiss = readFlag(params, "allow_sending_without_reply");
    return messageId > 0 ? { messageId, chatId: undefined, mayMiss } : undefined;
  }
  if (!isObject(given)) throw badRequest("object expected as reply parameters");
  const messageId = readNumber(given, "message_id", 0);
  const mayMiss = readFlag(given, "allow_sending_without_reply");
  return messageId > 0 ? { messageId, chatId: given["chat_id"], mayMiss } : undefined;
}

function findAnswered(world: World, chat: Chat, reply: Reply | undefined): Message | undefined {
  if (reply === undefined) return undefined;
  const { messageId, chatId, mayMiss } = reply;
  const other = chatId === undefined ? chat : reach(world, { chat_id: chatId }, "read");
  const message = other.messages.find((each) => each.messageId === messageId);
  if (message === undefined && !mayMiss) throw badRequest("message to be replied not found");
  // An answer to another chat is shown as a quote there, and leads nowhere in this one.
  return other === chat ? message : undefined;
}

/** The topic "General" has no thread id: 1 is refused like any other unknown one. */
function findThread(chat: Chat, thread: number): number | undefined {
  if (thread <= 0) return undefined;
  if (chat.kind === "private" || !chat.topics.has(thread)) throw badRequest("message thread not found");
  return thread;
}
