// Brings Telegram's updates to the bot by long polling, under a lease: one `web` at a time.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Telegraf } from "telegraf";
import type { Update } from "telegraf/types";
import { startPolling } from "../bot/poll.ts";
import { callTelegram } from "../delivery/telegram.ts";
import { createLease } from "../runtime/lease.ts";
import { backoffMs } from "../runtime/retry.ts";
import type { House } from "./house.ts";
import { codeOf, descriptionOf, insist } from "./telegram.ts";
import { TokenRefused } from "./tokenRefused.ts";
import { allowedUpdates, removeWebhook } from "./webhook.ts";

/** One `web` at a time asks Telegram for updates: two would steal each other's. */
const pollLeaseMs = 10_000;

/** Looks for the lease in the time that a dead holder's may still last. */
const looksPerLease = 10;

/**
 * Waits for the lease, polls while it is held, and waits again when it was lost. While Redis is away nobody else can
 * have it: polling goes on, so that readers are told «نعود بعد قليل» (back soon), until Redis is back or Telegram says that
 * another one polls. Ends by `signal`, or when Telegram does not know the token any more: nothing that this process
 * can wait for would mend that.
 */
export async function pollWhileHeld(
  { main, config, log }: House,
  bot: Telegraf,
  take: (updates: readonly Update[]) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  const lease = createLease(main, `{${config.env.redisPrefix}}:lease:poll`, {
    ttlMs: pollLeaseMs,
    id: randomUUID(),
  });
  // A Redis that refuses (full, or a replica for a moment) is waited for like one that does not answer.
  const acquire = (): Promise<boolean> =>
    lease.acquire().catch((err) => {
      log.warn("poll.lease-failed", { err });
      return false;
    });
  // What waited before this process, not before its next turn.
  let drop = config.bot.dropPendingUpdates;
  let looks = 0;
  let isRefused = false;
  const onRefused = (): void => {
    isRefused = true;
    const mend = "The bot's token was revoked: put the new one into BOT_TOKEN and start again.";
    log.error("poll.token-refused", { mend });
  };
  while (!signal.aborted && !isRefused) {
    if (!(await acquire())) {
      if (looks === 0) log.info("poll.waiting");
      looks += 1;
      // Its holder lives, so the bot was not off: what waits when it goes was written to a bot that answers.
      if (looks > 1.2 * looksPerLease) drop = false;
      await sleep(pollLeaseMs / looksPerLease, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const lost = new AbortController();
    let isAway = false;
    const lose = (): void => {
      if (main.status === "ready") {
        lost.abort();
        return;
      }
      isAway = true;
      log.warn("poll.without-lease");
      main.once("ready", regain);
    };
    const regain = (): void => {
      isAway = false;
      if (over.aborted) return;
      void acquire().then((isOurs) => (isOurs ? lease.hold(lose) : lost.abort()));
    };
    // Held from the first moment: Telegram may take longer to answer than the lease lasts.
    lease.hold(lose);
    const over = AbortSignal.any([signal, lost.signal]);
    // A webhook of an earlier run would answer every request for updates with 409.
    const clear = async (): Promise<void> => {
      await removeWebhook(bot, log, drop);
      drop = false;
    };
    await insist(clear, log, over).catch((err) => {
      if (err instanceof TokenRefused) onRefused();
      else if (!over.aborted) log.warn("poll.webhook-stays", { err });
    });
    if (!over.aborted && !isRefused) {
      const onFailure = reader(log, onRefused, () => (isAway ? lost.abort() : undefined));
      const polling = startPolling({ fetch: fetcher(bot), take, onFailure });
      await Promise.race([aborted(over), polling.ended]);
      await polling.close();
    }
    main.off("ready", regain);
    await lease.release().catch((err) => log.warn("poll.lease-failed", { err }));
    if (!signal.aborted) log.warn("poll.ended");
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function fetcher(bot: Telegraf): Parameters<typeof startPolling>[0]["fetch"] {
  return (offset, seconds, signal) => {
    // The request itself ends a little after Telegram should have answered.
    const late = AbortSignal.any([signal, AbortSignal.timeout((seconds + 15) * 1000)]);
    const payload = { offset, timeout: seconds, limit: 100, allowed_updates: allowedUpdates };
    return callTelegram<Update[]>(bot.telegram, "getUpdates", payload, late);
  };
}

function reader(
  log: House["log"],
  onRefused: () => void,
  onConflict: () => void,
): Parameters<typeof startPolling>[0]["onFailure"] {
  return (error, failures) => {
    const code = codeOf(error);
    if (code === 401) {
      onRefused();
      return { stop: true };
    }
    if (code === 409) {
      const mend = /webhook/i.test(descriptionOf(error))
        ? "A webhook was set for this token: end the program that set it and start this one again, which removes it."
        : "Another program polls with this token: end it, then this one goes on by itself. It may run on another machine; a new token from @BotFather (/revoke) locks it out.";
      log.warn("poll.conflict", { mend });
      onConflict();
      return { waitMs: 5_000 };
    }
    log.warn("poll.failed", { failures, err: error });
    return { waitMs: backoffMs(failures, { baseMs: 500, capMs: 30_000 }, Math.random) };
  };
}
