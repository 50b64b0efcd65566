// The calendar in full: each minute of the day as a wish, five years, against a Temporal polyfill. Each zone is asked for by
// processes with time zones of their own, without the guard of bin/mujaz.js, and all have to find the same.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { dueBetween } from "../../src/schedule/due.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { root } from "../root.ts";
import { datesBetween, everyMinute, temporalDue } from "./oracle.ts";
import { calendarZones } from "./zones.ts";

const [from, to] = ["2024-01-01", "2028-12-31"];
const times = everyMinute();
const sum = (found: readonly number[]): string => createHash("sha256").update(found.join()).digest("hex");

it.each(calendarZones)(
  "%s: every minute of every day from 2024 to 2028",
  { timeout: 300_000 },
  async (zone) => {
    const found = dueBetween({ zone, times, days: weekdays }, from, to);
    const expected = temporalDue(zone, datesBetween(from, to), times);
    expect(found.length).toBe(expected.length);
    expect(found.findIndex((at, index) => at !== expected[index])).toBe(-1);
    for (const own of ["Africa/Cairo", "America/New_York"]) {
      expect(await sumIn(own, zone)).toEqual({ own, count: expected.length, sum: sum(expected) });
    }
  },
);

/** What a process of another time zone finds for the same plan. */
async function sumIn(TZ: string, zone: string): Promise<unknown> {
  const built = pathToFileURL(join(root, "dist", "schedule", "due.js")).href;
  const script = `
    import { createHash } from "node:crypto";
    import { dueBetween } from ${JSON.stringify(built)};
    const found = dueBetween(${JSON.stringify({ zone, times, days: weekdays })}, "${from}", "${to}");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const sum = createHash("sha256").update(found.join()).digest("hex");
    console.log(JSON.stringify({ own, count: found.length, sum }));`;
  const child = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ },
  });
  return JSON.parse(child.stdout);
}
