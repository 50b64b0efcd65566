// Says when a reader's next digest comes: «غداً الأربعاء 25 نوفمبر 2026، الساعة 7:00 صباحاً بتوقيت القاهرة» (tomorrow …).
import { homeWords, wishWords } from "../digest/wishWords.ts";
import { clockIn, dayWords, timeWords } from "../digest/wording.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { type Anchor, isAnchor } from "../subscribers/wish.ts";

/** The next due instant in epoch seconds strictly after an instant, null for none. */
export type NextDue = (
  plan: Pick<Subscriber, "times" | "days" | "zone" | "city" | "pausedUntil">,
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
    city: homeWords(messages, voice, reader),
  };
  const dayOf = (instant: Date): string =>
    new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(instant);
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  const id =
    dayOf(at) === dayOf(now) ? "next-today" : dayOf(at) === dayOf(tomorrow) ? "next-tomorrow" : "next-at";
  const anchor = anchorOf(nextDue, reader, due);
  if (anchor === undefined) return messages.plain(voice, id, values);
  return messages.plain(voice, `${id}-prayer`, { ...values, wish: wishWords(messages, voice, anchor) });
}

/** The anchor to a prayer that an instant comes from; undefined where a wall-clock time says it all. */
function anchorOf(nextDue: NextDue, reader: Subscriber, due: number): Anchor | undefined {
  const anchors = reader.times.filter(isAnchor);
  return anchors.find((anchor) => nextDue({ ...reader, times: [anchor] }, due * 1000 - 1) === due);
}
