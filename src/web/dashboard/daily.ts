// What each day brought: the difference between what stood at its beginning and at the next one's.
import type { DayTotals, Totals } from "../../schedule/series.ts";

export interface DayFigures {
  /** "2026-11-27". */
  readonly day: string;
  /** Readers with a next digest at the day's beginning; on the last day, now. */
  readonly scheduled: number;
  readonly joined: number;
  readonly left: number;
  /** Slots that found a chat that had blocked the bot or was gone. */
  readonly gone: number;
  readonly sent: number;
  /** Slots that ended in another way. */
  readonly unsent: number;
}

/** `now` ends the last of the days. A sum that shrank, after a restore, counts as none. */
export function dailyOf(days: readonly DayTotals[], now: Totals): readonly DayFigures[] {
  return days.map(({ day, totals: before }, index) => {
    const isLast = index === days.length - 1;
    const after = days[index + 1]?.totals ?? now;
    const outcomes = since(before.outcomes, after.outcomes);
    const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const sent = outcomes["sent"] ?? 0;
    return {
      day,
      scheduled: isLast ? now.scheduled : before.scheduled,
      joined: Math.max(0, after.joined - before.joined),
      left: Math.max(0, after.left - before.left),
      gone: outcomes["gone"] ?? 0,
      sent,
      unsent: all - sent,
    };
  });
}

/** Kind → how often since then. */
export function since(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const counts = Object.entries(after).map(([kind, count]) => [
    kind,
    Math.max(0, count - (before[kind] ?? 0)),
  ]);
  return Object.fromEntries(counts);
}

/** Noon of a day by its name, for showing it: no zone moves it to another day. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
