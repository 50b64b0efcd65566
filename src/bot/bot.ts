// The bot on telegraf: the one place that sees the framework's updates; behind it are requests and replies.
import { randomBytes } from "node:crypto";
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import type { Lane } from "../delivery/pace.ts";
import type { Outbox } from "../delivery/telegram.ts";
import { voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import type { Log } from "../runtime/log.ts";
import type { Actor, Pressed, Reader } from "./command.ts";
import type { Handled } from "./handled.ts";
import { createInbox } from "./inbox.ts";
import type { Allowance, Asked, Limit } from "./limit.ts";
import { type Place, threadOf, toPlace } from "./place.ts";
import { createRegrets, strangerVoice } from "./regrets.ts";
import type { Router } from "./router.ts";
import { createSending } from "./sending.ts";
import { createTaps } from "./taps.ts";

export type { Place };

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
  /** Who asks too often is held back; operators are not. */
  readonly limit: Limit;
  /** False while Redis does not answer: then nobody can be served, but told so. */
  readonly isStoreUp: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
}

/** Returns the handler of one update; it never throws, and keeps each chat's updates in order. */
export function createBot(needs: BotNeeds): (update: Update) => Promise<void> {
  const {
    bot,
    router,
    outbox,
    pace,
    messages,
    readerAt,
    onGone,
    handled,
    limit,
    isStoreUp,
    now,
    log,
    adminIds,
  } = needs;
  const { insist, send } = createSending({ outbox, pace, onGone, log });
  const regrets = createRegrets({ outbox, messages, now });

  async function apologise(place: Place, reader: Reader | undefined, error: unknown): Promise<void> {
    const id = randomBytes(3).toString("hex");
    log.error("handler.failed", { id, err: error });
    const voice = reader === undefined ? strangerVoice(messages, place) : voiceOf(reader.subscriber);
    await send(place, [{ html: messages.say(voice, "failed", { id }) }]).catch(() => undefined);
  }

  async function allowance(place: Place, { user, isChat }: Sender, asked: Asked): Promise<Allowance> {
    const who = isChat ? place.chat : (user ?? place.chat);
    return adminIds.includes(who) ? "go" : limit.take(who, asked);
  }

  async function hear(place: Place, from: Sender, text: string): Promise<void> {
    const isForUs = place.kind === "private" || router.commandOf(text) !== undefined;
    if (!isStoreUp()) return isForUs ? regrets.tell(place) : undefined;
    let reader: Reader | undefined;
    try {
      const may = isForUs ? await allowance(place, from, "command") : "go";
      if (may === "silent") return;
      reader = await readerAt(place);
      if (may === "notice") {
        return send(place, [{ html: messages.say(voiceOf(reader.subscriber), "too-often") }]);
      }
      if (router.commandOf(text)?.isSlow) void outbox.typing(place.chat, place.thread);
      await send(
        place,
        await router.message(reader, text, { actor: actorOf(place, from, adminIds), now: now() }),
      );
    } catch (error) {
      if (!isStoreUp() && isForUs) return regrets.tell(place);
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
    if (!isStoreUp()) return outbox.answer(query.id, regrets.words(place));
    try {
      const may = await allowance(place, from, "button");
      if (may === "silent") return outbox.answer(query.id);
      reader = await readerAt(place);
      if (may === "notice") {
        return outbox.answer(query.id, messages.plain(voiceOf(reader.subscriber), "too-often"));
      }
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
      await outbox.answer(query.id, isStoreUp() ? undefined : regrets.words(place));
      if (isStoreUp()) await apologise(place, reader, error);
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
    if (!isService) await hear(place, from, text);
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
    if (isStoreUp() && (await handled.has(update.update_id).catch(() => false))) return;
    await bot.handleUpdate(update);
    // Asked without a Redis, its client would wait for one, and the chat's next update with it.
    if (isStoreUp()) await handled.add(update.update_id);
  }
  const inbox = createInbox(once);
  const taps = createTaps();
  return async (update) => {
    const tap = taps.begin(update);
    if (tap.isRepeated) return outbox.answer(tap.query);
    await inbox(update).catch((error) => log.error("update.failed", { err: error }));
    tap.end();
  };
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
