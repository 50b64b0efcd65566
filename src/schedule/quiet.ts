// Tells whether a reader's quiet hours hold at an instant, over midnight too, and when they end.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { localDate, offsetMs, toInstant } from "./localTime.ts";

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

/**
 * The first instant after `now` (epoch seconds) at which the quiet hours that hold then are over; null where none hold.
 * Where the clock is set back behind their end, they hold once more, and this is the end of what holds now.
 */
export function quietEnd({ quiet, zone }: Pick<Subscriber, "quiet" | "zone">, now: Date): number | null {
  if (quiet === null || !isQuiet({ quiet, zone }, now)) return null;
  const to = minuteOf(quiet.to);
  /** The instant at which the wall clock would show the end, were it not set meanwhile. */
  const ahead = (fromMs: number): number => {
    const wall = Math.floor((fromMs + offsetMs(zone, fromMs)) / minuteMs);
    return (Math.floor(fromMs / minuteMs) + modulo(to - wall, dayMinutes)) * minuteMs;
  };
  let endMs = ahead(now.getTime());
  // Set back meanwhile: the clock does not show the end yet. (Further away is the end of the next quiet hours.)
  if (ahead(endMs) - endMs <= mostSetMs) endMs = ahead(endMs);
  // Set forward meanwhile: it has shown the end before.
  const dates = [now.getTime(), endMs].map((ms) => localDate(zone, ms));
  const shown = dates.map((date) => toInstant(zone, date, Math.floor(to / 60), to % 60));
  return Math.min(...shown.filter((ms) => ms > now.getTime()), endMs) / 1000;
}

/** No clock is set back by more at once. */
const mostSetMs = 3 * 3_600_000;

const minuteMs = 60_000;
const dayMinutes = 1440;

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
