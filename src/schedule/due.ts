// When a reader is due: wall-clock wishes, weekdays and a zone as instants.
import { type Subscriber, weekdays } from "../subscribers/subscriber.ts";
import { anchoredIn } from "./anchors.ts";
import { addDays, type LocalDate, midnightMs, readDate, weekdayOf } from "./calendar.ts";
import { localDate, toInstant } from "./localTime.ts";

export type Plan = Pick<Subscriber, "times" | "days" | "zone"> &
  Partial<Pick<Subscriber, "city" | "pausedUntil">>;

/** Local days that are looked through for the next slot: two weeks hold every weekday and every gap. */
const horizonDays = 15;

/**
 * The first due instant strictly after `afterMs`, in epoch seconds; null for a plan without a time or a day.
 * Nothing is due before a pause ends. It is asked anew at every change and acknowledgement, so the place in the index is
 * always one slot ahead: times of prayer are worked out for the days to come, and no table of them is kept.
 */
export function nextDue(plan: Plan, afterMs: number): number | null {
  const resumesMs = Date.parse(plan.pausedUntil ?? "") || 0;
  // Due at the very end of the pause is due.
  const fromMs = Math.max(afterMs, resumesMs - 1);
  const slotsOf = slotsIn(plan);
  // No wish of an earlier date is still to come: a slot is the first moment at which the clock shows the wish or more.
  let date = localDate(plan.zone, fromMs);
  for (let day = 0; day <= horizonDays; day += 1) {
    const next = slotsOf(date).find((at) => at * 1000 > fromMs);
    if (next !== undefined) return next;
    date = addDays(date, 1);
  }
  return null;
}

/** Every due instant (epoch seconds, rising) whose local date lies in the span; both ends "YYYY-MM-DD", inclusive. Throws for no date. */
export function dueBetween(plan: Plan, fromDate: string, toDate: string): number[] {
  const slotsOf = slotsIn(plan);
  const found: number[] = [];
  const [from, to] = [readDate(fromDate), readDate(toDate)];
  if (from === undefined || to === undefined) throw new RangeError(`No dates: ${fromDate}, ${toDate}`);
  for (let date = from; midnightMs(date) <= midnightMs(to); date = addDays(date, 1)) {
    for (const slot of slotsOf(date)) found.push(slot);
  }
  return rising(found);
}

/** Gives the instants of one local day, rising; wishes that fall on one instant are one. */
function slotsIn(plan: Plan): (date: LocalDate) => number[] {
  const { zone, times, days } = plan;
  const minutes = times.filter((time) => typeof time === "string").map(minuteOfDay);
  const isWished = (date: LocalDate): boolean => {
    const weekday = weekdays[weekdayOf(date)];
    return weekday !== undefined && days.includes(weekday);
  };
  const anchored = anchoredIn(plan, isWished);
  return (date) => {
    const wished = isWished(date) ? minutes : [];
    const clock = wished.map((minute) => toInstant(zone, date, Math.floor(minute / 60), minute % 60) / 1000);
    return rising([...clock, ...anchored(date)]);
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
