// The bot on telegraf: the one place that sees the framework's updates; behind it are requests and replies.
import { randomBytes } from "node:crypto";
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import type { Keyboard } from "../delivery/outcome.ts";
import type { Pace } from "../delivery/pace.ts";
import type { Outbox } from "../delivery/telegram.ts";
import { command, voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import type { Log } from "../runtime/log.ts";
import { SubscribersFull } from "./access.ts";
import type { Actor, Pressed, Reader, Reply } from "./command.ts";
import { type Entity, toHtml } from "./entities.ts";
import type { InlineAnswer, InlineAsked } from "./inline.ts";
import { keyboardOf } from "./keyboards.ts";
import type { Allowance, Asked, Limit } from "./limit.ts";
import type { Point } from "./located.ts";
import { readChange } from "./membership.ts";
import { actorOf, type Place, readAddress, threadOf, toPlace } from "./placing.ts";
import { type Regrets, strangerVoice } from "./regrets.ts";
import type { Router } from "./router.ts";
import { createSending } from "./sending.ts";
import type { StoreWatch } from "./storeWatch.ts";

export interface BotNeeds {
  readonly bot: Telegraf;
  readonly router: Router;
  readonly outbox: Outbox;
  readonly pace: Pick<Pace, "take" | "answered">;
  readonly messages: Messages;
  /** The reader of a place, made known at the first contact. */
  readonly readerAt: (place: Place) => Promise<Reader>;
  /** The reader of a place that is known already. */
  readonly knownAt: (place: Place) => Promise<Reader | undefined>;
  /** Called when the bot was blocked or removed. */
  readonly onGone: (place: Place, reason: string) => Promise<void>;
  /** The bot may write in a group or channel and could not before; `user` is who let it in. */
  readonly onWelcome: (place: Place, title: string, user: number) => Promise<readonly Welcome[]>;
  /** A group became a supergroup with another id. */
  readonly onMoved: (chat: number, to: number) => Promise<void>;
  readonly inline: (asked: InlineAsked, now: Date) => Promise<InlineAnswer>;
  /** The operators: Telegram ids of people. */
  readonly adminIds: readonly number[];
  /** Who asks too often is held back; operators are not. */
  readonly limit: Limit;
  readonly store: Pick<StoreWatch, "isAway" | "unlessAway">;
  readonly regrets: Regrets;
  readonly now: () => Date;
  readonly log: Log;
}

/** A message to say to whom, once the bot was let in somewhere. */
export interface Welcome {
  readonly place: Place;
  readonly reply: Reply;
}

/** Returns the handler of one update; it never throws. That each comes once and in its order is the matter of who calls it. */
export function createBot(needs: BotNeeds): (update: Update) => Promise<void> {
  const { bot, router, outbox, pace, messages, readerAt, onGone, onMoved, limit } = needs;
  const { store, regrets, now, log, adminIds } = needs;
  const { isAway, unlessAway } = store;
  const { insist, send } = createSending({ outbox, pace, onGone, onMoved, log });
  const self = () => ({ id: bot.botInfo?.id, username: bot.botInfo?.username ?? "" });

  async function apologise(place: Place, reader: Reader | undefined, error: unknown): Promise<void> {
    if (error instanceof SubscribersFull && reader !== undefined) {
      return send(place, [
        { html: messages.say(voiceOf(reader.subscriber), "full", { latest: command("latest") }) },
      ]);
    }
    const id = randomBytes(3).toString("hex");
    log.error("handler.failed", { id, err: error });
    const voice = reader === undefined ? strangerVoice(messages, place) : voiceOf(reader.subscriber);
    await send(place, [{ html: messages.say(voice, "failed", { id }) }]).catch(() => undefined);
  }

  async function allowance(place: Place, { user }: Actor, asked: Asked): Promise<Allowance> {
    const who = user ?? place.chat;
    return adminIds.includes(who) ? "go" : limit.take(who, asked);
  }

  async function hear(place: Place, actor: Actor, said: Said): Promise<void> {
    const { text, isAddressed } = said;
    const isForUs = place.kind === "private" || isAddressed || router.commandOf(text) !== undefined;
    // Redis that goes in the middle is waited for: the answer comes after it, and these words meanwhile.
    const answered = answer(place, actor, said, isForUs);
    if (!(await unlessAway(answered)) && isForUs) await regrets.tell(place);
    // An update that is left before its answer would count as done.
    await answered;
  }

  async function answer(place: Place, actor: Actor, said: Said, isForUs: boolean): Promise<void> {
    const { text, point, isAddressed } = said;
    let reader: Reader | undefined;
    try {
      const may = isForUs ? await allowance(place, actor, "command") : "go";
      if (may === "silent") return;
      // What people say to each other makes nobody known.
      reader = isForUs ? await readerAt(place) : await needs.knownAt(place);
      if (reader === undefined) return;
      if (may === "notice") {
        return send(place, [{ html: messages.say(voiceOf(reader.subscriber), "too-often") }]);
      }
      const heard = { actor, now: now(), isAddressed };
      if (router.commandOf(text)?.isSlow) void outbox.typing(place.chat, place.thread);
      const replies =
        point === undefined
          ? await router.message(reader, text, { ...heard, typedHtml: said.html })
          : await router.location(reader, point, heard);
      await send(place, replies, said.messageId);
    } catch (error) {
      if (isAway() && isForUs) return regrets.tell(place);
      await apologise(place, reader, error);
    }
  }

  async function feel(place: Place, actor: Actor, query: Query): Promise<void> {
    const pressed = press(place, actor, query);
    if (!(await unlessAway(pressed))) await outbox.answer(query.id, regrets.words(place));
    await pressed;
  }

  async function press(place: Place, actor: Actor, query: Query): Promise<void> {
    let reader: Reader | undefined;
    let pressed: Pressed = {};
    try {
      const may = await allowance(place, actor, "button");
      if (may === "silent") return outbox.answer(query.id);
      reader = await readerAt(place);
      if (may === "notice") {
        return outbox.answer(query.id, messages.plain(voiceOf(reader.subscriber), "too-often"));
      }
      const { messageId, keyboard } = query;
      pressed = await router.press(reader, query.data, { actor, now: now(), ...(keyboard && { keyboard }) });
      const { edit, keyboard: buttons } = pressed;
      if (edit !== undefined || buttons !== undefined) {
        const { undo: _, ...reply } = edit ?? { html: "" };
        const at = { chat: place.chat, messageId };
        const outcome = await insist(() =>
          edit === undefined
            ? outbox.editKeyboard({ ...at, keyboard: buttons ?? [] })
            : outbox.edit({ ...at, thread: place.thread, ...reply }),
        );
        // The message is gone, or too old to be changed: what it would have said is said anew.
        if (outcome.kind === "lost" && edit !== undefined) await send(place, [reply]);
        if (outcome.kind === "gone") await onGone(place, outcome.why);
        // Nothing would have happened on the reader's screen.
        const isRefused = outcome.kind === "refused" || outcome.kind === "failed" || outcome.kind === "wait";
        if (isRefused) throw new Error(`the edit was not made: ${outcome.kind}`, { cause: outcome });
      }
      await outbox.answer(query.id, pressed.toast);
      await send(place, pressed.replies ?? []);
    } catch (error) {
      await outbox.answer(query.id, isAway() ? regrets.words(place) : undefined);
      if (!isAway()) await apologise(place, reader, error);
    }
  }

  bot.on("message", async (ctx) => {
    const { message } = ctx;
    const place = toPlace(message.chat, message.from?.language_code, threadOf(message));
    // Groups alone move.
    const isGroup = place.kind === "group";
    if (isGroup && "migrate_to_chat_id" in message)
      return needs.onMoved(message.chat.id, message.migrate_to_chat_id);
    if (isGroup && "migrate_from_chat_id" in message)
      return needs.onMoved(message.migrate_from_chat_id, message.chat.id);
    const shared = "chat_shared" in message ? (message.chat_shared as { chat_id: number }) : undefined;
    // What is not text (a sticker, a photo) gets the same helpful answer as text that means nothing to us.
    const text =
      shared !== undefined
        ? `/channel ${shared.chat_id}`
        : "text" in message
          ? message.text
          : "caption" in message
            ? (message.caption ?? "")
            : "";
    const point = "location" in message ? { point: message.location } : {};
    const entities: readonly Entity[] = "entities" in message ? (message.entities ?? []) : [];
    const isService = !("text" in message) && !("location" in message) && place.kind !== "private";
    if (isService) return;
    const html = toHtml(text, entities).trim();
    const said = { ...readAddress(text, message, self()), html, ...point, messageId: message.message_id };
    await hear(place, actorOf(message, adminIds), said);
  });
  bot.on("channel_post", async (ctx) => {
    const post = ctx.channelPost;
    if (!("text" in post)) return;
    const html = toHtml(post.text, post.entities ?? []).trim();
    const said = { text: post.text, html, isAddressed: false, messageId: post.message_id };
    await hear(toPlace(post.chat, undefined, null), actorOf(post, adminIds), said);
  });
  bot.on("callback_query", async (ctx) => {
    const query = ctx.callbackQuery;
    const message = query.message;
    if (message === undefined || !("data" in query)) return outbox.answer(query.id);
    const place = toPlace(message.chat, query.from.language_code, threadOf(message));
    const actor = actorOf({ chat: { ...message.chat, type: pressedIn(place) }, from: query.from }, adminIds);
    const { id, data } = query;
    await feel(place, actor, { id, data, messageId: message.message_id, keyboard: keyboardOf(message) });
  });
  bot.on("inline_query", async (ctx) => {
    const { id, query, offset, from } = ctx.inlineQuery;
    const languageCode = from.language_code === undefined ? {} : { languageCode: from.language_code };
    const { results, nextOffset } = await needs.inline({ query, offset, ...languageCode }, now());
    await outbox.inline(id, results, nextOffset);
  });
  bot.on("my_chat_member", async (ctx) => {
    const { chat, from, old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    const place = toPlace(chat, from.language_code, null);
    const change = readChange(place.kind, before, after);
    if (change.kind === "gone") return onGone(place, change.why);
    if (change.kind !== "welcome" || place.kind === "private") return;
    const title = "title" in chat ? chat.title : "";
    for (const { place: where, reply } of await needs.onWelcome(place, title, from.id))
      await send(where, [reply]);
  });
  bot.catch((error) => log.error("update.failed", { err: error }));

  return (update) => bot.handleUpdate(update).catch((error) => log.error("update.failed", { err: error }));
}

interface Query {
  readonly id: string;
  readonly data: string;
  readonly messageId: number;
  readonly keyboard: Keyboard | undefined;
}

interface Said {
  readonly text: string;
  /** As `Request.typedHtml`. */
  readonly html: string;
  readonly isAddressed: boolean;
  readonly messageId: number;
  /** A shared location. */
  readonly point?: Point;
}

/** A button under a channel's post is pressed by a person, who speaks for himself. */
function pressedIn({ kind }: Place): string {
  return kind === "channel" ? "group" : kind;
}
