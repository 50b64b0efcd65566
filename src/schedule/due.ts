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
  if (clockTimes(plan).length === 0) return null;
  // A day earlier than today: where a gap moved yesterday's wish past midnight, it may still be to come.
  let date = shift(localDate(plan.zone, afterMs), -1);
  for (let day = 0; day <= horizonDays; day += 1) {
    const next = slotsOf(plan, date).find((at) => at * 1000 > afterMs);
    if (next !== undefined) return next;
    date = shift(date, 1);
  }
  return null;
}

/** Every due instant (epoch seconds, rising) whose local date lies in the span; both ends "YYYY-MM-DD", inclusive. */
export function dueBetween(plan: Plan, fromDate: string, toDate: string): number[] {
  const found = new Set<number>();
  const last = Date.parse(`${toDate}T00:00:00Z`);
  for (let date = readDate(fromDate); utc(date) <= last; date = shift(date, 1)) {
    for (const slot of slotsOf(plan, date)) found.add(slot);
  }
  return [...found].sort((a, b) => a - b);
}

/** The instants of one local day, rising; wishes that fall on one instant are one. */
function slotsOf(plan: Plan, date: LocalDate): number[] {
  const weekday = weekdays[new Date(utc(date)).getUTCDay()];
  if (weekday === undefined || !plan.days.includes(weekday)) return [];
  const slots = clockTimes(plan).map(([hour, minute]) => toInstant(plan.zone, date, hour, minute) / 1000);
  return [...new Set(slots)].sort((a, b) => a - b);
}

function clockTimes({ times }: Plan): (readonly [number, number])[] {
  return times
    .filter((time) => typeof time === "string")
    .map((time) => {
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      return [hour, minute] as const;
    });
}

function utc({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

function shift(date: LocalDate, days: number): LocalDate {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function readDate(text: string): LocalDate {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return { year, month, day };
}
