// Long polling of our own: telegraf's holds the next batch until every handler ends, and dies with one failure.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";

export interface PollNeeds {
  /** Asks for updates from `offset` on, waiting up to `seconds` for one. */
  readonly fetch: (offset: number, seconds: number, signal: AbortSignal) => Promise<readonly Update[]>;
  /** Resolves when all are safe, and may be confirmed; with false when they are to be fetched again a little later. */
  readonly take: (updates: readonly Update[]) => Promise<boolean>;
  /** Reads a failure of `fetch` or `take`: how long to wait before the next try, or that it is final. */
  readonly onFailure: (
    error: unknown,
    failures: number,
  ) => { readonly waitMs: number } | { readonly stop: true };
}

export interface Polling {
  /** Ends the open request, and confirms what was taken. */
  close(): Promise<void>;
  /** Resolves when polling has ended for good by a final failure. */
  readonly ended: Promise<void>;
}

/** How long one request waits for an update (Telegram allows up to 50 s). */
const pollSeconds = 25;

/** What could not be taken is fetched again so much later. */
const fullMs = 1_000;

/** Starts to poll at once. */
export function startPolling({ fetch, take, onFailure }: PollNeeds): Polling {
  const stopper = new AbortController();
  let offset = 0;
  let confirmed = 0;
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: stopper.signal }).catch(() => undefined);

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopper.signal.aborted) {
      try {
        const updates = await fetch(offset, pollSeconds, stopper.signal);
        confirmed = offset;
        const isTaken = await take(updates);
        failures = 0;
        if (isTaken) offset = behind(updates, offset);
        else await pause(fullMs);
      } catch (error) {
        if (stopper.signal.aborted) return;
        failures += 1;
        const next = onFailure(error, failures);
        if ("stop" in next) return;
        await pause(next.waitMs);
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

/** The offset that confirms these; what has no number confirms nothing. */
function behind(updates: readonly Update[], offset: number): number {
  const numbers = updates.map(({ update_id }) => update_id).filter((number) => Number.isSafeInteger(number));
  return Math.max(offset, ...numbers.map((number) => number + 1));
}
