// mujaz schedule --zone Z --times 07:00,fajr+15 [--city C] [--days sun,mon,…] --from DATE --to DATE [--json]
import { isZone, suggestZone } from "../config/zone.ts";
import { findPlaces } from "../digest/findPlace.ts";
import { placelessAnchors } from "../schedule/anchors.ts";
import { readDate } from "../schedule/calendar.ts";
import { dueBetween } from "../schedule/due.ts";
import { placesIn } from "../schedule/prayerPlaces.ts";
import { type Weekday, weekdays } from "../subscribers/subscriber.ts";
import { prayers, readWishKey, type TimeWish } from "../subscribers/wish.ts";
import { Misuse, type Subcommand } from "./subcommand.ts";

interface Options {
  readonly zone: string;
  readonly times: string;
  readonly city?: string;
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
    .requiredOption(
      "--times <times>",
      `wall-clock times, and minutes from a prayer (${prayers.join(", ")}), e.g. 07:00,fajr+15`,
    )
    .option("--city <city>", "whose prayers count, e.g. Jeddah; the zone's main city when absent")
    .option("--days <days>", `weekdays, e.g. sun,mon (${weekdays.join(", ")}); all when absent`)
    .requiredOption("--from <date>", "first local date, YYYY-MM-DD")
    .requiredOption("--to <date>", "last local date, YYYY-MM-DD")
    .option("--json", "print a JSON array")
    .action((options: Options) => {
      const plan = {
        zone: readZone(options.zone),
        times: readTimes(options.times),
        days: readDays(options.days),
        city: readCity(options.zone, options.city),
      };
      if (placelessAnchors(plan).length > 0) {
        throw new Misuse(
          `No times of prayer are known in ${plan.zone}: write times of day, or the zone of a city near by`,
        );
      }
      const [from, to] = [checkDate(options.from), checkDate(options.to)];
      if (to < from) throw new Misuse(`--to ${to} lies before --from ${from}`);
      const instants = dueBetween(plan, from, to).map(
        (at) => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`,
      );
      if (options.json) desk.printJson(instants, 0);
      else for (const instant of instants) desk.print(instant);
    });
};

function readZone(zone: string): string {
  if (isZone(zone)) return zone;
  throw new Misuse(`There is no zone "${zone}": ${suggestZone(zone)}`);
}

function readTimes(text: string): readonly TimeWish[] {
  return text.split(",").map((time) => {
    const wish = readWishKey(time.trim().toLowerCase().replace(/^\d:/, "0$&"));
    if (wish !== undefined) return wish;
    const [, name = ""] = /^\s*([a-z]+)/i.exec(time) ?? [];
    if (name === "") throw new Misuse(`"${time}" is no time of day. Write HH:MM, e.g. --times 07:00,18:30`);
    throw new Misuse(
      `"${time}" is no time by a prayer. Write one of ${prayers.join(", ")} and minutes to 720, e.g. --times fajr+15`,
    );
  });
}

/** In English or Arabic, any spelling that the bot takes for the same; empty for the zone's main city. */
function readCity(zone: string, city: string | undefined): string {
  if (city === undefined) return "";
  const known = placesIn(zone).map(({ name }) => name);
  const meant = [city, ...findPlaces(city).map(({ english }) => english)];
  const name = known.find((each) => meant.some((one) => one.toLowerCase() === each.toLowerCase()));
  if (name !== undefined) return name;
  if (known.length === 0) throw new Misuse(`No city is known in ${zone}`);
  throw new Misuse(`"${city}" is no city known in ${zone}. Choose among: ${known.join(", ")}`);
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
