// The hours of today and of the day to come: what was sent in each, and who is due in each, by zone.
import type { Forecast } from "../../schedule/forecast.ts";

/** A reader who was drawn, with the next due instant. */
export interface Drawn {
  readonly zone: string;
  /** Epoch seconds. */
  readonly slot: number;
}

export interface Hour {
  /** Epoch seconds. */
  readonly at: number;
  /** Slots that ended with a message; null where no clock has noted the hours. */
  readonly sent: number | null;
  /** Readers due, exactly. */
  readonly due: number;
  /** How these divide over `zones`, and over all others in the last place; adds up to `due`. */
  readonly byZone: readonly number[];
}

export interface HoursFacts {
  /** Beginning of the first hour that is told, and this moment; epoch seconds. */
  readonly from: number;
  readonly now: number;
  readonly forecast: Forecast;
  /** Sum of all sent, at the beginning of each hour that is known, and now. */
  readonly sentBefore: ReadonlyMap<number, number>;
  readonly sent: number;
  readonly drawn: readonly Drawn[];
  readonly zones: readonly string[];
}

const hourSeconds = 3_600;

export function hoursOf(facts: HoursFacts): readonly Hour[] {
  const { from, now, forecast } = facts;
  const current = Math.floor(now / hourSeconds) * hourSeconds;
  const due = new Map<number, number>();
  const add = (at: number, count: number): void => {
    const hour = Math.floor(at / hourSeconds) * hourSeconds;
    due.set(hour, (due.get(hour) ?? 0) + count);
  };
  // Who is due already is due now.
  add(current, forecast.overdue);
  for (const [index, count] of forecast.minutes.entries()) add(forecast.from + index * 60, count);
  const hours: Hour[] = [];
  for (let at = from; at <= current + 23 * hourSeconds; at += hourSeconds) {
    const count = due.get(at) ?? 0;
    const sample = facts.drawn.filter(({ slot }) => {
      const hour = Math.max(current, Math.floor(slot / hourSeconds) * hourSeconds);
      return hour === at;
    });
    hours.push({
      at,
      sent: at > current ? null : sentIn(facts, at, current),
      due: count,
      byZone: divide(count, sample, facts.zones),
    });
  }
  return hours;
}

function sentIn({ sentBefore, sent }: HoursFacts, at: number, current: number): number | null {
  const before = sentBefore.get(at);
  if (before === undefined) return null;
  // Where no clock noted the next hour, what came until the next that is noted is told with this one.
  let after = at + hourSeconds;
  while (after <= current && !sentBefore.has(after)) after += hourSeconds;
  return Math.max(0, (sentBefore.get(after) ?? sent) - before);
}

/** In the shares of the sample, rounded so that the sum stays; without a sample all are "others". */
function divide(count: number, sample: readonly Drawn[], zones: readonly string[]): readonly number[] {
  const seen = [...zones.map((zone) => sample.filter((each) => each.zone === zone).length), 0];
  const last = seen.length - 1;
  seen[last] = sample.length - seen.reduce((sum, each) => sum + each, 0);
  if (sample.length === 0) seen[last] = 1;
  return share(count, seen);
}

/** Divides a whole number in given weights: the largest remainders are rounded up. */
export function share(count: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (count * weight) / all);
  const whole = exact.map(Math.floor);
  let rest = count - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder) {
    if (rest <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    rest -= 1;
  }
  return whole;
}

/** The values that stand most often, the most frequent first, so many at the most. */
export function mostOften(values: Iterable<string>, most: number): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most);
}
