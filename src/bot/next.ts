// Says when a reader's next digest comes: «غداً الأربعاء 25 نوفمبر 2026، الساعة 7:00 صباحاً بتوقيت القاهرة» (tomorrow …).
import { cityWords, clockIn, dayWords, timeWords } from "../digest/wording.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

/** The next due instant in epoch seconds strictly after an instant, null for none. */
export type NextDue = (
  plan: Pick<Subscriber, "times" | "days" | "zone" | "pausedUntil">,
  afterMs: number,
) => number | null;

/** The words, or undefined for a reader without a delivery time. */
export function nextWords(
  messages: Messages,
  nextDue: NextDue,
  voice: Voice,
  reader: Subscriber,
  now: Date,
): string | undefined {
  const due = nextDue(reader, now.getTime());
  if (due === null) return undefined;
  const at = new Date(due * 1000);
  const { zone } = reader;
  const values = {
    day: dayWords(voice, at, { zone, calendar: "gregorian" }),
    time: timeWords(voice, clockIn(zone, at)),
    city: cityWords(messages, voice, zone),
  };
  const dayOf = (instant: Date): string =>
    new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(instant);
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  const id =
    dayOf(at) === dayOf(now) ? "next-today" : dayOf(at) === dayOf(tomorrow) ? "next-tomorrow" : "next-at";
  return messages.plain(voice, id, values);
}
