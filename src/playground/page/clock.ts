// The time of the playground, which may be ahead of the wall clock, and how days and hours are written.
import { region } from "./address.ts";

let aheadMs = 0;

/** How far the playground is ahead, in milliseconds. */
export function setAhead(ms: number): void {
  aheadMs = ms;
}

/** Milliseconds since 1970. */
export const pageNow = (): number => Date.now() + aheadMs;

const hour = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(region, { day: "numeric", month: "long", calendar: "gregory" });
const moment = new Intl.DateTimeFormat(region, {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "numeric",
  minute: "2-digit",
  calendar: "gregory",
});

/** "14:05" */
export const hourWords = (ms: number): string => hour.format(ms);
/** Days begin at whole quarters of an hour in every zone: a quarter has one name. */
const quarterMs = 900_000;
const days = new Map<number, string>();

/** "3 May" */
export function dayWords(ms: number): string {
  const quarter = Math.floor(ms / quarterMs);
  const known = days.get(quarter) ?? day.format(ms);
  days.set(quarter, known);
  return known;
}
/** "Tuesday 3 May, 14:05" */
export const momentWords = (ms: number): string => moment.format(ms);
