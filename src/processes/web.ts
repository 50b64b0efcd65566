// The web process: pages, the playground where no token is given, and updates from Telegram.
import { registerWebhook } from "../bot/webhook.ts";
import { createPlayground, type Playground } from "../playground/playground.ts";
import { createHttp } from "../runtime/http.ts";
import { registerArticlePage } from "../web/articlePage.ts";
import { type House, playgroundToken } from "./house.ts";
import { openIntake, takeAll } from "./intake.ts";
import { openMonitor } from "./monitor.ts";
import { openMouth } from "./mouth.ts";
import { readyChats } from "./readyChats.ts";
import { createTelegraf, introduce } from "./telegram.ts";
import { pollWhileHeld } from "./updates.ts";
import { announceWebhook, watchWebhook } from "./webhook.ts";

export interface RunningWeb {
  /** Where the pages are, e.g. "http://127.0.0.1:3000". */
  readonly address: string;
  readonly username: string;
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
  registerArticlePage(http.app, {
    byNumber: (number) => house.articles.byNumber(number),
    zone: config.bot.zone,
    hijriShift: config.bot.hijriShift,
    messages: house.messages,
  });
  const playground = env.botToken === undefined ? openPlayground(house) : undefined;
  playground?.register(http.app);
  // An update that comes before we know who we are is stored; Telegram does not wait.
  const intake = openIntake(house);
  if (env.webhook) registerWebhook(http.app, { ...env.webhook, take: intake.take, log });
  const address = await http.listen();

  const bot = createTelegraf(env);
  const search = house.openSearch();
  let polling: Promise<void> = Promise.resolve();
  async function close(): Promise<void> {
    stopper.abort();
    monitor.close();
    await polling.catch(() => undefined);
    try {
      // The server still takes what Telegram sends, for another process or the next one, and plays Telegram where none is.
      await intake.close();
    } finally {
      await playground?.close();
      await http.close();
      await search.close();
    }
  }
  try {
    const { username } = await introduce(bot, log, stopping);
    monitor.watch(bot);
    const mouth = openMouth(
      house,
      bot,
      env.publicUrl ?? (playground === undefined ? undefined : address),
      search,
    );
    await mouth.announce().catch((err) => log.warn("telegram.menu-refused", { err }));
    intake.begin(mouth);
    if (env.webhook) {
      const drop = config.bot.dropPendingUpdates;
      await announceWebhook(bot, env.webhook, { log, signal: stopping, drop });
      polling = watchWebhook(bot, env.webhook, log, stopping);
    } else polling = pollWhileHeld(house, bot, (updates) => takeAll(intake, updates), stopping);
    polling.catch((err) => log.error("poll.failed", { err }));
    return { address, username, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openPlayground({ main, config }: House): Playground {
  const key = `{${config.env.redisPrefix}}:playground`;
  return createPlayground({
    bot: { id: 1, username: "mujaz_bot", firstName: "موجز" },
    token: playgroundToken,
    chats: readyChats,
    load: () => main.get(key),
    save: async (state) => {
      await main.set(key, state);
    },
  });
}
