// Orderly stop: what was opened last closes first, each within its time, whatever the others do.
import type { Log } from "./log.ts";

export interface Shutdown {
  /** Registers a closer. `limitMs` is its own limit where the usual grace does not fit. */
  onStop(what: string, close: () => Promise<void>, limitMs?: number): void;
  /** Runs every closer once, the last registered first. Never rejects; a second call waits for the first. */
  stop(reason: string): Promise<void>;
  /** Stops at SIGINT and SIGTERM; a second signal leaves at once with status 130 or 143. */
  listen(): void;
  /** Resolves with the reason when everything is closed. */
  readonly stopped: Promise<string>;
  /** False when a closer failed or did not end in time: something may be left undone. */
  isClean(): boolean;
}

const statusOf = { SIGINT: 130, SIGTERM: 143 } as const;

/** `graceMs` is the limit of each closer. `exit` leaves the process; a test passes its own. */
export function createShutdown({
  log,
  graceMs,
  exit = process.exit,
}: {
  readonly log: Log;
  readonly graceMs: number;
  readonly exit?: (status: number) => void;
}): Shutdown {
  const closers: { readonly what: string; readonly close: () => Promise<void>; readonly limitMs: number }[] =
    [];
  const { promise: stopped, resolve } = withResolvers<string>();
  let stopping: Promise<void> | undefined;
  let isClean = true;

  const run = async (reason: string): Promise<void> => {
    log.info("stop.begun", { reason });
    // A closer may still register what it opened meanwhile.
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
      const begunMs = performance.now();
      try {
        await limited(closer.close, closer.limitMs);
        log.debug("stop.closed", { what: closer.what, ms: Math.round(performance.now() - begunMs) });
      } catch (err) {
        isClean = false;
        log.error("stop.failed", { what: closer.what, err });
      }
    }
    log.info("stop.done", { reason });
    resolve(reason);
  };
  const stop = (reason: string): Promise<void> => {
    stopping ??= run(reason);
    return stopping;
  };
  const onSignal = (signal: keyof typeof statusOf): void => {
    if (stopping) exit(statusOf[signal]);
    else void stop(signal);
  };
  return {
    onStop: (what, close, limitMs = graceMs) => void closers.push({ what, close, limitMs }),
    stop,
    listen() {
      process.on("SIGINT", onSignal);
      process.on("SIGTERM", onSignal);
    },
    stopped,
    isClean: () => isClean,
  };
}

async function limited(close: () => Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([close(), late]);
  } finally {
    clearTimeout(timer);
  }
}

// Promise.withResolvers is not in Node 20.
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}
