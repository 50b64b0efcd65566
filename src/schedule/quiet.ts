// Tells whether a reader's quiet hours hold at an instant, over midnight too, and when they end.
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

/** When the quiet hours that hold at `now` are over, in epoch seconds; null where none hold. */
export function quietEnd({ quiet, zone }: Pick<Subscriber, "quiet" | "zone">, now: Date): number | null {
  if (quiet === null || !isQuiet({ quiet, zone }, now)) return null;
  const minute = Math.floor(now.getTime() / minuteMs);
  const wall = Math.floor((now.getTime() + offsetMs(zone, now.getTime())) / minuteMs);
  let end = minute + modulo(minuteOf(quiet.to) - wall, dayMinutes);
  if (offsetMs(zone, end * minuteMs) !== offsetMs(zone, now.getTime())) {
    // The clock is set in between: an end may be skipped, come twice, or meet the next beginning.
    end = minute + 1;
    while (isQuiet({ quiet, zone }, new Date(end * minuteMs))) end += 1;
  }
  return (end * minuteMs) / 1000;
}

const minuteMs = 60_000;
const dayMinutes = 1440;

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
