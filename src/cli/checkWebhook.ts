// mujaz doctor: does Telegram send the updates to where this configuration waits for them?
import type { Config } from "../config/config.ts";
import { createTelegraf } from "../processes/telegram.ts";
import { stateOf, type WebhookState } from "../processes/webhook.ts";
import { redact } from "../runtime/log.ts";
import { type Found, fault, ok, skipped } from "./finding.ts";

/** A failure to reach the webhook is told for so long; an older one is over. */
const freshSeconds = 3_600;

/** With so many at Telegram the bot is not keeping up, or not running. */
const mostPending = 1_000;

export async function checkWebhook(env: Config["env"], now: Date): Promise<Found> {
  if (env.botToken === undefined) return skipped("no BOT_TOKEN: the playground plays Telegram");
  return readWebhook(await stateOf(createTelegraf(env)), env.webhook?.url, now);
}

/** `url` is where updates are to go, undefined for long polling. */
export function readWebhook(state: WebhookState, url: string | undefined, now: Date): Found {
  const { pending_update_count: pending = 0, last_error_date: failed = 0, last_error_message = "" } = state;
  const waiting = `${pending} updates wait at Telegram`;
  if (url === undefined && state.url !== "") {
    return fault(
      `Telegram sends updates to ${hostOf(state.url)}, and this bot polls`,
      "End the program that set the webhook; `mujaz start` removes it. Or set WEBHOOK_URL and WEBHOOK_SECRET",
    );
  }
  if (url !== undefined && state.url !== url) {
    const to = state.url === "" ? "nowhere" : `to ${hostOf(state.url)}`;
    return fault(
      `Telegram sends updates ${to}, not to WEBHOOK_URL`,
      "Start `mujaz start web`, which sets it; if it runs, another program uses this token: end it",
    );
  }
  const age = Math.round(now.getTime() / 1000) - failed;
  if (url !== undefined && failed > 0 && age < freshSeconds) {
    return fault(
      `Telegram could not reach WEBHOOK_URL ${Math.max(0, Math.round(age / 60))} minutes ago: ${redact(last_error_message)}; ${waiting}`,
      "Look at the proxy: a certificate that the world trusts, port 443, 80, 88 or 8443, and the path handed on to PORT",
    );
  }
  if (pending > mostPending)
    return fault(waiting, "Start `mujaz start web`, or more of them behind the proxy");
  return ok(`${url === undefined ? "long polling" : `webhook at ${hostOf(url)}`}; ${waiting}`);
}

/** Its path may be a secret of whoever set it. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an unknown address";
}
