// Turns away whom the operator does not admit, before anything of theirs is read or kept.
import type { Redis } from "ioredis";
import type { Update } from "telegraf/types";
import type { Outbox } from "../delivery/telegram.ts";
import type { Messages } from "../messages/messages.ts";
import type { Admits } from "./access.ts";
import { readChange } from "./membership.ts";
import { opaqueId } from "./opaqueId.ts";
import { threadOf, toPlace } from "./placing.ts";
import { strangerVoice } from "./regrets.ts";

export interface DoorNeeds {
  readonly admits: Admits;
  readonly messages: Messages;
  readonly outbox: Pick<Outbox, "send" | "answer" | "inline">;
  readonly redis: Redis;
  readonly prefix: string;
}

const daySeconds = 86_400;

type Handle = (update: Update) => Promise<void>;

export interface Door {
  /** The handler behind the door. Who is turned away is told once a day, and no id of theirs is kept for that. */
  guard(inside: Handle): Handle;
  /** The same for those who are in; to others it says nothing. */
  only(say: Handle): Handle;
}

export function createDoor({ admits, messages, outbox, redis, prefix }: DoorNeeds): Door {
  /** True once a day. A Redis that is away keeps us silent. */
  async function isFirstToday(chat: number): Promise<boolean> {
    if (redis.status !== "ready") return false;
    return (await redis.set(`{${prefix}}:denied:${opaqueId(chat)}`, "1", "EX", daySeconds, "NX")) === "OK";
  }

  async function turnAway(update: Update): Promise<void> {
    if ("inline_query" in update) return outbox.inline(update.inline_query.id, [], "");
    if ("callback_query" in update) {
      const { id, from } = update.callback_query;
      const words = strangerVoice(messages, { languageCode: from.language_code ?? "" });
      return outbox.answer(id, messages.plain(words, "denied"));
    }
    const heard = "message" in update ? update.message : undefined;
    const { chat, from } = heard ?? ("my_chat_member" in update ? update.my_chat_member : {});
    if (chat === undefined || chat.type === "channel") return;
    // In a group only who calls the bot is answered, and who lets it in.
    const isCalled =
      heard === undefined || chat.type === "private" || ("text" in heard && heard.text.startsWith("/"));
    if (!isCalled || !(await isFirstToday(chat.id))) return;
    const place = toPlace(chat, from?.language_code, heard === undefined ? null : threadOf(heard));
    const html = messages.say(strangerVoice(messages, place), "denied");
    await outbox.send({ chat: place.chat, thread: place.thread, html });
  }

  function isIn(update: Update): boolean {
    const { chat, user } = speaker(update);
    return chat === undefined || admits(chat, user) || isLeaving(update);
  }

  return {
    guard: (inside) => (update) => (isIn(update) ? inside(update) : turnAway(update).catch(() => undefined)),
    only: (say) => async (update) => (isIn(update) ? say(update) : undefined),
  };
}

/** Somebody or some place, of an update that nobody has looked into. */
type Unread = { readonly id?: unknown } | null;

/** Where an update comes from and of whom; an inline query comes from its person. */
function speaker(update: Update): { readonly chat?: number; readonly user?: number } {
  const [, content] = Object.entries(update).find(([name]) => name !== "update_id") ?? [];
  // Kinds that the bot does nothing with were not looked into: anything may stand there.
  const { chat, message, from } = (content ?? {}) as {
    readonly chat?: Unread;
    readonly message?: { readonly chat?: Unread } | null;
    readonly from?: Unread;
  };
  const [one, user] = [chat ?? message?.chat ?? from, from].map((who) => who?.id);
  return { ...(typeof one === "number" && { chat: one }), ...(typeof user === "number" && { user }) };
}

/** What ends or moves a chat concerns the records that are there already. */
function isLeaving(update: Update): boolean {
  if ("message" in update)
    return "migrate_to_chat_id" in update.message || "migrate_from_chat_id" in update.message;
  if (!("my_chat_member" in update)) return false;
  const { chat, old_chat_member: before, new_chat_member: after } = update.my_chat_member;
  return readChange(toPlace(chat, undefined, null).kind, before, after).kind === "gone";
}
