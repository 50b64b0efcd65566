// mujaz schedule --zone Z --times 07:00,18:30 [--days sun,mon,…] --from DATE --to DATE [--json]
import { isZone, suggestZone } from "../config/zone.ts";
import { readDate } from "../schedule/calendar.ts";
import { dueBetween } from "../schedule/due.ts";
import { type Weekday, weekdays } from "../subscribers/subscriber.ts";
import { Misuse, type Subcommand } from "./subcommand.ts";

interface Options {
  readonly zone: string;
  readonly times: string;
  readonly days?: string;
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

export const schedule: Subcommand = (program, desk) => {
  program
    .command("schedule")
    .description("print every due instant (UTC), one a line: what the clock would do")
    .requiredOption("--zone <zone>", "IANA zone, e.g. Africa/Cairo")
    .requiredOption("--times <times>", "wall-clock times, e.g. 07:00,18:30")
    .option("--days <days>", `weekdays, e.g. sun,mon (${weekdays.join(", ")}); all when absent`)
    .requiredOption("--from <date>", "first local date, YYYY-MM-DD")
    .requiredOption("--to <date>", "last local date, YYYY-MM-DD")
    .option("--json", "print a JSON array")
    .action((options: Options) => {
      const plan = {
        zone: readZone(options.zone),
        times: readTimes(options.times),
        days: readDays(options.days),
      };
      const [from, to] = [checkDate(options.from), checkDate(options.to)];
      if (to < from) throw new Misuse(`--to ${to} lies before --from ${from}`);
      const instants = dueBetween(plan, from, to).map(
        (at) => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`,
      );
      if (options.json) desk.print(JSON.stringify(instants));
      else for (const instant of instants) desk.print(instant);
    });
};

function readZone(zone: string): string {
  if (isZone(zone)) return zone;
  throw new Misuse(`There is no zone "${zone}": ${suggestZone(zone)}`);
}

function readTimes(text: string): readonly string[] {
  return text.split(",").map((time) => {
    const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.trim());
    if (match === null)
      throw new Misuse(`"${time}" is no time of day. Write HH:MM, e.g. --times 07:00,18:30`);
    return `${(match[1] ?? "").padStart(2, "0")}:${match[2]}`;
  });
}

function readDays(text: string | undefined): readonly Weekday[] {
  if (text === undefined) return weekdays;
  return text.split(",").map((name) => {
    const day = weekdays.find((known) => known === name.trim().toLowerCase());
    if (day === undefined) throw new Misuse(`"${name}" is no weekday. Choose among: ${weekdays.join(", ")}`);
    return day;
  });
}

function checkDate(text: string): string {
  if (readDate(text) === undefined) {
    throw new Misuse(`"${text}" is no date. Write YYYY-MM-DD, e.g. --from 2026-11-24`);
  }
  return text;
}
