// The bot on telegraf: the one place that sees the framework's updates; behind it are requests and replies.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import type { Lane } from "../delivery/pace.ts";
import type { EditOutcome, Outbox } from "../delivery/telegram.ts";
import { voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import type { Log } from "../runtime/log.ts";
import type { Actor, Pressed, Reader, Reply } from "./command.ts";
import { type Entity, toHtml } from "./entities.ts";
import type { Handled } from "./handled.ts";
import { createInbox } from "./inbox.ts";
import type { Router } from "./router.ts";

/** Where a reader speaks from, as far as the bot cares. */
export interface Place {
  readonly chat: number;
  readonly thread: number | null;
  readonly kind: "private" | "group" | "channel";
  readonly languageCode?: string;
}

export interface BotNeeds {
  readonly bot: Telegraf;
  readonly router: Router;
  readonly outbox: Outbox;
  readonly pace: { take(lane: Lane): Promise<void> };
  readonly messages: Messages;
  /** The reader of a place, made known at the first contact. */
  readonly readerAt: (place: Place) => Promise<Reader>;
  /** Called when the bot was blocked or removed. */
  readonly onGone: (place: Place, reason: string) => Promise<void>;
  /** The operators: Telegram ids of people. */
  readonly adminIds: readonly number[];
  /** An update that is delivered again is not handled again. */
  readonly handled: Handled;
  readonly now: () => Date;
  readonly log: Log;
}

/** Returns the handler of one update; it never throws, and keeps each chat's updates in order. */
export function createBot(needs: BotNeeds): (update: Update) => Promise<void> {
  const { bot, router, outbox, pace, messages, readerAt, onGone, handled, now, log, adminIds } = needs;

  /** Makes a call again that failed without a reason of its own, twice at the most. */
  async function insist(call: () => Promise<EditOutcome>): Promise<EditOutcome> {
    for (let again = 0; ; again += 1) {
      await pace.take("reply");
      const outcome = await call();
      if (again === 2 || (outcome.kind !== "wait" && outcome.kind !== "failed")) return outcome;
      const seconds = outcome.kind === "wait" ? outcome.seconds : 0.5 * 2 ** again;
      // A long delay would only bring the answer when nobody waits for it any more.
      if (seconds > 10) return outcome;
      await sleep(seconds * 1000 + 100);
    }
  }

  async function send(place: Place, replies: readonly Reply[]): Promise<void> {
    for (const { undo, ...reply } of replies) {
      const outcome = await insist(() => outbox.send({ chat: place.chat, thread: place.thread, ...reply }));
      if (outcome.kind === "sent") continue;
      await undo?.();
      if (outcome.kind === "gone") await onGone(place, outcome.why);
      log.warn("reply.not-sent", {
        outcome: outcome.kind,
        ...("why" in outcome ? { why: outcome.why } : {}),
        ...("cause" in outcome ? { err: outcome.cause } : {}),
      });
      return;
    }
  }

  async function apologise(place: Place, reader: Reader | undefined, error: unknown): Promise<void> {
    const id = randomBytes(3).toString("hex");
    log.error("handler.failed", { id, err: error });
    const locale = messages.nearest(
      reader?.subscriber.locale ?? place.languageCode,
      messages.locales[0] ?? "ar",
    );
    const voice = reader === undefined ? { locale, digits: "latin" as const } : voiceOf(reader.subscriber);
    await send(place, [{ html: messages.say(voice, "failed", { id }) }]).catch(() => undefined);
  }

  async function hear(
    place: Place,
    from: Sender,
    { text, entities }: { text: string; entities: readonly Entity[] },
  ): Promise<void> {
    let reader: Reader | undefined;
    try {
      reader = await readerAt(place);
      if (router.commandOf(text)?.isSlow) void outbox.typing(place.chat, place.thread);
      const typedHtml = toHtml(text, entities).trim();
      const heard = { actor: actorOf(place, from, adminIds), now: now(), typedHtml };
      await send(place, await router.message(reader, text, heard));
    } catch (error) {
      await apologise(place, reader, error);
    }
  }

  async function feel(
    place: Place,
    from: Sender,
    query: { id: string; data: string; messageId: number },
  ): Promise<void> {
    let reader: Reader | undefined;
    let pressed: Pressed = {};
    try {
      reader = await readerAt(place);
      pressed = await router.press(reader, query.data, { actor: actorOf(place, from, adminIds), now: now() });
      if (pressed.edit !== undefined) {
        const { undo: _, ...reply } = pressed.edit;
        const letter = { chat: place.chat, thread: place.thread, messageId: query.messageId, ...reply };
        const outcome = await insist(() => outbox.edit(letter));
        // The message is gone, or too old to be changed: what it would have said is said anew.
        if (outcome.kind === "lost") await send(place, [reply]);
        if (outcome.kind === "gone") await onGone(place, outcome.why);
        // Nothing would have happened on the reader's screen.
        const isRefused = outcome.kind === "refused" || outcome.kind === "failed" || outcome.kind === "wait";
        if (isRefused) throw new Error(`the edit was not made: ${outcome.kind}`, { cause: outcome });
      }
      await outbox.answer(query.id, pressed.toast);
      await send(place, pressed.replies ?? []);
    } catch (error) {
      await outbox.answer(query.id);
      await apologise(place, reader, error);
    }
  }

  bot.on("message", async (ctx) => {
    const { message } = ctx;
    const place = toPlace(message.chat, message.from?.language_code, threadOf(message));
    // What is not text (a sticker, a photo) gets the same helpful answer as text that means nothing to us.
    const text = "text" in message ? message.text : "caption" in message ? (message.caption ?? "") : "";
    const isService = !("text" in message) && place.kind !== "private";
    const from = {
      user: message.from?.id,
      isChat: "sender_chat" in message && message.sender_chat !== undefined,
    };
    const entities = "entities" in message ? (message.entities ?? []) : [];
    if (!isService) await hear(place, from, { text, entities });
  });
  bot.on("callback_query", async (ctx) => {
    const query = ctx.callbackQuery;
    const message = query.message;
    if (message === undefined || !("data" in query)) return outbox.answer(query.id);
    const place = toPlace(message.chat, query.from.language_code, threadOf(message));
    await feel(
      place,
      { user: query.from.id, isChat: false },
      { id: query.id, data: query.data, messageId: message.message_id },
    );
  });
  bot.on("my_chat_member", async (ctx) => {
    const { chat, from, new_chat_member: member } = ctx.myChatMember;
    if (member.status !== "kicked" && member.status !== "left") return;
    const why = chat.type === "private" ? "blocked" : "kicked";
    await onGone(toPlace(chat, from.language_code, null), why);
  });
  bot.catch((error) => log.error("update.failed", { err: error }));

  async function once(update: Update): Promise<void> {
    // Where Redis cannot say, answering twice is better than not at all.
    if (await handled.has(update.update_id).catch(() => false)) return;
    await bot.handleUpdate(update);
    await handled.add(update.update_id);
  }
  const inbox = createInbox(once);
  return (update) => inbox(update).catch((error) => log.error("update.failed", { err: error }));
}

interface Sender {
  readonly user: number | undefined;
  /** It was said in the name of a chat. */
  readonly isChat: boolean;
}

function actorOf(place: Place, { user, isChat }: Sender, adminIds: readonly number[]): Actor {
  return {
    user: isChat ? undefined : user,
    isAnonymous: isChat,
    isOperator: place.kind === "private" && user !== undefined && adminIds.includes(user),
  };
}

function toPlace(
  chat: { id: number; type: string },
  languageCode: string | undefined,
  thread: number | null,
): Place {
  const kind = chat.type === "private" ? "private" : chat.type === "channel" ? "channel" : "group";
  return { chat: chat.id, thread, kind, ...(languageCode === undefined ? {} : { languageCode }) };
}

function threadOf(message: object): number | null {
  const isTopic = "is_topic_message" in message && message.is_topic_message === true;
  return isTopic && "message_thread_id" in message ? Number(message.message_thread_id) : null;
}
