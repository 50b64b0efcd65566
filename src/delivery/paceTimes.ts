// Two small estimates of the pace: how Redis's clock and ours differ, and how late a message was beyond the usual.

/** A sample of the clocks' difference is this old at most: they drift apart by some µs a second. */
const clockSampleMs = 10_000;

/** Samples from which the usual delay of an answer is taken: its least. */
const delaySamples = 100;

export interface ClockOffset {
  /** Redis answered `redisMicros` to a question asked and answered at these instants of ours (ms). */
  sample(askedMs: number, redisMicros: number, answeredMs: number): void;
  /** An instant of Redis on our own clock (ms). */
  toOwn(redisMicros: number): number;
}

/** The quickest answer tells most: its halves cannot differ by more than it took. */
export function createClockOffset(): ClockOffset {
  let best: { readonly offsetMs: number; readonly tookMs: number; readonly atMs: number } | undefined;
  return {
    sample(askedMs, redisMicros, answeredMs) {
      const tookMs = answeredMs - askedMs;
      const isOld = best === undefined || answeredMs - best.atMs > clockSampleMs;
      if (!isOld && best !== undefined && tookMs >= best.tookMs) return;
      best = { offsetMs: askedMs + tookMs / 2 - redisMicros / 1000, tookMs, atMs: answeredMs };
    },
    toOwn: (redisMicros) => redisMicros / 1000 + (best?.offsetMs ?? 0),
  };
}

/**
 * The first messages of a process are all late (connections are made, code is compiled), so the least of them is no measure:
 * until so many were answered, nearly all of a delay is taken for lateness. Of 30 a second 31 arrived in one without this.
 */
const learntAfter = 20;
const quickestMs = 5;

export interface UsualDelay {
  /** By how many ms this delay exceeds the usual one. */
  beyond(delayMs: number): number;
  /** The least of the last hundred (ms). */
  usualMs(): number;
}

export function createUsualDelay(): UsualDelay {
  const recent: number[] = [];
  let next = 0;
  const usualMs = (): number => {
    let least = recent.length < learntAfter ? quickestMs : Number.POSITIVE_INFINITY;
    for (const each of recent) if (each < least) least = each;
    return least;
  };
  return {
    usualMs,
    beyond(delayMs) {
      recent[next] = delayMs;
      next = (next + 1) % delaySamples;
      return delayMs - usualMs();
    },
  };
}
