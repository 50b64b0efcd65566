// The next due instant of plans that many readers share: worked out once for all of a wave.
import { wishKey } from "../subscribers/wish.ts";
import { nextDue, type Plan } from "./due.ts";

/** Plans that are remembered; a wave has a few hundred kinds of them. */
const mostPlans = 5_000;

/**
 * `nextDue` with a memory. Nothing is due between the instant that was asked about and the answer, so every instant in
 * between has the same answer: no rule can change in it, for times of prayer and zones are functions of the day.
 */
export function createNextDue(): typeof nextDue {
  interface Known {
    readonly fromMs: number;
    readonly next: number | null;
  }
  const known = new Map<string, Known>();
  return (plan, afterMs) => {
    const key = keyOf(plan);
    const found = known.get(key);
    if (found !== undefined && found.fromMs <= afterMs && afterMs < (found.next ?? 0) * 1000)
      return found.next;
    const next = nextDue(plan, afterMs);
    if (known.size >= mostPlans) known.clear();
    known.set(key, { fromMs: afterMs, next });
    return next;
  };
}

function keyOf({ zone, city = "", times, days, pausedUntil }: Plan): string {
  let key = `${zone} ${city} ${pausedUntil ?? ""} ${days.join()}`;
  for (const wish of times) key += ` ${wishKey(wish)}`;
  return key;
}
