// The webhook at Telegram: set at the start, looked after, and removed where updates are polled for.
import { setInterval } from "node:timers/promises";
import type { Telegraf } from "telegraf";
import { callTelegram } from "../delivery/telegram.ts";
import type { Log } from "../runtime/log.ts";
import { redact } from "../runtime/redact.ts";
import { insist } from "./telegram.ts";

export interface WebhookPlace {
  readonly url: string;
  readonly secret: string;
}

/** What Telegram says about it (getWebhookInfo). */
export interface WebhookState {
  /** "" for none. */
  readonly url: string;
  readonly pending_update_count?: number;
  /** Unix seconds. */
  readonly last_error_date?: number;
  readonly last_error_message?: string;
}

/** Kinds of updates the bot understands; Telegram keeps the others to itself. */
export const allowedUpdates = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"];

/** The most that Telegram opens: with its 40 a far server takes 400 updates a second. */
const mostConnections = 100;

const callMs = 15_000;

/** Someone who starts another program with the token takes the bot's ears: found after this at the latest. */
const lookEveryMs = 60_000;

/** Tells Telegram where to send updates; `drop` throws away what waits there. Repeats until it succeeds or `signal` ends it. */
export async function announceWebhook(
  bot: Telegraf,
  place: WebhookPlace,
  { log, signal, drop = false }: { readonly log: Log; readonly signal: AbortSignal; readonly drop?: boolean },
): Promise<void> {
  const stale = await stateOf(bot).catch(() => undefined);
  if (stale?.url && stale.url !== place.url) log.warn("webhook.replaced", { host: hostOf(stale.url) });
  await insist(() => set(bot, place, drop), log, signal);
}

/** Removes one of an earlier run or of another program: while it is there every request for updates is a 409. */
export async function removeWebhook(bot: Telegraf, log: Log, drop: boolean): Promise<void> {
  const stale = await stateOf(bot).catch(() => undefined);
  if (stale?.url) log.warn("webhook.removed", { host: hostOf(stale.url) });
  const payload = drop ? { drop_pending_updates: true } : {};
  await callTelegram(bot.telegram, "deleteWebhook", payload, AbortSignal.timeout(callMs));
}

export function stateOf(bot: Telegraf): Promise<WebhookState> {
  return callTelegram<WebhookState>(bot.telegram, "getWebhookInfo", {}, AbortSignal.timeout(callMs));
}

/** Looks every minute whether it is still ours, until `signal`. */
export async function watchWebhook(
  bot: Telegraf,
  place: WebhookPlace,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const look = createLook(bot, place, log);
  try {
    for await (const _ of setInterval(lookEveryMs, undefined, { signal, ref: false })) {
      await look().catch((err) => log.warn("webhook.look-failed", { err }));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** One look: sets the webhook again where it has gone, and logs each of Telegram's failures to reach it once. */
export function createLook(bot: Telegraf, place: WebhookPlace, log: Log): () => Promise<void> {
  let told = 0;
  return async () => {
    const { url, last_error_date: date = 0, last_error_message: why = "" } = await stateOf(bot);
    if (url !== place.url) {
      const mend =
        "Another program uses this bot's token, or a Mujaz that polls is still running: end it. The webhook was set again.";
      log.error("webhook.lost", { ...(url !== "" && { host: hostOf(url) }), mend });
      await set(bot, place, false);
    } else if (date > told) {
      told = date;
      log.warn("webhook.not-reached", { at: new Date(date * 1000), why: redact(why) });
    }
  };
}

async function set(bot: Telegraf, { url, secret }: WebhookPlace, drop: boolean): Promise<void> {
  const payload = {
    url,
    secret_token: secret,
    allowed_updates: allowedUpdates,
    max_connections: mostConnections,
    ...(drop ? { drop_pending_updates: true } : {}),
  };
  await callTelegram(bot.telegram, "setWebhook", payload, AbortSignal.timeout(callMs));
}

/** Its path may be a secret of whoever set it. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
