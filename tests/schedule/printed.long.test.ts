// What `mujaz schedule` prints, in full: each minute of the day as a wish, five years, against a Temporal polyfill;
// a real process whose own time zone is another for each zone.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { mujaz } from "../e2e/server.ts";
import { datesBetween, everyMinute, temporalDue } from "./oracle.ts";
import { calendarZones } from "./zones.ts";

const own = ["Africa/Cairo", "America/New_York", "Pacific/Auckland"] as const;
const [from, to] = ["2024-01-01", "2028-12-31"];

it.each(calendarZones.map((zone, index) => [zone, own[index % own.length] ?? "UTC"] as const))(
  "%s, printed in a process of %s",
  { timeout: 300_000 },
  async (zone, TZ) => {
    const times = everyMinute();
    const expected = temporalDue(zone, datesBetween(from, to), times);
    const { PATH, HOME } = process.env;
    const args = ["schedule", "--zone", zone, "--times", times.join(","), "--from", from, "--to", to];
    const child = spawn(process.execPath, [mujaz, ...args], {
      cwd: tmpdir(),
      env: { PATH, HOME, TZ },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    let [count, firstWrong] = [0, ""];
    for await (const line of createInterface({ input: child.stdout })) {
      const wanted = new Date((expected[count] ?? 0) * 1000).toISOString().replace(".000Z", "Z");
      if (line !== wanted && firstWrong === "") firstWrong = `${line} and not ${wanted}`;
      count += 1;
    }
    expect(await ended).toBe(0);
    expect(firstWrong).toBe("");
    expect(count).toBe(expected.length);
  },
);
