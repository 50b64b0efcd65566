// A clock that the test moves: whoever sleeps on it wakes when the test says so, and never by itself.
import type { Sleep } from "../../src/sources/stops.ts";

export interface HandClock {
  readonly sleep: Sleep;
  readonly now: () => Date;
  /** Every time that was asked for, in milliseconds, in order. */
  readonly asked: readonly number[];
  /** Moves the time and wakes who is due; everything that follows from it has happened when it resolves. */
  advance(ms: number): Promise<void>;
}

export function createHandClock(start: Date): HandClock {
  let nowMs = start.getTime();
  const asked: number[] = [];
  const sleepers = new Map<() => void, number>();
  return {
    asked,
    now: () => new Date(nowMs),
    sleep: (ms, signal) => {
      asked.push(ms);
      return new Promise((resolve, reject) => {
        sleepers.set(resolve, nowMs + ms);
        const stop = (): void => {
          sleepers.delete(resolve);
          reject(signal.reason);
        };
        if (signal.aborted) stop();
        else signal.addEventListener("abort", stop, { once: true });
      });
    },
    async advance(ms) {
      await settle(); // Whoever is about to sleep sleeps from the old time on.
      nowMs += ms;
      for (const [wake, atMs] of sleepers) {
        if (atMs > nowMs) continue;
        sleepers.delete(wake);
        wake();
      }
      await settle();
    },
  };
}

/** Lets every promise that is ready run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
