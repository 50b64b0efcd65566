// Any subscriber there may be, for laws.
import fc from "fast-check";
import { lengths, type Subscriber, weekdays } from "../../src/subscribers/subscriber.ts";

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), { maxLength: 4 });
const anchor = fc.record({
  at: fc.constantFrom("fajr", "isha"),
  offsetMinutes: fc.integer({ min: -60, max: 60 }),
});
const instant = fc
  .date({ min: new Date("2020-01-01Z"), max: new Date("2030-01-01Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

export const anySubscriber: fc.Arbitrary<Subscriber> = fc.record(
  {
    chat: fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
    thread: fc.option(fc.integer({ min: 1 })),
    kind: fc.constantFrom("private", "group", "channel"),
    status: fc.constantFrom("active", "paused", "inactive"),
    reason: fc.constantFrom("visitor", "blocked", '"quoted"', "سبب"),
    locale: fc.constantFrom("ar", "en"),
    zone: fc.constantFrom("Africa/Cairo", "Asia/Riyadh", "UTC"),
    times: fc.oneof(fc.constant(["07:00"]), fc.array(fc.oneof(clock, anchor), { maxLength: 4 })),
    days: fc.subarray([...weekdays]),
    quiet: fc.option(fc.record({ from: clock, to: clock })),
    topics: words,
    mutedTopics: words,
    follow: words,
    block: words,
    length: fc.constantFrom(...lengths),
    digits: fc.constantFrom("auto", "latin", "arabic"),
    calendar: fc.constantFrom("gregorian", "hijri", "both"),
    items: fc.integer({ min: 1, max: 20 }),
    silent: fc.boolean(),
    previews: fc.boolean(),
    sayNothing: fc.boolean(),
    alerts: fc.boolean(),
    followStories: fc.array(fc.constantFrom("1", "42"), { maxLength: 3 }),
    saved: fc.array(fc.integer({ min: 1 }), { maxLength: 4 }),
    pausedUntil: fc.option(instant),
    city: fc.constantFrom("", "Jeddah", '"x"', "مدينة"),
    cursor: fc.nat(),
    carry: fc.array(fc.integer({ min: 1 }), { maxLength: 8 }),
    since: instant,
  },
  {
    requiredKeys: [
      ...([
        "chat",
        "thread",
        "kind",
        "status",
        "locale",
        "zone",
        "times",
        "days",
        "quiet",
        "topics",
      ] as const),
      ...(["mutedTopics", "follow", "block", "length", "digits", "calendar", "items", "silent"] as const),
      ...(["previews", "sayNothing", "alerts", "followStories", "saved", "pausedUntil", "city"] as const),
      ...(["cursor", "carry", "since"] as const),
    ],
  },
);
