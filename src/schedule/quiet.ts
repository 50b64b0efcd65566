// Tells whether a reader's quiet hours hold at an instant, over midnight too.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { offsetMs } from "./localTime.ts";

/** `from` belongs to the quiet hours, `to` does not; equal ends are no quiet hours. */
export function isQuiet({ quiet, zone }: Pick<Subscriber, "quiet" | "zone">, now: Date): boolean {
  if (quiet === null) return false;
  const wall = new Date(now.getTime() + offsetMs(zone, now.getTime()));
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
