// The one place of ours for local time: a wall-clock time in a zone as an instant, right at DST changes.
import type { LocalDate } from "./calendar.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What is known of a zone. Days are UTC days since 1970; asking Intl costs some µs, so each is asked once. */
interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  /** Offsets at the beginning of a day. */
  readonly offsets: Map<number, number>;
  /** The one offset of a day and its neighbours on both sides, null where it changes. */
  readonly steady: Map<number, number | null>;
}

const clocks = new Map<string, ZoneClock>();

function clockOf(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clock = { format, offsets: new Map(), steady: new Map() };
    clocks.set(zone, clock);
  }
  return clock;
}

/** The offset as Intl has it: what the zone's wall clock shows, less the instant. */
function askedOffset({ format }: ZoneClock, instantMs: number): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

function dayOffset(clock: ZoneClock, day: number): number {
  let offset = clock.offsets.get(day);
  if (offset === undefined) {
    offset = askedOffset(clock, day * dayMs);
    clock.offsets.set(day, offset);
  }
  return offset;
}

/** Where both ends of a day have one offset, it has no change: no zone has changed twice in a day. */
function offsetAt(clock: ZoneClock, instantMs: number): number {
  const day = Math.floor(instantMs / dayMs);
  const offset = dayOffset(clock, day);
  return offset === dayOffset(clock, day + 1) ? offset : askedOffset(clock, instantMs);
}

/** No zone is a whole day away from UTC, so the neighbours of a wall-clock day hold all its instants. */
function steadyOffset(clock: ZoneClock, day: number): number | null {
  let steady = clock.steady.get(day);
  if (steady === undefined) {
    const offset = dayOffset(clock, day);
    const isSteady = [day - 1, day + 1, day + 2].every((other) => dayOffset(clock, other) === offset);
    steady = isSteady ? offset : null;
    clock.steady.set(day, steady);
  }
  return steady;
}

/** Offset of a zone from UTC at an instant, in milliseconds, east positive. */
export function offsetMs(zone: string, instantMs: number): number {
  return offsetAt(clockOf(zone), instantMs);
}

/** The date a zone's calendar shows at an instant. */
export function localDate(zone: string, instantMs: number): LocalDate {
  const wall = new Date(instantMs + offsetMs(zone, instantMs));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/**
 * The instant (ms) at which a zone's clock shows this time. In a gap the first valid minute after it, which is the
 * transition itself (also where a zone skipped a whole day); in an overlap the earlier of the two.
 */
export function toInstant(zone: string, date: LocalDate, hour: number, minute: number): number {
  const clock = clockOf(zone);
  const wall = Date.UTC(date.year, date.month - 1, date.day, hour, minute);
  const steady = steadyOffset(clock, Math.floor(wall / dayMs));
  if (steady !== null) return wall - steady;
  const [before, after] = [offsetAt(clock, wall - dayMs), offsetAt(clock, wall + dayMs)];
  const candidates = [wall - before, wall - after].filter((at) => at + offsetAt(clock, at) === wall);
  if (candidates.length > 0) return Math.min(...candidates);
  // A gap: by the later offset the wall time lies before the transition, by the earlier offset not.
  return transitionBetween(clock, wall - Math.max(before, after), wall - Math.min(before, after));
}

/** The first minute in (low, high] at which the offset of `high` holds. */
function transitionBetween(clock: ZoneClock, lowMs: number, highMs: number): number {
  const target = offsetAt(clock, highMs);
  let [low, high] = [Math.floor(lowMs / minuteMs), Math.ceil(highMs / minuteMs)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle * minuteMs) === target) high = middle;
    else low = middle;
  }
  return high * minuteMs;
}
