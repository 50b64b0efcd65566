// The web process: pages, the playground where no token is given, and updates from Telegram.
import type { Telegraf } from "telegraf";
import { registerWebhook } from "../bot/webhook.ts";
import { createPlayground, type Playground } from "../playground/playground.ts";
import { createHttp } from "../runtime/http.ts";
import { registerPages } from "../web/pages.ts";
import { openDashboard } from "./dashboard.ts";
import { type House, playgroundToken } from "./house.ts";
import { openIntake, takeAll } from "./intake.ts";
import { openMonitor } from "./monitor.ts";
import { openMouth } from "./mouth.ts";
import { createPlayTime } from "./playTime.ts";
import { readyChats } from "./readyChats.ts";
import { createTelegraf, introduce } from "./telegram.ts";
import { pollWhileHeld } from "./updates.ts";
import { announceWebhook, watchWebhook } from "./webhook.ts";

export interface RunningWeb {
  /** Where the pages are, e.g. "http://127.0.0.1:3000". */
  readonly address: string;
  readonly username: string;
  /** Goes on under another configuration: pages and updates are answered by it, the address stays. */
  adopt(house: House): Promise<void>;
  close(): Promise<void>;
}

/** `signal` ends a start that waits for Telegram. */
export async function startWeb(house: House, signal: AbortSignal): Promise<RunningWeb> {
  const { config, log } = house;
  const { env } = config;
  const stopper = new AbortController();
  const stopping = AbortSignal.any([signal, stopper.signal]);
  const http = createHttp({ host: env.host, port: env.port, log });
  const monitor = openMonitor(house, http.app);
  let current = house;
  registerPages(http.app, {
    shelf: house.articles,
    publicUrl: env.publicUrl,
    get zone() {
      return current.config.bot.zone;
    },
    get hijriShift() {
      return current.config.bot.hijriShift;
    },
    get sentences() {
      return current.config.summary.sentences;
    },
    get messages() {
      return current.messages;
    },
  });
  const search = house.openSearch();
  const dashboard = openDashboard(http.app, () => current, { ...monitor, search, now: house.clock.now });
  const playground = env.botToken === undefined ? await openPlayground(house) : undefined;
  playground?.register(http.app);
  // An update that comes before we know who we are is stored; Telegram does not wait.
  const intake = openIntake(house);
  if (env.webhook) registerWebhook(http.app, { ...env.webhook, take: intake.take, log });
  const address = await http.listen().catch(async (error: unknown) => {
    await search.close();
    throw error;
  });

  const bot = createTelegraf(env);
  let polling: Promise<void> = Promise.resolve();
  async function close(): Promise<void> {
    stopper.abort();
    monitor.close();
    dashboard.close();
    await polling.catch(() => undefined);
    try {
      // The server still takes what Telegram sends, for another process or the next one, and plays Telegram where none is.
      await intake.close();
    } finally {
      // First what holds requests open; then what the last of them said.
      await playground?.close();
      await http.close();
      await playground?.close();
      await search.close();
    }
  }
  try {
    const me = await introduce(bot, log, stopping);
    monitor.watch(bot);
    const publicUrl = env.publicUrl ?? (playground === undefined ? undefined : address);
    const speak = async (on: House, as: Telegraf): Promise<void> => {
      const mouth = openMouth(on, as, publicUrl, search);
      await mouth.announce().catch((err) => log.warn("telegram.menu-refused", { err }));
      intake.begin(mouth);
    };
    await speak(house, bot);
    if (env.webhook) {
      const drop = config.bot.dropPendingUpdates;
      await announceWebhook(bot, env.webhook, { log, signal: stopping, drop });
      polling = watchWebhook(bot, env.webhook, log, stopping);
    } else polling = pollWhileHeld(house, bot, (updates) => takeAll(intake, updates), stopping);
    polling.catch((err) => log.error("poll.failed", { err }));
    async function adopt(next: House): Promise<void> {
      const fresh = createTelegraf(env);
      fresh.botInfo = me;
      await speak(next, fresh);
      current = next;
    }
    return { address, username: me.username, adopt, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPlayground(house: House): Promise<Playground> {
  const { main, config, clock } = house;
  const key = `{${config.env.redisPrefix}}:playground`;
  await clock.sync();
  return createPlayground({
    bot: { id: 1, username: "mujaz_bot", firstName: "موجز" },
    token: playgroundToken,
    chats: readyChats,
    now: () => clock.now().getTime(),
    host: createPlayTime(house),
    load: () => main.get(key),
    save: async (state) => {
      await main.set(key, state);
    },
  });
}
