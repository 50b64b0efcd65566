// How far back a digest reaches: to the slot before it, and 48 hours where slots in between were missed.
import { addDays, type LocalDate } from "./calendar.ts";
import { dueBetween, type Plan } from "./due.ts";
import { localDate } from "./localTime.ts";

/** Local days that are looked through for the slot before: as many as for the next one. */
const horizonDays = 15;

/** The last slot of the plan strictly before `slot` (epoch seconds), pauses left aside; null for none in two weeks. */
export function previousDue(plan: Omit<Plan, "pausedUntil">, slot: number): number | null {
  const { times, days, zone } = plan;
  const today = localDate(zone, slot * 1000);
  // Slots of a day later may fall before it where the zone skipped a day.
  const dates = [addDays(today, -horizonDays), addDays(today, 1)].map(toText);
  const passed = dueBetween({ times, days, zone }, dates[0] ?? "", dates[1] ?? "").filter((at) => at < slot);
  return passed.at(-1) ?? null;
}

/**
 * A digest of this slot (ms) tells no story that the store saw first before this instant (ms): so many hours before it,
 * or the slot before it where the plan leaves more time between (a weekly digest tells of the week). What an outage
 * or a pause hid for longer is not told: five days old news do not come before today's.
 */
export function reachesBackTo(plan: Plan, atMs: number, slot: number, hours: number): number {
  const usualMs = atMs - hours * 3_600_000;
  // At least once a day: the slot before is never further away.
  if (plan.days.length === 7 && plan.times.length > 0) return usualMs;
  const previous = previousDue(plan, slot);
  const pausedUntilMs = Date.parse(plan.pausedUntil ?? "") || 0;
  if (previous === null || previous * 1000 < pausedUntilMs) return usualMs;
  return Math.min(usualMs, previous * 1000);
}

function toText({ year, month, day }: LocalDate): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
