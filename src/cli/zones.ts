// What `mujaz doctor` says of time zones: the rules in use, and when the due instants were last worked out by them.

import type { House } from "../processes/house.ts";
import { openRecompute } from "../processes/recomputation.ts";
import { type Found, ok, warning } from "./finding.ts";

/** A night was missed, and the next one too. */
const mostAgeMs = 50 * 3_600_000;

export async function checkZones(house: Pick<House, "main" | "config">, now: Date): Promise<Found> {
  const rules = `time zone rules ${process.versions["tz"] ?? "unknown"}`;
  const { night, tz, checked, corrected, startedMs, endedMs } = await openRecompute(house).state();
  if (night === "") return ok(`${rules}; due instants not worked out anew yet: a clock does it each night`);
  const counts = `${checked} readers looked at, ${corrected} placed anew by rules ${tz}`;
  const seconds = Math.round((endedMs - startedMs) / 1000);
  const detail =
    endedMs === 0
      ? `${rules}; working out due instants since ${new Date(startedMs).toISOString()}: ${counts}`
      : `${rules}; due instants worked out at ${new Date(endedMs).toISOString()} in ${seconds} s: ${counts}`;
  // One that was begun and never ended is as old as its beginning.
  return now.getTime() - (endedMs || startedMs) > mostAgeMs
    ? warning(detail, "Start a clock: `mujaz start clock`")
    : ok(detail);
}
