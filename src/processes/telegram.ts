// The client of Telegram, or of whatever plays it: the given API root, or our own playground.
import { setTimeout as sleep } from "node:timers/promises";
import { Telegraf } from "telegraf";
import type { UserFromGetMe } from "telegraf/types";
import type { Environment } from "../config/config.ts";
import { callTelegram, toOutcome } from "../delivery/telegram.ts";
import type { Log } from "../runtime/log.ts";
import { backoffMs } from "../runtime/retry.ts";
import { playgroundToken } from "./house.ts";
import { TokenRefused } from "./tokenRefused.ts";

/** A Telegraf whose calls go to the right place; it has not spoken to it yet. */
export function createTelegraf(env: Environment): Telegraf {
  const apiRoot = env.telegramApiRoot ?? (env.botToken === undefined ? playgroundRoot(env) : undefined);
  return new Telegraf(env.botToken ?? playgroundToken, {
    // Longer than any handler of ours: its own limit would end the process's polling.
    handlerTimeout: 600_000,
    // webhookReply swallows the results and errors of what it sends.
    telegram: { webhookReply: false, ...(apiRoot === undefined ? {} : { apiRoot }) },
  });
}

/** Where the embedded Bot API answers. */
export function playgroundRoot({ host, port }: Environment): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** Asks who we are, as often as it takes: the network may come later than we do. Throws TokenRefused on 401 and 404. */
export async function introduce(bot: Telegraf, log: Log, signal: AbortSignal): Promise<UserFromGetMe> {
  const ask = () =>
    callTelegram<UserFromGetMe>(
      bot.telegram,
      "getMe",
      {},
      AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    );
  const me = await insist(ask, log, signal);
  bot.botInfo = me;
  return me;
}

/** Repeats a call with growing pauses until it succeeds; `signal` ends it. A refused token is thrown at once. */
export async function insist<T>(call: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      const code = codeOf(error);
      if (code === 401 || code === 404) {
        throw new TokenRefused(
          "Telegram does not know this bot token. Put the one that @BotFather gave you into BOT_TOKEN.",
        );
      }
      const outcome = toOutcome(error);
      // Asking the same again would be refused again.
      if (outcome.kind === "refused") throw error;
      const waitMs =
        outcome.kind === "wait"
          ? outcome.seconds * 1000
          : backoffMs(attempt, { baseMs: 500, capMs: 30_000 }, Math.random);
      log.warn("telegram.unreachable", { attempt, waitMs: Math.round(waitMs), err: error });
      await sleep(waitMs, undefined, { signal });
    }
  }
}

/** Telegram's error code of a foreign error, undefined for a failure that is not Telegram's answer. */
export function codeOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("response" in error)) return undefined;
  const { response } = error;
  return typeof response === "object" && response !== null && "error_code" in response
    ? Number(response.error_code)
    : undefined;
}

/** Telegram's words for its refusal, "" for a failure that is not Telegram's answer. */
export function descriptionOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("response" in error)) return "";
  const { response } = error;
  return typeof response === "object" && response !== null && "description" in response
    ? String(response.description)
    : "";
}
