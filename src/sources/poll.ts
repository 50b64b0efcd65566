// Reads one feed: asks for it, hands what came to whoever can read it, and remembers how it went and when to come back.
import type { FeedSource, FeedState } from "./feedSource.ts";
import type { Register, StateChange } from "./register.ts";
import type { Web, WebAnswer } from "./web.ts";

/** What came of the bytes of a feed. */
export type FeedReading =
  | {
      readonly ok: true;
      /** Articles that are new in the store. */
      readonly brought: number;
      /** How long the publisher asks not to be asked again. */
      readonly ttlMinutes?: number;
      /** False when something should be tried again: the next answer must not be "unchanged". */
      readonly isComplete: boolean;
    }
  | { readonly ok: false; readonly reason: string; readonly mend: string };

export interface FeedBytes {
  readonly bytes: Uint8Array;
  /** Where they came from, after redirects. */
  readonly url: string;
  readonly contentType: string;
}

/** Reads the bytes of a feed into the store. `isFirst`: the source was never read whole before. */
export type ReadFeed<Reading extends FeedReading = FeedReading> = (
  source: FeedSource,
  body: FeedBytes,
  how: { readonly isFirst: boolean; readonly signal: AbortSignal },
) => Promise<Reading>;

export type Polled<Reading extends FeedReading = FeedReading> =
  | { readonly kind: "read"; readonly reading: Extract<Reading, { ok: true }> }
  | { readonly kind: "unchanged" }
  | { readonly kind: "waits"; readonly seconds: number }
  | { readonly kind: "failed"; readonly reason: string; readonly mend: string; readonly failures: number }
  /** Switched off by this failure. */
  | { readonly kind: "off"; readonly reason: string; readonly mend: string };

/** Failures in a row after which a source is switched off: at a doubling pace, more than three months. */
export const mostFailures = 100;

const ourFault = {
  reason: "it came, but could not be taken in",
  mend: "look for source.broken in the log, and report it if it is not Redis that was out",
};

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Minutes to the next reading: what is wished, what the publisher asks, doubled for every failure in a row, a day at most. */
export function pauseMinutes(intervalMinutes: number, failures: number, askedMinutes = 0): number {
  const doubled = intervalMinutes * 2 ** Math.min(failures, 20);
  return Math.min(dayMinutes, Math.max(doubled, askedMinutes));
}

export interface PollNeeds<Reading extends FeedReading> {
  readonly web: Pick<Web, "get">;
  readonly register: Pick<Register, "change">;
  readonly read: ReadFeed<Reading>;
  readonly now: () => Date;
}

/**
 * Reads it now, whatever its time. What `read` throws is thrown, and the source waits as after any failure; once the signal is
 * aborted nothing is remembered, and the same is read again.
 */
export async function pollFeed<Reading extends FeedReading>(
  { web, register, read, now }: PollNeeds<Reading>,
  source: FeedSource,
  state: FeedState,
  signal: AbortSignal,
): Promise<Polled<Reading>> {
  const { etag, lastModified, movedTo, ttlMinutes } = state;
  const answer = await web.get(
    {
      url: movedTo ?? source.url,
      kind: "feed",
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    },
    signal,
  );
  signal.throwIfAborted();
  const settle = async (minutes: number, change: StateChange): Promise<void> => {
    const next = new Date(now().getTime() + minutes * minuteMs).toISOString();
    await register.change(source.id, { ...change, next });
  };
  const succeed = (change: StateChange, askedMinutes?: number): Promise<void> =>
    settle(pauseMinutes(source.intervalMinutes, 0, askedMinutes), {
      lastRead: now().toISOString(),
      failures: 0,
      error: null,
      ...moved(answer),
      ...change,
    });
  const fail = async (reason: string, mend: string, isFinal: boolean): Promise<Polled<Reading>> => {
    const failures = state.failures + 1;
    const isOff = isFinal || failures >= mostFailures;
    await settle(pauseMinutes(source.intervalMinutes, failures, ttlMinutes), {
      failures,
      error: { at: now().toISOString(), reason, mend },
      // A new home that fails may have been a mistake of theirs: next time the address is asked that an operator wrote.
      ...(movedTo !== undefined && { movedTo: null, etag: null, lastModified: null }),
      ...(isOff && { off: reason, isOffTold: false }),
    });
    return isOff ? { kind: "off", reason, mend } : { kind: "failed", reason, mend, failures };
  };

  switch (answer.kind) {
    case "unchanged":
      await succeed({}, ttlMinutes);
      return { kind: "unchanged" };
    case "wait":
      await settle(Math.max(source.intervalMinutes, Math.ceil(answer.seconds / 60)), {});
      return { kind: "waits", seconds: answer.seconds };
    case "gone":
      return fail("it is gone for good (410)", "remove it, or look for the outlet's new feed", true);
    case "refused":
    case "failed":
      return fail(answer.reason, answer.mend, false);
    case "body": {
      const { bytes, url, contentType } = answer;
      const isFirst = state.firstRead === undefined;
      const reading: FeedReading = await read(source, { bytes, url, contentType }, { isFirst, signal }).catch(
        async (error: unknown) => {
          // Without a pause a fault of ours would ask the publisher every minute. If Redis is out it stays due.
          if (!signal.aborted) await fail(ourFault.reason, ourFault.mend, false).catch(() => undefined);
          throw error;
        },
      );
      signal.throwIfAborted();
      if (!reading.ok) return fail(reading.reason, reading.mend, false);
      await succeed(
        {
          ...(isFirst && { firstRead: now().toISOString() }),
          brought: state.brought + reading.brought,
          ttlMinutes: reading.ttlMinutes ?? null,
          etag: (reading.isComplete ? answer.etag : null) ?? null,
          lastModified: (reading.isComplete ? answer.lastModified : null) ?? null,
        },
        reading.ttlMinutes,
      );
      return { kind: "read", reading: reading as Extract<Reading, { ok: true }> };
    }
  }
}

function moved(answer: WebAnswer): StateChange {
  const movedTo = "movedTo" in answer ? answer.movedTo : undefined;
  return movedTo === undefined ? {} : { movedTo };
}
