// Wires the bot: commands, buttons, the words for them, and the readers they are for.
import type { Telegraf } from "telegraf";
import { createReadings, type Reading } from "../articles/readings.ts";
import type { Search } from "../articles/search-follower.ts";
import { createActions } from "../bot/actions.ts";
import { createBot } from "../bot/bot.ts";
import type { Actor, Reader } from "../bot/command.ts";
import { createCommands } from "../bot/commands.ts";
import { createDialogues } from "../bot/dialogues.ts";
import { createDoor } from "../bot/door.ts";
import { createInline } from "../bot/inline.ts";
import type { Crew } from "../bot/intake.ts";
import { createLimit, type Limits, usualLimits } from "../bot/limit.ts";
import { createLocated } from "../bot/located.ts";
import { menusOf } from "../bot/menus.ts";
import type { Place } from "../bot/placing.ts";
import { createRegretful, createRegrets } from "../bot/regrets.ts";
import { createRouter } from "../bot/router.ts";
import { createSearches } from "../bot/searches.ts";
import { guessZone } from "../bot/start/guessZone.ts";
import { createRefs } from "../bot/start/refs.ts";
import { createTyped, leaveTyped, readTyped } from "../bot/typed.ts";
import { nextDue } from "../schedule/due.ts";
import { createInactive } from "../schedule/inactive.ts";
import { createSeries, dayOf } from "../schedule/series.ts";
import { newSubscriber } from "../subscribers/defaults.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { openAdmits, openRoom } from "./admission.ts";
import { followUpdates } from "./handling.ts";
import type { House } from "./house.ts";
import { openGroups } from "./mouth/groups.ts";
import { announceToOperators, openDesk } from "./mouth/operators.ts";
import { openPrivacy } from "./mouth/privacy.ts";
import { openOutbox } from "./outbox.ts";
import { openPace } from "./rates.ts";
import { watchStore } from "./watchStore.ts";

export interface Mouth extends Crew {
  /** Tells Telegram which commands there are, in each language. */
  announce(): Promise<void>;
}

/** Reasons for an inactive reader that /start undoes: the reader did not ask to be left alone. */
const undoneByStart = [
  "blocked",
  "kicked",
  "deactivated",
  "not-found",
  "no-rights",
  "thread-not-found",
  "denied",
];

/** `publicUrl` is the base address of the article pages. */
export function openMouth(
  house: House,
  bot: Telegraf,
  publicUrl: string | undefined,
  search: Pick<Search, "search">,
  limits: Limits = usualLimits,
): Mouth {
  const { config, messages, agenda, subscribers, articles, topics, compose, clock, log } = house;
  const { env } = config;
  const outbox = openOutbox(house, "reply", bot.telegram);
  const dialogues = createDialogues(house.main, env.redisPrefix);
  const searches = createSearches(house.main, env.redisPrefix);
  const inactive = createInactive(house.main, env.redisPrefix);
  const room = openRoom(house);
  const admits = openAdmits(house);
  const series = createSeries(house.main, env.redisPrefix, config.bot.zone);
  const readings = createReadings(house.main, env.redisPrefix);
  const countReading = (reading: Reading, topics: readonly string[]): Promise<void> =>
    readings.count(reading, topics, dayOf(config.bot.zone, house.clock.now()));
  async function change(number: number, patch: Partial<Subscriber>, now: Date): Promise<Subscriber> {
    await room.check(number, patch);
    const changed = await agenda.change(number, patch, now);
    if (patch.status === "inactive") await series.countLeft();
    return changed;
  }
  async function readerAt(place: Place): Promise<Reader> {
    const known = await subscribers.byChat(place.chat, place.thread);
    if (known !== undefined) {
      // Who comes back without subscribing is not erased.
      if (known.subscriber.status === "inactive") await inactive.touch(known.number, clock.now());
      return known;
    }
    const fresh = newSubscriber({
      chat: place.chat,
      thread: place.thread,
      kind: place.kind,
      locale: messages.nearest(place.languageCode, config.bot.locale),
      zone: guessZone(place.languageCode) ?? config.bot.zone,
      times: config.defaults.times,
      items: config.defaults.items,
      length: config.defaults.length,
      now: clock.now(),
    });
    return subscribers.ensure(fresh);
  }

  const groups = openGroups(house, bot, readerAt);
  const { rights, managing, chatNamed, readerByNumber, managedReader } = groups;
  const common = {
    rights,
    managing,
    chatNamed,
    readerByNumber,
    managedReader,
    messages,
    topics,
    compose,
    change,
    isFull: room.isFull,
    nextDue,
    publicUrl,
    search,
    searches,
    shelf: articles,
    sentences: config.summary.sentences,
    hijriShift: config.bot.hijriShift,
    dialogues,
    countReading,
    async countLeaving(reason: string) {
      await house.main.hincrby(`{${env.redisPrefix}}:leaving`, reason, 1);
    },
    advance: agenda.advance,
    countRef: createRefs(house.main, env.redisPrefix),
    lastDigests: house.lastDigests,
    me: () => ({
      username: bot.botInfo?.username ?? "",
      isInline: bot.botInfo?.supports_inline_queries ?? false,
    }),
    async revive(number: number, subscriber: Subscriber) {
      const isUndone = subscriber.status === "inactive" && undoneByStart.includes(subscriber.reason ?? "");
      return isUndone ? change(number, { status: "active", reason: "" }, clock.now()) : subscriber;
    },
  };
  const privacy = openPrivacy(house, { dialogues, searches, managing });
  const needs = together(together(common, privacy), openDesk(house, bot, outbox));
  const mayChange = ({ subscriber }: Reader, actor: Actor): Promise<boolean> =>
    rights.mayChange(subscriber.chat, actor);
  const commands = createCommands(needs);
  const typed = createTyped(needs);
  const router = createRouter({
    commands,
    actions: createActions(needs),
    messages,
    username: () => bot.botInfo?.username ?? "",
    isTopic: async (words) => (await topics.find(words)) !== undefined,
    dialogue: readTyped(typed, dialogues, mayChange),
    leave: leaveTyped(typed, dialogues),
    located: createLocated(needs),
    managed: groups.managed,
    mayChange,
  });

  const regrets = createRegrets({ outbox, messages, now: clock.now });
  const inside = createBot({
    bot,
    router,
    outbox,
    pace: openPace(house),
    messages,
    adminIds: env.adminIds,
    readerAt,
    knownAt: ({ chat, thread }) => subscribers.byChat(chat, thread),
    onGone: groups.onGone,
    onWelcome: groups.onWelcome,
    onMoved: groups.onMoved,
    inline: createInline({ ...needs, zone: config.bot.zone, locale: config.bot.locale }),
    limit: createLimit(house.main, env.redisPrefix, limits),
    store: watchStore(house.main),
    regrets,
    now: clock.now,
    log,
  });

  const door = createDoor({ admits, messages, outbox, redis: house.main, prefix: env.redisPrefix });
  return {
    handle: followUpdates(house, door.guard(inside)),
    regret: door.only(
      createRegretful({
        regrets,
        outbox,
        isCommand: (text) => router.commandOf(text) !== undefined,
        self: () => ({ id: bot.botInfo?.id, username: bot.botInfo?.username ?? "" }),
      }),
    ),
    spare: ({ query }) => outbox.answer(query),
    async announce() {
      const menus = menusOf(commands, messages, config.bot.locale);
      for (const { scope, language, commands: menu } of menus) {
        await bot.telegram.setMyCommands(menu, { scope, ...(language && { language_code: language }) });
      }
      for (const locale of messages.locales) {
        const own = menus.find(({ scope, language }) => scope.type === "default" && language === locale);
        await announceToOperators(house, bot, { commands, locale, menu: own?.commands ?? [] });
      }
    },
  };
}

/** All of both; the compiler refuses a name that both have, which would be one room's thing in another's hands. */
function together<A extends object, B extends object>(
  a: A,
  b: keyof A & keyof B extends never ? B : never,
): A & B {
  return { ...a, ...(b as B) };
}
