// Wires the bot: commands, buttons, the words for them, and the readers they are for.
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import type { Search } from "../articles/search-follower.ts";
import { createActions } from "../bot/actions.ts";
import { createBot, type Place } from "../bot/bot.ts";
import type { Reader } from "../bot/command.ts";
import { createCommands, listed } from "../bot/commands.ts";
import { createDialogues } from "../bot/dialogues.ts";
import { createHandled } from "../bot/handled.ts";
import { createRouter } from "../bot/router.ts";
import { createSearches } from "../bot/searches.ts";
import { createTyped, leaveTyped, readTyped } from "../bot/typed.ts";
import { createOutbox } from "../delivery/telegram.ts";
import { nextDue } from "../schedule/due.ts";
import { newSubscriber } from "../subscribers/defaults.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { House } from "./house.ts";
import { announceToOperators, openDesk } from "./mouth/operators.ts";
import { openPace } from "./worker.ts";

export interface Mouth {
  readonly handle: (update: Update) => Promise<void>;
  /** Tells Telegram which commands there are, in each language. */
  announce(): Promise<void>;
}

/** Reasons for an inactive reader that /start undoes: the reader did not ask to be left alone. */
const undoneByStart = ["blocked", "kicked", "deactivated", "not-found", "no-rights", "thread-not-found"];

/** `publicUrl` is the base address of the article pages. */
export function openMouth(
  house: House,
  bot: Telegraf,
  publicUrl: string | undefined,
  search: Pick<Search, "search">,
): Mouth {
  const { config, messages, agenda, subscribers, articles, topics, compose, log } = house;
  const { env } = config;
  const outbox = createOutbox(bot.telegram, { timeoutMs: config.delivery.sendTimeoutSeconds * 1000 });
  const dialogues = createDialogues(house.main, env.redisPrefix);
  const change = (number: number, patch: Partial<Subscriber>, now: Date): Promise<Subscriber> =>
    agenda.change(number, patch, now);
  const needs = {
    messages,
    topics,
    compose,
    change,
    nextDue,
    publicUrl,
    search,
    searches: createSearches(house.main, env.redisPrefix),
    shelf: articles,
    sentences: config.summary.sentences,
    hijriShift: config.bot.hijriShift,
    dialogues,
    ...openDesk(house, bot, outbox),
    async countLeaving(reason: string) {
      await house.main.hincrby(`{${env.redisPrefix}}:leaving`, reason, 1);
    },
    advance: agenda.advance,
    async revive(number: number, subscriber: Subscriber) {
      const isUndone = subscriber.status === "inactive" && undoneByStart.includes(subscriber.reason ?? "");
      return isUndone ? change(number, { status: "active", reason: "" }, new Date()) : subscriber;
    },
  };
  const commands = createCommands(needs);
  const typed = createTyped(needs);
  const router = createRouter({
    commands,
    actions: createActions(needs, commands),
    messages,
    username: () => bot.botInfo?.username ?? "",
    isTopic: async (words) => (await topics.find(words)) !== undefined,
    dialogue: readTyped(typed, dialogues),
    leave: leaveTyped(typed, dialogues),
    // TODO: ask Telegram for the person's rights.
    mayChange: async () => true,
  });

  async function readerAt(place: Place): Promise<Reader> {
    const known = await subscribers.numberOf(place.chat, place.thread);
    const subscriber = known === undefined ? undefined : await subscribers.byNumber(known);
    if (known !== undefined && subscriber !== undefined) return { number: known, subscriber };
    const fresh = newSubscriber({
      chat: place.chat,
      thread: place.thread,
      kind: place.kind,
      locale: messages.nearest(place.languageCode, config.bot.locale),
      zone: config.bot.zone,
      times: config.defaults.times,
      items: config.defaults.items,
      length: config.defaults.length,
      now: new Date(),
    });
    return subscribers.ensure(fresh);
  }

  const handle = createBot({
    bot,
    router,
    outbox,
    pace: openPace(house),
    messages,
    adminIds: env.adminIds,
    readerAt,
    async onGone({ chat, thread }, reason) {
      const number = await subscribers.numberOf(chat, thread);
      if (number !== undefined) await agenda.retire(number, reason);
    },
    handled: createHandled(
      house.main,
      env.redisPrefix,
      () => bot.botInfo?.id,
      () => new Date(),
    ),
    now: () => new Date(),
    log,
  });

  return {
    handle,
    async announce() {
      for (const locale of messages.locales) {
        const voice = { locale, digits: "latin" as const };
        const menu = listed(commands).map((command) => ({
          command,
          description: messages.plain(voice, `command-${command}`),
        }));
        await bot.telegram.setMyCommands(menu, { language_code: locale });
        if (locale === config.bot.locale) await bot.telegram.setMyCommands(menu);
        await announceToOperators(house, bot, { commands, locale, menu });
      }
    },
  };
}
