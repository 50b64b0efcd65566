// Due instants: against a Temporal polyfill, over changes of the clock, and in any process time zone.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueBetween, nextDue, type Plan } from "../../src/schedule/due.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { prayers as prayerNames } from "../../src/subscribers/wish.ts";
import { runs } from "../runs.ts";
import { datesBetween, everyMinute, temporalDue } from "./oracle.ts";

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at * 1000).toISOString().slice(0, 16);

/** A zone and the local days around a change of its clock. */
const changes: readonly (readonly [string, string, string])[] = [
  ["Africa/Cairo", "2025-04-24", "2025-04-26"],
  ["Africa/Cairo", "2025-10-30", "2025-11-01"],
  ["Africa/Casablanca", "2026-02-14", "2026-02-16"],
  ["Africa/Casablanca", "2026-03-21", "2026-03-23"],
  ["Asia/Beirut", "2025-03-29", "2025-03-31"],
  ["Asia/Beirut", "2025-10-25", "2025-10-27"],
  ["Asia/Gaza", "2025-04-11", "2025-04-13"],
  ["Europe/Berlin", "2026-03-28", "2026-03-30"],
  ["America/New_York", "2026-11-01", "2026-11-02"],
  ["Australia/Lord_Howe", "2026-04-04", "2026-04-06"],
  ["Australia/Lord_Howe", "2026-10-03", "2026-10-05"],
  ["Pacific/Apia", "2011-12-29", "2011-12-31"],
];

describe("due instants of a span of days", () => {
  it.each(changes)("%s %s to %s: every minute as a wish is what Temporal answers", (zone, from, to) => {
    const times = everyMinute();
    const found = dueBetween({ zone, times, days: weekdays }, from, to);
    expect(found).toEqual(temporalDue(zone, datesBetween(from, to), times));
  });

  it("are one for wishes that fall on one instant", () => {
    const plan = { zone: "Africa/Cairo", times: ["00:00", "00:30", "01:00", "01:00"], days: weekdays };
    expect(dueBetween(plan, "2025-04-25", "2025-04-25").map(iso)).toEqual(["2025-04-24T22:00"]);
  });

  it("rise, whatever the order of the wishes", () => {
    const plan = { zone: "Asia/Riyadh", times: ["18:30", "07:00"], days: weekdays };
    expect(dueBetween(plan, "2026-01-01", "2026-01-02").map(iso)).toEqual([
      "2026-01-01T04:00",
      "2026-01-01T15:30",
      "2026-01-02T04:00",
      "2026-01-02T15:30",
    ]);
  });

  it("take the weekday of the wish's own date, also where a gap moves the instant to the next", () => {
    // 2011-12-30 was to be a Friday in Apia; it was skipped, and its wishes meet where Saturday begins.
    const plan: Plan = { zone: "Pacific/Apia", times: ["07:00", "18:00"], days: ["fri"] };
    expect(dueBetween(plan, "2011-12-29", "2011-12-31").map(iso)).toEqual(["2011-12-30T10:00"]);
  });

  it.each([
    ["a span that ends before it begins", { times: ["07:00"], days: weekdays }, "2026-01-02", "2026-01-01"],
    ["no times", { times: [], days: weekdays }, "2026-01-01", "2026-01-09"],
    ["no days", { times: ["07:00"], days: [] }, "2026-01-01", "2026-01-09"],
  ])("are none for %s", (_why, plan, from, to) =>
    expect(dueBetween({ zone: "Asia/Riyadh", ...plan }, from, to)).toEqual([]),
  );
});

describe("the next due instant", () => {
  const cairo: Plan = {
    zone: "Africa/Cairo",
    times: ["07:00", "18:30"],
    days: ["sun", "mon", "tue", "wed", "thu"],
  };
  it.each([
    ["lies later the same day", "2026-01-14T06:00Z", "2026-01-14T16:30"],
    ["lies strictly after the instant", "2026-01-14T16:30Z", "2026-01-15T05:00"],
    ["is the instant itself a millisecond before", "2026-01-14T16:29:59.999Z", "2026-01-14T16:30"],
    ["passes over days that are not wished for", "2026-01-15T17:00Z", "2026-01-18T05:00"],
  ])("%s", (_rule, after, expected) => expect(iso(nextDue(cairo, Date.parse(after)))).toBe(expected));

  it("is found in a gap that began on the day before", () => {
    const plan: Plan = { zone: "Africa/Cairo", times: ["00:30"], days: ["fri"] };
    expect(iso(nextDue(plan, Date.parse("2025-04-24T21:59:59Z")))).toBe("2025-04-24T22:00");
    expect(iso(nextDue(plan, Date.parse("2025-04-24T22:00:00Z")))).toBe("2025-05-01T21:30");
  });

  it("comes once in an overlap", () => {
    const plan: Plan = { zone: "Europe/Berlin", times: ["02:30"], days: weekdays };
    const first = nextDue(plan, Date.parse("2026-10-25T00:00Z"));
    expect(iso(first)).toBe("2026-10-25T00:30");
    expect(iso(nextDue(plan, (first ?? 0) * 1000))).toBe("2026-10-26T01:30");
  });

  it.each([
    ["no times", { times: [], days: weekdays }],
    ["no days", { times: ["07:00"], days: [] }],
  ])("is null for %s", (_why, plan) => expect(nextDue({ zone: "Africa/Cairo", ...plan }, 0)).toBeNull());

  it("walks through exactly the instants that the span lists", () => {
    const zones = changes.map(([zone]) => zone);
    const time = fc.constantFrom(...everyMinute());
    const plans = fc.record({
      zone: fc.constantFrom(...zones),
      times: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }),
      days: fc.subarray([...weekdays], { minLength: 1 }),
    });
    const firstDay = fc.integer({ min: Date.UTC(2024, 0) / 86_400_000, max: Date.UTC(2028, 0) / 86_400_000 });
    fc.assert(
      fc.property(plans, firstDay, (plan, day) => {
        const [from = "", to = ""] = [day, day + 40].map((at) =>
          new Date(at * 86_400_000).toISOString().slice(0, 10),
        );
        const listed = dueBetween(plan, from, to);
        let at = (listed[0] ?? 0) - 1;
        for (const expected of listed) {
          at = nextDue(plan, at * 1000) ?? Number.NaN;
          expect(at).toBe(expected);
        }
      }),
      runs(200),
    );
  });
});

it.each(["Africa/Cairo", "America/New_York", "Pacific/Auckland"])(
  "nothing changes in a process whose own time zone is %s",
  (TZ) => {
    const built = fileURLToPath(new URL("../../dist/schedule/due.js", import.meta.url));
    const script = `
    import { dueBetween, nextDue } from ${JSON.stringify(built)};
    const [changes, times, days] = JSON.parse(process.argv[1]);
    const spans = changes.map(([zone, from, to]) => dueBetween({ zone, times, days }, from, to));
    const nexts = changes.map(([zone, from]) => nextDue({ zone, times: ["00:30"], days }, Date.parse(from)));
    const prayed = dueBetween(JSON.parse(process.argv[2]), "2025-04-22", "2025-04-28");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    console.log(JSON.stringify({ own, spans, nexts, prayed }));`;
    const times = ["00:00", "00:30", "01:30", "02:15", "02:30", "07:00", "23:30"];
    const prayers: Plan = {
      zone: "Africa/Cairo",
      times: prayerNames.map((at) => ({ at, offsetMinutes: 0 })),
      days: weekdays,
    };
    const given = [JSON.stringify([changes, times, weekdays]), JSON.stringify(prayers)];
    const answer = execFileSync(process.execPath, ["--input-type=module", "-e", script, ...given], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    expect(JSON.parse(answer)).toEqual({
      own: TZ,
      spans: changes.map(([zone, from, to]) => dueBetween({ zone, times, days: weekdays }, from, to)),
      nexts: changes.map(([zone, from]) =>
        nextDue({ zone, times: ["00:30"], days: weekdays }, Date.parse(from)),
      ),
      prayed: dueBetween(prayers, "2025-04-22", "2025-04-28"),
    });
    expect(
      nextDue({ zone: "Africa/Cairo", times: ["00:30"], days: weekdays }, Date.parse("2025-04-24T12:00Z")),
    ).toBe(seconds("2025-04-24T22:00Z"));
  },
);
