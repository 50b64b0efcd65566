// Reads the dates that editors, file names and pages write, and refuses the impossible ones.

const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A Gregorian date, or date and time, as an ISO 8601 instant; undefined when it is none. Without a zone it is UTC,
 * without a time midnight. Years outside 1900 to 2100 are refused: 1447 is a Hijri year, 0 and 9999 are placeholders.
 */
export function toInstant(text: string): string | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1900 || year > 2100 || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59)
    return undefined;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day) return undefined; // the 30th of February
  return new Date(utc.getTime() - zoneMinutes(match[7]) * 60_000).toISOString();
}

/** The date at the start of a file name (`2026-11-03-slug.md`), as an instant. */
export function dateInPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const date = /^\d{4}-\d{2}-\d{2}(?=[-_. ])/.exec(name)?.[0];
  return date === undefined ? undefined : toInstant(date);
}

function zoneMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
