// What the next day holds for the senders: how many are due in each minute, and how long a rate takes for them.
import type { Redis } from "ioredis";
import { countByMinute } from "./rotation.ts";

export interface Forecast {
  /** Epoch seconds, a whole minute: the one that holds now. */
  readonly from: number;
  /** Readers who are due already and wait. */
  readonly overdue: number;
  /**
   * Readers whose next digest is due in each minute from `from` on. Each reader counts once: the index holds the next
   * instant alone, so a second digest of the same day is not among these yet.
   */
  readonly minutes: readonly number[];
}

export interface Span {
  /** Readers of the hour (any sixty minutes on end) that holds most, and its beginning (epoch seconds). */
  readonly fullestHour: { readonly from: number; readonly count: number };
  /** The minute after which the last of its readers waits longest. */
  readonly slowest: Wave;
}

const minutesOfDay = 1_440;

/** Asks for 1,440 ranges of the index in one question; nobody's record is read. */
export async function readForecast(redis: Redis, prefix: string, now: number): Promise<Forecast> {
  const due = `{${prefix}}:due`;
  const from = Math.floor(now / 60) * 60;
  const [overdue, minutes] = await Promise.all([
    redis.zcount(due, "-inf", `(${from}`),
    countByMinute(redis, due, from, minutesOfDay),
  ]);
  return { from, overdue, minutes };
}

/** A minute that holds readers, and how long the last of them waits: from its beginning, those before it served first. */
export interface Wave {
  /** Epoch seconds. */
  readonly minute: number;
  readonly count: number;
  readonly seconds: number;
}

/** How long it takes at a steady rate of messages a second; with 0, no limit, nobody waits. */
export function spanOf(forecast: Forecast, perSecond: number): Span {
  const { from, minutes } = forecast;
  let fullestHour = { from, count: 0 };
  let inHour = 0;
  for (const [index, count] of minutes.entries()) {
    inHour += count - (minutes[index - 60] ?? 0);
    const hourFrom = from + Math.max(0, index - 59) * 60;
    if (inHour > fullestHour.count) fullestHour = { from: hourFrom, count: inHour };
  }
  let slowest: Wave = { minute: from, count: 0, seconds: 0 };
  for (const wave of wavesOf(forecast, perSecond)) if (wave.seconds > slowest.seconds) slowest = wave;
  return { fullestHour, slowest };
}

/** Every minute that holds readers, in order of time, at a steady rate. */
export function wavesOf({ from, overdue, minutes }: Forecast, perSecond: number): readonly Wave[] {
  let waiting = overdue;
  return minutes.flatMap((count, index) => {
    waiting += count;
    const seconds = perSecond === 0 ? 0 : waiting / perSecond;
    waiting = Math.max(0, waiting - perSecond * 60);
    return count > 0 ? [{ minute: from + index * 60, count, seconds }] : [];
  });
}
