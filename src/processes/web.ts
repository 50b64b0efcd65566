// The web process: pages, the playground where no token is given, and updates from Telegram.
import type { Update } from "telegraf/types";
import { registerWebhook } from "../bot/webhook.ts";
import { createPlayground, type Playground } from "../playground/playground.ts";
import { createHttp } from "../runtime/http.ts";
import { registerArticlePage } from "../web/articlePage.ts";
import { type House, playgroundToken } from "./house.ts";
import { openMonitor } from "./monitor.ts";
import { openMouth } from "./mouth.ts";
import { readyChats } from "./readyChats.ts";
import { createTelegraf, introduce } from "./telegram.ts";
import { announceWebhook, pollWhileHeld } from "./updates.ts";

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
  // An update that comes before we know who we are waits; Telegram does not.
  let meet: (handle: (update: Update) => Promise<void>) => void = () => {};
  const met = new Promise<(update: Update) => Promise<void>>((resolve) => {
    meet = resolve;
  });
  const handle = async (update: Update): Promise<void> => (await met)(update);
  const webhook = env.webhook && registerWebhook(http.app, { ...env.webhook, handle });
  const address = await http.listen();

  const bot = createTelegraf(env);
  const search = house.openSearch();
  let polling: Promise<void> = Promise.resolve();
  async function close(): Promise<void> {
    stopper.abort();
    monitor.close();
    await polling.catch(() => undefined);
    await search.close();
    await playground?.close();
    await http.close();
    await webhook?.settled();
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
    meet(mouth.handle);
    if (env.webhook) await announceWebhook(bot, env.webhook, log, stopping);
    else polling = pollWhileHeld(house, bot, mouth.handle, stopping);
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
