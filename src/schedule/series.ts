// The days behind us in a few numbers: the totals at the beginning of each day and hour, from which what a day brought is worked out.
import type { Redis } from "ioredis";
import { subscriberKeys } from "../subscribers/records.ts";
import { midnightMs } from "./calendar.ts";
import { localDate } from "./localTime.ts";

/** How things stand, and sums since the store began. */
export interface Totals {
  /** Readers who have a next instant. */
  readonly scheduled: number;
  /** Readers of whom there is a record, inactive ones too. */
  readonly known: number;
  /** Readers there have ever been. */
  readonly joined: number;
  /** How often somebody unsubscribed. */
  readonly left: number;
  /** Kind of end → slots. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface DayTotals {
  /** "2026-11-27", in the operator's zone. */
  readonly day: string;
  readonly totals: Totals;
}

export interface Series {
  /** Notes the totals of a day and an hour that have begun, once each; cheap to call every minute, from any clock. */
  note(now: Date): Promise<void>;
  /** Somebody unsubscribed. */
  countLeft(): Promise<void>;
  totals(): Promise<Totals>;
  /** What stood at the beginning of each of the last days that are known, today among them, the oldest first. */
  days(now: Date, count: number): Promise<readonly DayTotals[]>;
  /** Slots that had ended, at the beginning of each hour of today that is known: epoch seconds → sum. */
  hours(now: Date): Promise<ReadonlyMap<number, number>>;
}

const keptSeconds = 60 * 86_400;

/** "2026-11-27" for an instant in a zone. */
export function dayOf(zone: string, at: Date): string {
  return dayName(midnightMs(localDate(zone, at.getTime())));
}

/** The last days in a zone by their names, today's the last. */
export function dayNames(zone: string, now: Date, count: number): readonly string[] {
  const today = midnightMs(localDate(zone, now.getTime()));
  return Array.from({ length: count }, (_, index) => dayName(today - (count - 1 - index) * 86_400_000));
}

const dayName = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);

/** Slots that came to somebody: what was sent, or held by whom operators ask, and nothing else. */
export const sentOf = ({ outcomes }: Totals): number => outcomes["sent"] ?? 0;

export function createSeries(redis: Redis, prefix: string, zone: string): Series {
  const base = `{${prefix}}:`;
  const keys = subscriberKeys(prefix);
  const keyOf = (day: string): string => `${base}series:${day}`;
  const sums = `${base}series:sums`;
  let noted = "";

  async function totals(): Promise<Totals> {
    const [scheduled, known, joined, left, outcomes] = await Promise.all([
      redis.zcard(`${base}due`),
      redis.hlen(keys.records),
      redis.get(keys.next),
      redis.hget(sums, "left"),
      redis.hgetall(`${base}outcomes`),
    ]);
    const numbers = Object.entries(outcomes).map(([outcome, count]) => [outcome, Number(count)]);
    return {
      scheduled,
      known,
      joined: Number(joined ?? 0),
      left: Number(left ?? 0),
      outcomes: Object.fromEntries(numbers),
    };
  }

  return {
    totals,
    async note(now) {
      const day = dayOf(zone, now);
      const hour = hourOf(now);
      if (noted === `${day} ${hour}`) return;
      const found = await totals();
      const key = keyOf(day);
      const steps = redis.multi();
      // The first clock of an hour is right: the others come a moment later.
      steps.hsetnx(key, "day", JSON.stringify(found)).hsetnx(key, String(hour), sentOf(found));
      await steps.expire(key, keptSeconds).exec();
      noted = `${day} ${hour}`;
    },
    async countLeft() {
      await redis.hincrby(sums, "left", 1);
    },
    async days(now, count) {
      const names = dayNames(zone, now, count);
      const asked = redis.pipeline();
      for (const name of names) asked.hget(keyOf(name), "day");
      const answers = (await asked.exec()) ?? [];
      return names.flatMap((day, index) => {
        const written = answers[index]?.[1];
        return typeof written === "string" ? [{ day, totals: JSON.parse(written) as Totals }] : [];
      });
    },
    async hours(now) {
      const found = await redis.hgetall(keyOf(dayOf(zone, now)));
      const hours = Object.entries(found).filter(([field]) => field !== "day");
      return new Map(hours.map(([hour, sum]) => [Number(hour), Number(sum)]));
    },
  };
}

/** The beginning of the hour on the clock of UTC, in epoch seconds: zones that are half an hour beside it share it. */
export const hourOf = (at: Date): number => Math.floor(at.getTime() / 3_600_000) * 3_600;
