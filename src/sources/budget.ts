// The time one request may take with its redirects; waiting for a turn is not part of it.
import { Ended, failed } from "./ended.ts";
import type { Sleep } from "./stops.ts";

export interface Budget {
  /** Runs the work on the clock; when the time is over, `stop` is aborted with the reason. */
  spend<T>(work: () => Promise<T>): Promise<T>;
}

/** `timeoutMs` for everything that is spent together. */
export function createBudget(timeoutMs: number, stop: AbortController, sleep: Sleep): Budget {
  let leftMs = timeoutMs;
  return {
    async spend(work) {
      const done = new AbortController();
      const startedMs = performance.now();
      sleep(leftMs, done.signal).then(
        () => stop.abort(new Ended(timeIsOver(timeoutMs))),
        () => {},
      );
      try {
        return await work();
      } finally {
        done.abort();
        leftMs = Math.max(0, leftMs - (performance.now() - startedMs));
      }
    },
  };
}

function timeIsOver(timeoutMs: number): ReturnType<typeof failed> {
  return failed(`it took longer than ${timeoutMs / 1000} s`, "it is tried again at the next round");
}
