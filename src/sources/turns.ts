// Turns at a host: one request at a time, a pause after each, first come first served; hosts do not wait for each other.
import { type Sleep, untilStopped } from "./stops.ts";

export interface Turns {
  /**
   * Waits for the turn. Call the result once, when the answer is in: the next one starts `pauseMs` later.
   * Rejects when the signal is aborted; whoever stands behind moves up.
   */
  take(host: string, signal: AbortSignal): Promise<(pauseMs: number) => void>;
}

interface Line {
  /** Resolves when the last one in line is done. */
  tail: Promise<void>;
  count: number;
  freeAtMs: number;
  pauseMs: number;
}

export function createTurns(sleep: Sleep, now: () => Date): Turns {
  const lines = new Map<string, Line>();

  const forgetIdle = (): void => {
    const nowMs = now().getTime();
    for (const [host, line] of lines) if (line.count === 0 && line.freeAtMs <= nowMs) lines.delete(host);
  };

  const pause = async (line: Line, signal: AbortSignal): Promise<void> => {
    // Never longer than the pause itself, should the clock be set back.
    const ms = Math.min(line.pauseMs, line.freeAtMs - now().getTime());
    if (ms > 0) await sleep(ms, signal);
  };

  return {
    async take(host, signal) {
      forgetIdle();
      const line = lines.get(host) ?? { tail: Promise.resolve(), count: 0, freeAtMs: 0, pauseMs: 0 };
      lines.set(host, line);
      const before = line.tail;
      let done = (): void => {};
      line.tail = new Promise((resolve) => {
        done = resolve;
      });
      line.count++;
      const leave = (): void => {
        line.count--;
        done();
      };
      try {
        await untilStopped(before, signal);
        await pause(line, signal);
      } catch (error) {
        void before.then(leave);
        throw error;
      }
      return (pauseMs) => {
        line.pauseMs = pauseMs;
        line.freeAtMs = now().getTime() + pauseMs;
        leave();
      };
    },
  };
}
