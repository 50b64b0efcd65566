// Knows which time zones there are.
import { nearest } from "./nearest.ts";

/** True for an IANA zone (or alias) that this Node knows; an offset such as "+02:00" is none. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What was probably meant. */
export function suggestZone(zone: string): string {
  const near = nearest(zone, Intl.supportedValuesOf("timeZone"));
  return near === undefined ? "write an IANA zone, e.g. Africa/Cairo" : `did you mean "${near}"?`;
}
