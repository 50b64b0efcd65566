// mujaz doctor: does Telegram send the updates to where this configuration waits for them?
import type { Config } from "../config/config.ts";
import { createTelegraf } from "../processes/telegram.ts";
import { stateOf, type WebhookState } from "../processes/webhook.ts";
import { redact } from "../runtime/log.ts";
import { type Found, fault, ok, skipped, warning } from "./finding.ts";
import { unreachable } from "./unreachable.ts";

/** A failure to reach the webhook is told for so long; an older one is over. */
const freshSeconds = 3_600;

/** With so many at Telegram the bot is not keeping up, or not running. */
const mostPending = 1_000;

/** By Telegram's words for its failure; the first that fits counts. What a start mends must not stop the start. */
const failures: readonly (readonly [why: RegExp, judge: typeof fault, mend: string])[] = [
  [
    /\b401\b/,
    warning,
    "Start `mujaz start web` again, which sets WEBHOOK_SECRET anew; and let the proxy ask no password for this path",
  ],
  [/\b404\b/, fault, "Let the proxy hand the path of WEBHOOK_URL on to PORT unchanged"],
  [/\b413\b/, fault, "Let the proxy take bodies of 1 MiB"],
  [
    /\b5\d\d\b/,
    warning,
    "Start `mujaz start web` where the proxy finds it; if it runs, Redis may be away or full: look at the line of redis and into the log",
  ],
];

/** Of any other failure. */
const lookAtProxy =
  "Look at the proxy: a certificate that the world trusts, port 443, 80, 88 or 8443, and the path handed on to PORT";

export async function checkWebhook(env: Config["env"], now: Date): Promise<Found> {
  if (env.botToken === undefined) return skipped("no BOT_TOKEN: the playground plays Telegram");
  try {
    return readWebhook(await stateOf(createTelegraf(env)), env.webhook?.url, now);
  } catch (error) {
    return unreachable("getWebhookInfo", env, error);
  }
}

/** `url` is where updates are to go, undefined for long polling. */
export function readWebhook(state: WebhookState, url: string | undefined, now: Date): Found {
  const { pending_update_count: pending = 0, last_error_date: failed = 0, last_error_message = "" } = state;
  const waiting = `${pending} updates wait at Telegram`;
  if (url === undefined && state.url !== "") {
    return warning(
      `Telegram sends updates to ${hostOf(state.url)}, and this bot polls`,
      "End the program that set the webhook; `mujaz start` removes it. Or set WEBHOOK_URL and WEBHOOK_SECRET",
    );
  }
  if (url !== undefined && state.url !== url) {
    const to = state.url === "" ? "nowhere" : `to ${hostOf(state.url)}`;
    return warning(
      `Telegram sends updates ${to}, not to WEBHOOK_URL`,
      "Start `mujaz start web`, which sets it; if it runs, another program uses this token: end it",
    );
  }
  const age = Math.round(now.getTime() / 1000) - failed;
  if (url !== undefined && failed > 0 && age < freshSeconds) {
    const minutes = Math.max(0, Math.round(age / 60));
    const why = redact(last_error_message);
    const detail = `Telegram could not deliver to WEBHOOK_URL ${minutes} minutes ago: ${why}; ${waiting}`;
    for (const [words, judge, mend] of failures) if (words.test(why)) return judge(detail, mend);
    return fault(detail, lookAtProxy);
  }
  if (pending > mostPending) {
    // Only one process polls, however many there are.
    return warning(
      waiting,
      `Start \`mujaz start web\`${url === undefined ? "" : ", or more of them behind the proxy"}`,
    );
  }
  return ok(`${url === undefined ? "long polling" : `webhook at ${hostOf(url)}`}; ${waiting}`);
}

/** Its path may be a secret of whoever set it. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an unknown address";
}
