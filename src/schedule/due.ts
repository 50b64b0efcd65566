// When a reader is due: wall-clock wishes, weekdays and a zone as instants.
import { type Subscriber, weekdays } from "../subscribers/subscriber.ts";
import { type LocalDate, localDate, toInstant } from "./localTime.ts";

export type Plan = Pick<Subscriber, "times" | "days" | "zone">;

/** Local days that are looked through for the next slot: two weeks hold every weekday and every gap. */
const horizonDays = 15;

/**
 * The first due instant strictly after `afterMs`, in epoch seconds; null for a plan without a time or a day.
 * Anchors to prayers are passed over for now.
 */
export function nextDue(plan: Plan, afterMs: number): number | null {
  const slotsOf = slotsIn(plan);
  // No wish of an earlier date is still to come: a slot is the first moment at which the clock shows the wish or more.
  let date = localDate(plan.zone, afterMs);
  for (let day = 0; day <= horizonDays; day += 1) {
    const next = slotsOf(date).find((at) => at * 1000 > afterMs);
    if (next !== undefined) return next;
    date = shift(date, 1);
  }
  return null;
}

/** Every due instant (epoch seconds, rising) whose local date lies in the span; both ends "YYYY-MM-DD", inclusive. */
export function dueBetween(plan: Plan, fromDate: string, toDate: string): number[] {
  const slotsOf = slotsIn(plan);
  const found: number[] = [];
  const last = Date.parse(`${toDate}T00:00:00Z`);
  for (let date = readDate(fromDate); utc(date) <= last; date = shift(date, 1)) {
    for (const slot of slotsOf(date)) found.push(slot);
  }
  return rising(found);
}

/** Gives the instants of one local day, rising; wishes that fall on one instant are one. */
function slotsIn({ zone, times, days }: Plan): (date: LocalDate) => number[] {
  const minutes = times.filter((time) => typeof time === "string").map(minuteOfDay);
  return (date) => {
    const weekday = weekdays[new Date(utc(date)).getUTCDay()];
    if (weekday === undefined || !days.includes(weekday)) return [];
    return rising(
      minutes.map((minute) => toInstant(zone, date, Math.floor(minute / 60), minute % 60) / 1000),
    );
  };
}

/** Sorted, each once: wishes may meet in one instant, also those of two days in a gap at midnight. */
function rising(instants: readonly number[]): number[] {
  return instants.toSorted((a, b) => a - b).filter((at, index, all) => at !== all[index - 1]);
}

function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function utc({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

function shift({ year, month, day }: LocalDate, days: number): LocalDate {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function readDate(text: string): LocalDate {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return { year, month, day };
}
