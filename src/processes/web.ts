// The web process: pages, the playground where no token is given, and updates from Telegram.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import { startPolling } from "../bot/poll.ts";
import { callTelegram } from "../delivery/telegram.ts";
import { createPlayground, type Playground } from "../playground/playground.ts";
import { createHttp } from "../runtime/http.ts";
import { createLease } from "../runtime/lease.ts";
import { backoffMs } from "../runtime/retry.ts";
import { registerArticlePage } from "../web/articlePage.ts";
import { registerHealth } from "../web/health.ts";
import { type House, playgroundToken } from "./house.ts";
import { openMouth } from "./mouth.ts";
import { codeOf, createTelegraf, introduce } from "./telegram.ts";

export interface RunningWeb {
  /** Where the pages are, e.g. "http://127.0.0.1:3000". */
  readonly address: string;
  readonly username: string;
  close(): Promise<void>;
}

/** One `web` at a time asks Telegram for updates: two would steal each other's. */
const pollLeaseMs = 10_000;

export async function startWeb(house: House): Promise<RunningWeb> {
  const { config, log } = house;
  const { env } = config;
  const stopper = new AbortController();
  const http = createHttp({ host: env.host, port: env.port, log });
  registerHealth(http.app, { ping: () => house.main.ping() });
  registerArticlePage(http.app, {
    byNumber: (number) => house.articles.byNumber(number),
    zone: config.bot.zone,
  });
  const playground = env.botToken === undefined ? openPlayground(house) : undefined;
  playground?.register(http.app);
  const address = await http.listen();

  const bot = createTelegraf(env);
  let polling: Promise<void> = Promise.resolve();
  let username = "";
  async function close(): Promise<void> {
    stopper.abort();
    await polling.catch(() => undefined);
    await playground?.close();
    await http.close();
  }
  try {
    const me = await introduce(bot, log, stopper.signal);
    username = me.username;
    const mouth = openMouth(house, bot, env.publicUrl ?? (playground === undefined ? undefined : address));
    await mouth.announce().catch((err) => log.warn("telegram.menu-refused", { err }));
    polling = pollWhileHeld(house, bot, mouth.handle, stopper.signal);
    polling.catch((err) => log.error("poll.failed", { err }));
  } catch (error) {
    await close();
    throw error;
  }
  return { address, username, close };
}

function openPlayground({ main, config }: House): Playground {
  const key = `{${config.env.redisPrefix}}:playground`;
  return createPlayground({
    bot: { id: 1, username: "mujaz_bot", firstName: "موجز" },
    token: playgroundToken,
    load: () => main.get(key),
    save: async (state) => {
      await main.set(key, state);
    },
  });
}

/** Waits for the lease, polls while it is held, and waits again when it was lost. */
async function pollWhileHeld(
  { main, config, log }: House,
  bot: Telegraf,
  handle: (update: Update) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const lease = createLease(main, `{${config.env.redisPrefix}}:lease:poll`, {
    ttlMs: pollLeaseMs,
    id: randomUUID(),
  });
  let hasWaited = false;
  while (!signal.aborted) {
    if (!(await lease.acquire())) {
      if (!hasWaited) log.info("poll.waiting");
      hasWaited = true;
      await sleep(pollLeaseMs / 10, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const polling = startPolling({ fetch: fetcher(bot), handle, onFailure: reader(log) });
    const lost = new Promise<void>((resolve) => lease.hold(resolve));
    const stopped = new Promise<void>((resolve) =>
      signal.addEventListener("abort", () => resolve(), { once: true }),
    );
    await Promise.race([lost, stopped, polling.ended]);
    await polling.close();
    await lease.release();
    if (!signal.aborted) log.warn("poll.ended");
  }
}

function fetcher(bot: Telegraf): Parameters<typeof startPolling>[0]["fetch"] {
  return (offset, seconds, signal) => {
    // The request itself ends a little after Telegram should have answered.
    const late = AbortSignal.any([signal, AbortSignal.timeout((seconds + 15) * 1000)]);
    const allowed = ["message", "callback_query", "my_chat_member"];
    const payload = { offset, timeout: seconds, limit: 100, allowed_updates: allowed };
    return callTelegram<Update[]>(bot.telegram, "getUpdates", payload, late);
  };
}

function reader(log: House["log"]): Parameters<typeof startPolling>[0]["onFailure"] {
  return (error, failures) => {
    const code = codeOf(error);
    if (code === 401) {
      log.error("poll.token-refused", {
        mend: "The bot's token was revoked: put the new one into BOT_TOKEN and start again.",
      });
      return { stop: true };
    }
    if (code === 409) {
      const mend =
        "Another program polls with this token, or a webhook is set: end it, then this one goes on by itself.";
      log.warn("poll.conflict", { mend });
      return { waitMs: 5_000 };
    }
    log.warn("poll.failed", { failures, err: error });
    return { waitMs: backoffMs(failures, { baseMs: 500, capMs: 30_000 }, Math.random) };
  };
}
