// Looks again and again for lines of updates that nobody does: of a process that died, or that this one was not told of.
import type { Log } from "../runtime/log.ts";
import type { Accepted } from "./accepted.ts";

export interface SweepNeeds {
  readonly accepted: Pick<Accepted, "sweep">;
  /** Redis does not answer, or this process gives its lines up. */
  readonly isAway: () => boolean;
  readonly isEnding: () => boolean;
  /** A line of this process; `deaths` says how many processes have died over its first update, as far as that is new. */
  readonly onMine: (line: string, deaths: number) => void;
  readonly log: Log;
  readonly everyMs: number;
}

export interface Sweeps {
  /** Now, and from now on. */
  begin(): void;
  /** Says that this process lives, and takes over what others left. */
  now(): Promise<void>;
  /** The sweep that is under way has ended. */
  ended(): Promise<void>;
  stop(): void;
}

/** A process was silent so many sweeps on end before its lines are taken over: after an outage all are, for a moment. */
const silentSweeps = 4;

/** Sweeps look through all open lines (117 ms at 100,000, measured): they take no more than this share of the time. */
const share = 0.05;

/** But they come at least so often (ms), or a process would seem dead that lives. */
const mostPauseMs = 4_000;

export function createSweeps({ accepted, isAway, isEnding, onMine, log, everyMs }: SweepNeeds): Sweeps {
  const silent = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let restedMs = 0;

  async function sweep(): Promise<void> {
    const begunMs = performance.now();
    const dead = [...silent].filter(([, times]) => times >= silentSweeps).map(([owner]) => owner);
    const { mine, silent: found } = await accepted.sweep(dead);
    const endedMs = performance.now();
    restedMs = endedMs + Math.min(mostPauseMs, (endedMs - begunMs) / share);
    for (const owner of silent.keys()) if (!found.includes(owner)) silent.delete(owner);
    for (const owner of found) silent.set(owner, (silent.get(owner) ?? 0) + 1);
    for (const { line, deaths } of mine) onMine(line, deaths);
  }

  function now(): Promise<void> {
    // Who could not say that they live were not dead.
    if (isAway()) silent.clear();
    if (isAway() || isEnding()) return Promise.resolve();
    running ??= sweep()
      .catch((err) => log.warn("updates.sweep-failed", { err }))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    begin() {
      void now();
      timer ??= setInterval(() => {
        if (performance.now() >= restedMs) void now();
      }, everyMs).unref();
    },
    now,
    ended: async () => running,
    stop: () => clearInterval(timer),
  };
}
