// The one function of ours for local time: a wall-clock time in a zone as an instant, right at DST changes.

export interface LocalDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** The wall clock of a zone at an instant, as the UTC instant that reads the same. */
function wallMs(zone: string, instantMs: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instantMs)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/** Offsets at the beginning of UTC days: where two neighbours are equal the day between has no change. */
const dayOffsets = new Map<string, Map<number, number>>();

/** Offset of a zone from UTC at an instant, in milliseconds, east positive. */
export function offsetMs(zone: string, instantMs: number): number {
  const day = Math.floor(instantMs / dayMs);
  const [before, after] = [offsetOfDay(zone, day), offsetOfDay(zone, day + 1)];
  return before === after ? before : exactOffset(zone, instantMs);
}

function exactOffset(zone: string, instantMs: number): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  return wallMs(zone, whole) - whole;
}

function offsetOfDay(zone: string, day: number): number {
  let known = dayOffsets.get(zone);
  if (known === undefined) {
    known = new Map();
    dayOffsets.set(zone, known);
  }
  let offset = known.get(day);
  if (offset === undefined) {
    offset = exactOffset(zone, day * dayMs);
    known.set(day, offset);
  }
  return offset;
}

/**
 * The instant (ms) at which a zone's clock shows this time. In a gap the first valid minute after it, which is the
 * transition itself; in an overlap the earlier of the two.
 */
export function toInstant(zone: string, { year, month, day }: LocalDate, hour: number, minute: number): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const [before, after] = [offsetMs(zone, wall - dayMs), offsetMs(zone, wall + dayMs)];
  const candidates = [wall - before, wall - after].filter((at) => at + offsetMs(zone, at) === wall);
  if (candidates.length > 0) return Math.min(...candidates);
  return transitionBetween(zone, wall - Math.max(before, after) - dayMs / 24, wall - Math.min(before, after));
}

/** The instant in (low, high] from which the offset of `high` holds. */
function transitionBetween(zone: string, lowMs: number, highMs: number): number {
  const target = offsetMs(zone, highMs);
  let [low, high] = [Math.floor(lowMs / minuteMs), Math.ceil(highMs / minuteMs)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle * minuteMs) === target) high = middle;
    else low = middle;
  }
  return high * minuteMs;
}

/** The date a zone's calendar shows at an instant. */
export function localDate(zone: string, instantMs: number): LocalDate {
  const wall = new Date(instantMs + offsetMs(zone, instantMs));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}
