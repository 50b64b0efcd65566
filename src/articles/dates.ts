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
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return instantOf({ year, month, day, hour, minute, second, zoneMinutes: zoneMinutes(match[7]) });
}

export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** East of Greenwich. */
  readonly zoneMinutes: number;
}

/** The instant of a Gregorian date and time; undefined for an impossible one, and for a year outside 1900 to 2100. */
export function instantOf({
  year,
  month,
  day,
  hour,
  minute,
  second,
  zoneMinutes,
}: WallTime): string | undefined {
  if (year < 1900 || year > 2100 || hour > 23 || minute > 59 || second > 59) return undefined;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day) return undefined; // the 30th of February
  return new Date(utc.getTime() - zoneMinutes * 60_000).toISOString();
}

/** The date at the start of a file name (`2026-11-03-slug.md`), as an instant. */
export function dateInPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const date = /^\d{4}-\d{2}-\d{2}(?=[-_. ])/.exec(name)?.[0];
  return date === undefined ? undefined : toInstant(date);
}

/** Minutes east of Greenwich of a zone written as +03:00 or +0300; 0 for anything else. */
export function zoneMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
