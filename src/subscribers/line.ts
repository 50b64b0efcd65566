// One subscriber as one line of JSON: checked on the way in, complete on the way out.
import { z } from "zod";
import { usual } from "./defaults.ts";
import { lengths, type Subscriber, weekdays } from "./subscriber.ts";
import { mostOffsetMinutes, prayers } from "./wish.ts";

export type LineResult =
  | { readonly ok: true; readonly subscriber: Subscriber }
  | { readonly ok: false; readonly message: string; readonly mend: string };

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day "HH:MM"');
const anchor = z.strictObject({
  at: z.enum(prayers),
  offsetMinutes: z.int().min(-mostOffsetMinutes).max(mostOffsetMinutes),
});
const time = z.union([clock, anchor], 'expected "HH:MM" or {"at":"fajr","offsetMinutes":15}');
const zone = z.string().refine(isZone, "expected an IANA zone such as Africa/Cairo");
const words = z.array(z.string().min(1).max(200)).max(100);

/** Stories followed and articles saved, each at the most. */
export const mostKept = 200;

/** The schema of a line, also for editors and other programs. Only `chat` is required. */
export const lineSchema = z.strictObject({
  chat: z.int(),
  thread: z.int().nullable().optional(),
  kind: z.enum(["private", "group", "channel"]).optional(),
  status: z.enum(["active", "paused", "inactive"]).optional(),
  reason: z.string().max(100).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'expected a language code such as "ar"')
    .optional(),
  zone: zone.optional(),
  times: z.array(time).max(48).optional(),
  days: z.array(z.enum(weekdays)).max(weekdays.length).optional(),
  quiet: z.strictObject({ from: clock, to: clock }).nullable().optional(),
  topics: words.optional(),
  mutedTopics: words.optional(),
  follow: words.optional(),
  block: words.optional(),
  length: z.enum(lengths).optional(),
  digits: z.enum(["auto", "latin", "arabic"]).optional(),
  calendar: z.enum(["gregorian", "hijri", "both"]).optional(),
  items: z.int().min(1).max(20).optional(),
  silent: z.boolean().optional(),
  previews: z.boolean().optional(),
  sayNothing: z.boolean().optional(),
  alerts: z.boolean().optional(),
  followStories: z.array(z.string().min(1).max(100)).max(mostKept).optional(),
  saved: z.array(z.int().min(1)).max(mostKept).optional(),
  pausedUntil: z.iso.datetime({ offset: true }).nullable().optional(),
  city: z.string().max(60).optional(),
  cursor: z.int().min(0).optional(),
  carry: z.array(z.int().min(1)).max(8).optional(),
  since: z.iso
    .datetime({ offset: true, error: 'expected an instant such as "2026-11-24T05:00:00Z"' })
    .optional(),
});

/** The fields of a line in the order in which they are written. */
const order = Object.keys(lineSchema.shape) as readonly (keyof Subscriber)[];

/** `defaults.zone` is the operator's; `now` dates a subscriber without `since`. */
export function parseLine(text: string, defaults: { readonly zone: string; readonly now: Date }): LineResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = `not JSON (${cause instanceof Error ? cause.message : String(cause)})`;
    return { ok: false, message, mend: 'write one object a line, e.g. {"chat":1001}' };
  }
  const read = lineSchema.safeParse(value);
  if (!read.success) {
    const { issues } = read.error;
    const isUnknown = issues.some(({ code }) => code === "unrecognized_keys");
    return {
      ok: false,
      message: issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; "),
      mend: isUnknown
        ? `the fields are: ${order.join(", ")}`
        : "correct what is named; only chat is required",
    };
  }
  const given = Object.entries(read.data).filter(([, each]) => each !== undefined && each !== "");
  const { zone, now } = defaults;
  return {
    ok: true,
    subscriber: {
      ...usual,
      zone,
      since: now.toISOString(),
      ...(Object.fromEntries(given) as Pick<Subscriber, "chat">),
    },
  };
}

/** Written only where they are not at their default: other programs know the fields before them. */
const rare: ReadonlySet<string> = new Set([
  "previews",
  "sayNothing",
  "alerts",
  "followStories",
  "saved",
  "pausedUntil",
  "city",
]);

/** The fields in the order of the documents; the reason follows the status where there is one. */
export function toLine(subscriber: Subscriber): string {
  const fields = order
    .filter((name) => subscriber[name] !== undefined)
    .filter((name) => !rare.has(name) || !isUsual(name, subscriber[name]))
    .map((name) => [name, subscriber[name]]);
  return JSON.stringify(Object.fromEntries(fields));
}

function isUsual(name: keyof Subscriber, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify((usual as Partial<Subscriber>)[name]);
}

/** Zones already found good: asking Intl costs 30 µs or more, and a file of a million lines names a few dozen. */
const knownZones = new Set<string>();

function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  // Newer versions of Node take "+02:00" too, which is no zone: it knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}
