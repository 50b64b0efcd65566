// One subscriber as one line of JSON: checked on the way in, complete on the way out.
import { z } from "zod";
import { lengths, type Subscriber, weekdays } from "./subscriber.ts";

export type LineResult =
  | { readonly ok: true; readonly subscriber: Subscriber }
  | { readonly ok: false; readonly message: string; readonly mend: string };

const hhmm = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day "HH:MM"');
const anchor = z.strictObject({
  at: z.enum(["fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha"]),
  offsetMinutes: z.number().int().min(-720).max(720),
});
const zone = z.string().refine(isZone, "expected an IANA zone such as Africa/Cairo");
const words = z.array(z.string().min(1).max(200)).max(100);
const number = z.number().int();

/** The schema of a line, also for editors and other programs. Only `chat` is required. */
export const lineSchema = z.strictObject({
  chat: number,
  thread: number.nullable().optional(),
  kind: z.enum(["private", "group", "channel"]).optional(),
  status: z.enum(["active", "paused", "inactive"]).optional(),
  reason: z.string().max(100).optional(),
  locale: z.string().regex(/^[a-z]{2,3}$/).optional(),
  zone: zone.optional(),
  times: z.array(z.union([hhmm, anchor])).max(48).optional(),
  days: z.array(z.enum(weekdays)).optional(),
  quiet: z.strictObject({ from: hhmm, to: hhmm }).nullable().optional(),
  topics: words.optional(),
  mutedTopics: words.optional(),
  follow: words.optional(),
  block: words.optional(),
  length: z.enum(lengths).optional(),
  digits: z.enum(["auto", "latin", "arabic"]).optional(),
  calendar: z.enum(["gregorian", "hijri", "both"]).optional(),
  items: number.min(1).max(20).optional(),
  silent: z.boolean().optional(),
  cursor: number.min(0).optional(),
  carry: z.array(number.min(1)).max(8).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

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
    const faults = read.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`);
    return { ok: false, message: faults.join("; "), mend: "correct or remove what is named; only chat is required" };
  }
  const given = Object.fromEntries(Object.entries(read.data).filter(([, each]) => each !== undefined));
  const usual: Omit<Subscriber, "chat"> = {
    thread: null,
    kind: "private",
    status: "active",
    locale: "ar",
    zone: defaults.zone,
    times: ["07:00"],
    days: weekdays,
    quiet: null,
    topics: [],
    mutedTopics: [],
    follow: [],
    block: [],
    length: "standard",
    digits: "auto",
    calendar: "gregorian",
    items: 5,
    silent: false,
    cursor: 0,
    carry: [],
    since: defaults.now.toISOString(),
  };
  return { ok: true, subscriber: { ...usual, ...(given as Pick<Subscriber, "chat">) } };
}

/** Every field, in the order of the documents. */
export function toLine(subscriber: Subscriber): string {
  const { chat, thread, kind, status, reason, locale, zone: place, times, days, quiet, topics, ...rest } = subscriber;
  const { mutedTopics, follow, block, length, digits, calendar, items, silent, cursor, carry, since } = rest;
  return JSON.stringify({
    chat,
    thread,
    kind,
    status,
    ...(reason === undefined ? {} : { reason }),
    locale,
    zone: place,
    times,
    days,
    quiet,
    topics,
    mutedTopics,
    follow,
    block,
    length,
    digits,
    calendar,
    items,
    silent,
    cursor,
    carry,
    since,
  });
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
