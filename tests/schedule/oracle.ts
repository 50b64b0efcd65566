// An independent answer to "when is this wall-clock time": a scan of the minutes, by what the zone's clock shows.

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
 * Epoch seconds of every slot, each once. A wish is the first minute at which the zone's clock shows it or more: in
 * a gap that is the first minute after it, in an overlap the earlier of the two.
 */
export function scanDue(zone: string, dates: readonly string[], times: readonly string[]): number[] {
  const wishes = dates.flatMap((date) => times.map((time) => `${date} ${time}`)).sort();
  const show = wallClock(zone);
  const found: number[] = [];
  let at = Date.parse(`${wishes[0]?.slice(0, 10)}T00:00Z`) - dayMs;
  for (const wish of wishes) {
    while (show(at) < wish) at += minuteMs;
    if (found.at(-1) !== at / 1000) found.push(at / 1000);
  }
  return found;
}
