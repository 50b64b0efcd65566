// Independent answers to "when is this wall-clock time" and "what does the clock show", by a Temporal polyfill and by Intl.
import { Temporal } from "temporal-polyfill/implementation";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** The clock of a zone as text that sorts as time does ("2025-04-25 01:00"). */
export function wallClock(zone: string): (instantMs: number) => string {
  // The Swedish form of a date is ISO's.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (instantMs) => format.format(instantMs);
}

export function everyMinute(): string[] {
  return Array.from({ length: 1440 }, (_, minute) => {
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    return `${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  });
}

/** Dates from one to another, both inclusive. */
export function datesBetween(from: string, to: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return Array.from({ length: days + 1 }, (_, day) =>
    new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10),
  );
}

/**
 * Epoch seconds of every slot, each once, as Temporal answers: in an overlap the earlier of the two, in a gap the
 * transition itself (Temporal's own answers there, an hour off to one side or the other, are not what we promise).
 */
export function temporalDue(zone: string, dates: readonly string[], times: readonly string[]): number[] {
  const found = new Set<number>();
  for (const date of dates) {
    const midnight = steadyMidnight(zone, date);
    for (const time of times) {
      const [hour, minute] = time.split(":").map(Number) as [number, number];
      found.add(midnight === null ? wishAt(zone, date, time) : midnight + hour * 3600 + minute * 60);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** The midnight of a date on which the zone's clock runs evenly, or null: asking about each of its minutes takes long. */
function steadyMidnight(zone: string, date: string): number | null {
  const midnight = Temporal.PlainDateTime.from(date).toZonedDateTime(zone, { disambiguation: "earlier" });
  const next = midnight.getTimeZoneTransition("next");
  const isSteady = next === null || next.epochMilliseconds >= midnight.epochMilliseconds + dayMs;
  return isSteady && midnight.toPlainDateTime().equals(date) ? midnight.epochMilliseconds / 1000 : null;
}

function wishAt(zone: string, date: string, time: string): number {
  const wish = Temporal.PlainDateTime.from(`${date}T${time}`);
  const shown = wish.toZonedDateTime(zone, { disambiguation: "earlier" });
  // Where the clock never shows the wish, "earlier" lies before the gap.
  const at = shown.toPlainDateTime().equals(wish) ? shown : shown.getTimeZoneTransition("next");
  if (at === null) throw new Error(`${zone} never shows ${date} ${time}, and has no transition after it`);
  return at.epochMilliseconds / 1000;
}
