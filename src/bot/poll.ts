// Long polling of our own: telegraf's holds the next batch until every handler ends, and dies with one failure.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";

export interface PollNeeds {
  /** Asks for updates from `offset` on, waiting up to `seconds` for one. */
  readonly fetch: (offset: number, seconds: number, signal: AbortSignal) => Promise<readonly Update[]>;
  /** Handles one update; never throws. */
  readonly handle: (update: Update) => Promise<void>;
  /**
   * Resolves when what the handlers wait for has gone (Redis): the next batch is fetched at once, so that its readers are
   * told. Never resolves otherwise; forgotten at the signal.
   */
  readonly untilStuck?: (signal: AbortSignal) => Promise<void>;
  /** Reads a failure of `fetch`: how long to wait before the next try, or that it is final. */
  readonly onFailure: (
    error: unknown,
    failures: number,
  ) => { readonly waitMs: number } | { readonly stop: true };
}

export interface Polling {
  /** Ends the open request, waits for the handlers, and confirms what was handled. */
  close(): Promise<void>;
  /** Resolves when polling has ended for good by a final failure. */
  readonly ended: Promise<void>;
}

/** How long one request waits for an update (Telegram allows up to 50 s). */
const pollSeconds = 25;

/**
 * A slow handler holds the confirmation of its batch at most this long: fetching the next batch confirms the last.
 * After a kill -9 the unconfirmed batch comes again; what was confirmed early is lost, so this stays above any send.
 */
const patienceMs = 20_000;

/** Starts to poll at once. */
export function startPolling({ fetch, handle, untilStuck, onFailure }: PollNeeds): Polling {
  const stopper = new AbortController();
  let offset = 0;
  let confirmed = 0;

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopper.signal.aborted) {
      try {
        const updates = await fetch(offset, pollSeconds, stopper.signal);
        failures = 0;
        confirmed = offset;
        const handled = Promise.all(updates.map(handle));
        for (const { update_id } of updates)
          if (Number.isSafeInteger(update_id)) offset = Math.max(offset, update_id + 1);
        const over = new AbortController();
        const stuck = untilStuck === undefined ? [] : [untilStuck(over.signal)];
        await Promise.race([handled, ...stuck, sleep(patienceMs, undefined, { ref: false })]);
        over.abort();
      } catch (error) {
        if (stopper.signal.aborted) return;
        failures += 1;
        const next = onFailure(error, failures);
        if ("stop" in next) return;
        await sleep(next.waitMs, undefined, { signal: stopper.signal }).catch(() => undefined);
      }
    }
  }

  const ended = loop();
  return {
    ended,
    async close() {
      stopper.abort();
      await ended;
      // Without this the last batch would come again at the next start.
      if (offset > confirmed) await fetch(offset, 0, AbortSignal.timeout(5_000)).catch(() => undefined);
    },
  };
}
