// Polls the feeds whose time has come, each in one process at a time.
import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { createLease } from "../runtime/lease.ts";
import type { FeedSource } from "./feedSource.ts";
import { type FeedReading, type Polled, type PollNeeds, pollFeed } from "./poll.ts";
import type { Register } from "./register.ts";

export interface PollerNeeds<Reading extends FeedReading> extends PollNeeds<Reading> {
  readonly redis: Redis;
  readonly prefix: string;
  readonly register: Register;
  /** Called after each reading; what it throws is a fault of ours. */
  readonly report: (source: FeedSource, polled: Polled<Reading>) => void;
  /** A reading that broke off: a fault of Redis or of ours. The source is read again at its next time. */
  readonly onBroken: (source: FeedSource, error: unknown) => void;
  /** 60,000 when absent. A killed process holds a source no longer than this; a living one renews it every third. */
  readonly leaseMs?: number;
  /** A source that was to be read by hand, but another process is reading it now. */
  readonly onBusy?: (source: FeedSource) => void;
}

export interface Poller {
  /**
   * Reads every source whose time has come, or with `isForced` every one that is on. Ends when all are read; one that another
   * process is reading is left to it.
   */
  poll(isForced?: boolean): Promise<void>;
  /** Reads one source, whatever its time and even if it is off, unless another process is reading it. */
  pollOne(source: FeedSource): Promise<void>;
  /** Breaks off what is under way; resolves when it has ended. */
  close(): Promise<void>;
}

/** Those whose time has come, all that are on, or this one whatever its state. */
type How = "due" | "all" | "this";

/** Sources read side by side; one host is asked one thing at a time whatever this is. */
const atOnce = 8;

export function createPoller<Reading extends FeedReading>(needs: PollerNeeds<Reading>): Poller {
  const { redis, prefix, register, report, onBroken, onBusy, now, leaseMs = 60_000 } = needs;
  const stopper = new AbortController();
  const running = new Set<Promise<void>>();

  const isWanted = async (source: FeedSource, isForced: boolean): Promise<boolean> => {
    const { off, next } = await register.state(source.id);
    return off === undefined && (isForced || !isLater(next, now()));
  };

  async function read(source: FeedSource, how: How): Promise<void> {
    if (how !== "this" && !(await isWanted(source, how === "all"))) return;
    // What begins after the end would find Redis closed.
    if (stopper.signal.aborted) return;
    const lease = createLease(redis, `{${prefix}}:sources:lease:${source.id}`, {
      ttlMs: leaseMs,
      id: randomUUID(),
    });
    if (!(await lease.acquire())) return how === "due" ? undefined : onBusy?.(source);
    const lost = new AbortController();
    lease.hold(() => lost.abort());
    try {
      const state = await register.state(source.id);
      // Read under the lease: another process may have just been here.
      if (how === "due" && (state.off !== undefined || isLater(state.next, now()))) return;
      const signal = AbortSignal.any([stopper.signal, lost.signal]);
      report(source, await pollFeed(needs, source, state, signal));
    } finally {
      await lease.release().catch(() => undefined); // Redis is out: the lease ends by itself.
    }
  }

  const start = (source: FeedSource, how: How): Promise<void> => {
    const one = read(source, how)
      .catch((error: unknown) => {
        if (!stopper.signal.aborted) onBroken(source, error);
      })
      .finally(() => running.delete(one));
    running.add(one);
    return one;
  };

  return {
    async poll(isForced = false) {
      const sources = [...(await register.list())];
      const next = async (): Promise<void> => {
        for (let source = sources.shift(); source !== undefined; source = sources.shift()) {
          if (stopper.signal.aborted) return;
          await start(source, isForced ? "all" : "due");
        }
      };
      await Promise.all(Array.from({ length: atOnce }, next));
    },
    pollOne: (source) => start(source, "this"),
    async close() {
      stopper.abort();
      await Promise.all(running);
    },
  };
}

function isLater(next: string | undefined, now: Date): boolean {
  return next !== undefined && Date.parse(next) > now.getTime();
}
