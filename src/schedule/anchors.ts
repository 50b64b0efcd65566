// The slots that stand by a prayer: so many minutes after it, or before it, at the reader's city.

import type { Subscriber } from "../subscribers/subscriber.ts";
import { type Anchor, isAnchor } from "../subscribers/wish.ts";
import { addDays, type LocalDate, midnightMs } from "./calendar.ts";
import { localDate } from "./localTime.ts";
import { type PrayerPlace, prayerPlace } from "./prayerPlaces.ts";
import { prayersOf } from "./prayerTimes.ts";

export type Prayed = Pick<Subscriber, "times" | "zone"> & Partial<Pick<Subscriber, "city">>;

/** The anchors of a plan that no place is known for: they are never due, and whoever reads the plan is told so. */
export function placelessAnchors({ times, zone, city }: Prayed): readonly Anchor[] {
  return prayerPlace(zone, city) === undefined ? times.filter(isAnchor) : [];
}

/**
 * Gives the instants (epoch seconds) that fall on a local date. An anchor belongs to the day of its prayer, which
 * `isWished` is asked for, though some hours after Isha or before Fajr it falls on the next day or the one before.
 */
export function anchoredIn(
  { times, zone, city }: Prayed,
  isWished: (date: LocalDate) => boolean,
): (date: LocalDate) => readonly number[] {
  const anchors = times.filter(isAnchor);
  const place = anchors.length === 0 ? undefined : prayerPlace(zone, city);
  if (place === undefined) return () => [];
  const placed = (at: number): Slot => ({ at, on: midnightMs(localDate(zone, at * 1000)) });
  const slots = new Map<number, readonly Slot[]>();
  const slotsOf = (day: LocalDate): readonly Slot[] => {
    const key = midnightMs(day);
    const known = slots.get(key) ?? (isWished(day) ? instants(place, anchors, day) : []).map(placed);
    slots.set(key, known);
    return known;
  };
  return (date) =>
    [addDays(date, -1), date, addDays(date, 1)]
      .flatMap(slotsOf)
      .filter(({ on }) => on === midnightMs(date))
      .map(({ at }) => at);
}

interface Slot {
  readonly at: number;
  /** The midnight of its local date in UTC, for comparing dates. */
  readonly on: number;
}

function instants(place: PrayerPlace, anchors: readonly Anchor[], day: LocalDate): number[] {
  const prayers = prayersOf(place, day);
  return anchors.flatMap(({ at, offsetMinutes }) => {
    const prayer = prayers[at];
    return prayer === undefined ? [] : [prayer + offsetMinutes * 60];
  });
}
