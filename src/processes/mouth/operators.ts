// Wires what only operators may do, and what readers tell them: counts, broadcasts, feeds, edits, feedback.
import type { Telegraf } from "telegraf";
import { createEditing } from "../../articles/editing.ts";
import { articleKeys } from "../../articles/keys.ts";
import type { Command } from "../../bot/command.ts";
import type { FeedbackNeeds } from "../../bot/commands/feedback.ts";
import type { SourcesNeeds } from "../../bot/commands/sources.ts";
import { operatorsOnly } from "../../bot/commands.ts";
import { createFeedbackCounts } from "../../bot/feedbackCounts.ts";
import { type HouseState, shownFailures } from "../../bot/operators/admin.ts";
import { createFeedDesk } from "../../bot/operators/feedDesk.ts";
import { createFeedOwners } from "../../bot/operators/feedOwners.ts";
import type { OperatorNeeds } from "../../bot/operators/table.ts";
import { createOutletCounts } from "../../bot/outletCounts.ts";
import { isFor, type Segment } from "../../delivery/broadcast.ts";
import { createBroadcastBook } from "../../delivery/broadcastBook.ts";
import type { Letter, Outcome } from "../../delivery/outcome.ts";
import { starsFor } from "../../delivery/paid.ts";
import { queueDepth } from "../../delivery/queue.ts";
import { createReviewBook } from "../../delivery/reviewBook.ts";
import type { Outbox } from "../../delivery/telegram.ts";
import { createEarly } from "../../schedule/early.ts";
import { readForecast, spanOf } from "../../schedule/forecast.ts";
import { createRoll, type Roll } from "../../subscribers/roll.ts";
import { openRegister } from "../feedRegister.ts";
import type { House } from "../house.ts";
import { bulkRate, openPace, servedPerSecond } from "../rates.ts";
import { titleOf } from "../reviews.ts";

/** What the tables of commands, buttons and dialogues need beside what the bot has anyway. */
type DeskNeeds = Omit<
  OperatorNeeds & SourcesNeeds & FeedbackNeeds,
  "messages" | "topics" | "shelf" | "dialogues" | "subscriberOf"
>;

const hour = 3_600;

export function openDesk(house: House, bot: Telegraf, outbox: Pick<Outbox, "send">): DeskNeeds {
  const { config, main, articles, subscribers } = house;
  const { redisPrefix, adminIds } = config.env;
  const roll = createRoll(main, redisPrefix);
  const pace = openPace(house);
  const early = createEarly(main, redisPrefix);
  return {
    adminIds,
    houseState: (now) => readState(house, roll, now),
    broadcasts: createBroadcastBook(main, redisPrefix),
    countReaders: (segment, now) => countReaders(roll, segment, now),
    starsFor: (readers) => (config.delivery.paidBroadcast ? starsFor(readers, bulkRate(house)) : 0),
    editing: createEditing(main, redisPrefix),
    outlets: createOutletCounts(articles),
    feeds: createFeedDesk({
      register: openRegister(house),
      // The web client and the parser of feeds are loaded only where they are used.
      openReading: async () => (await import("../feeds.ts")).openFeeds(house),
      allowHosts: config.sources.allowHosts,
      owners: createFeedOwners(main, redisPrefix),
      mostPerOperator: config.access.maxFeedsPerOperator,
      forgetLines: (id) => articles.forgetLines(id),
    }),
    reviews: createReviewBook(main, redisPrefix),
    reviewMinutes: config.delivery.reviewMinutes,
    findReader: (words) => findReader(house, bot, words),
    titleOf: (member) => titleOf(house, bot, member),
    storiesOf: ({ stories }) => articles.stories(stories),
    bringForward: (member, slot, now) => early.bringForward(member, slot, Math.floor(now.getTime() / 1000)),
    subscriberOfChat: async (chat) => (await subscribers.byChat(chat, null))?.subscriber,
    async post(letter: Letter): Promise<Outcome> {
      await pace.take("reply");
      return outbox.send(letter);
    },
    countFeedback: createFeedbackCounts(main, redisPrefix).count,
  };
}

/** By @name, by the id of a chat (negative for groups and channels), or by the opaque number. */
async function findReader(
  { subscribers }: House,
  { telegram }: Telegraf,
  words: string,
): Promise<number | undefined> {
  if (words.startsWith("@")) {
    const chat = await telegram.getChat(words).catch(() => undefined);
    return chat && subscribers.numberOf(chat.id, null);
  }
  const number = /^-?\d{1,16}$/.test(words) ? Number(words) : 0;
  if (number <= 0) return number === 0 ? undefined : subscribers.numberOf(number, null);
  return (await subscribers.byNumber(number)) === undefined ? undefined : number;
}

/** Every reader is looked at once, in pieces: 100,000 take about 1.6 s of our own time, so a million a quarter of a minute. */
async function countReaders(
  roll: Roll,
  segment: Segment,
  now: Date,
): Promise<{ total: number; last: number }> {
  const last = await roll.last();
  let total = 0;
  for await (const readers of roll.walk(last)) {
    total += readers.filter((reader) => isFor(segment, reader, now)).length;
  }
  return { total, last };
}

async function readState(house: House, roll: Roll, now: Date): Promise<HouseState> {
  const { agenda, articles, main, config } = house;
  const { redisPrefix } = config.env;
  const seconds = Math.floor(now.getTime() / 1000);
  const register = openRegister(house);
  const [readers, count, stories, due, lagSeconds, dead, waiting, sources, forecast] = await Promise.all([
    countKinds(roll, now),
    articles.count(),
    main.zcard(articleKeys(redisPrefix).latest),
    agenda.dueCount(seconds + hour),
    agenda.lagSeconds(seconds),
    agenda.listDead(),
    queueDepth(main, redisPrefix),
    register.list(),
    readForecast(main, redisPrefix, seconds),
  ]);
  const states = await Promise.all(
    sources.map(async ({ id, name }) => ({ name, state: await register.state(id) })),
  );
  const failing = states.filter(({ state }) => state.error !== undefined && state.off === undefined);
  return {
    readers,
    articles: count,
    stories,
    sources: { all: sources.length, off: states.filter(({ state }) => state.off !== undefined).length },
    failing: failing
      .map(({ name, state }) => ({ name, failures: state.failures }))
      .sort((a, b) => b.failures - a.failures),
    dueWithinHour: due,
    longestWaitMinutes: Math.round(spanOf(forecast, servedPerSecond(house)).slowest.seconds / 60),
    stars: config.delivery.paidBroadcast
      ? forecast.minutes.reduce((sum, minute) => sum + starsFor(minute, bulkRate(house)), 0)
      : 0,
    waiting,
    lagSeconds,
    dead: dead.length,
    lastDead: dead.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shownFailures),
  };
}

async function countKinds(roll: Roll, now: Date): Promise<HouseState["readers"]> {
  const active = { private: 0, group: 0, channel: 0 };
  let [resting, inactive] = [0, 0];
  for await (const readers of roll.walk(await roll.last())) {
    for (const reader of readers) {
      const { status, kind } = reader;
      if (status === "inactive") inactive += 1;
      else if (isFor({ kind: "all" }, reader, now)) active[kind] += 1;
      else resting += 1;
    }
  }
  return { active, resting, inactive };
}

interface Menu {
  readonly commands: readonly Command[];
  readonly locale: string;
  readonly menu: readonly { command: string; description: string }[];
}

/** The operators' commands, before those of all readers, in the menu of each operator's own chat. */
export async function announceToOperators(
  { config, messages, log }: House,
  bot: Telegraf,
  { commands, locale, menu }: Menu,
): Promise<void> {
  const voice = { locale, digits: "latin" as const };
  const own = operatorsOnly(commands).map((command) => ({
    command,
    description: messages.plain(voice, `command-${command}`),
  }));
  const all = [...own, ...menu];
  for (const chat of config.env.adminIds) {
    const scope = { type: "chat" as const, chat_id: chat };
    try {
      await bot.telegram.setMyCommands(all, { scope, language_code: locale });
      if (locale === config.bot.locale) await bot.telegram.setMyCommands(all, { scope });
    } catch (err) {
      // An operator who has never spoken to the bot has no chat with it yet.
      log.info("operator.menu-refused", { chat, err });
    }
  }
}
