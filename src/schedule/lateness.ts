// How late a digest may come: until its grace has passed, and not into the reader's quiet hours.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { nextDue, type Plan } from "./due.ts";
import { isQuiet, quietEnd } from "./quiet.ts";

export interface Lateness {
  /** A slot older than this is not sent any more. */
  readonly graceSeconds: number;
  /**
   * A chosen time goes before quiet hours, and so long after it the queue may still bring its digest: with 100,000
   * readers at one time and 30 messages a second the last waits 55 minutes.
   */
  readonly toleranceSeconds: number;
}

type Reader = Plan & Pick<Subscriber, "quiet">;

/** The newest slot of the plan that has passed at `now`, beginning with `slot`. All in epoch seconds. */
export function newestSlot(reader: Plan, slot: number, now: number): number {
  let newest = slot;
  for (;;) {
    const next = nextDue(reader, newest * 1000);
    if (next === null || next > now) return newest;
    newest = next;
  }
}

/**
 * The instant until which a slot that is served now has to wait for the reader's quiet hours: their end, or the next
 * chosen time inside them. Null where it may be sent now: no quiet hours, or a time that was chosen inside them or
 * shortly before them has come just now.
 */
export function restsUntil(
  reader: Reader,
  slot: number,
  now: number,
  { toleranceSeconds }: Lateness,
): number | null {
  const end = quietEnd(reader, new Date(now * 1000));
  if (end === null || now - newestSlot(reader, slot, now) <= toleranceSeconds) return null;
  return Math.min(end, nextDue(reader, now * 1000) ?? end);
}

/**
 * The last instant at which a slot may be sent. Where the grace ends inside quiet hours it lasts to their end, and as
 * long after it as the queue may take: a digest that waited for them is not lost by it.
 */
export function lastInstant(
  reader: Reader,
  slot: number,
  { graceSeconds, toleranceSeconds }: Lateness,
): number {
  const last = slot + graceSeconds;
  const lastMs = new Date(last * 1000);
  if (!isQuiet(reader, lastMs)) return last;
  return (quietEnd(reader, lastMs) ?? last) + toleranceSeconds;
}
